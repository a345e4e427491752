import { formatNumber } from '../docx/numberFormats';
import type { XmlElement } from '../xml';
import { descendants, elementsOf } from '../xml';

/** A number with what stands between it and a text, `bullet` for a mark, undefined for none. */
export type OdtNumber = ((text: string) => string) | 'bullet' | undefined;

interface Level {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels its number shows. */
  readonly shown: number;
  readonly isBullet: boolean;
}

type Levels = ReadonlyMap<number, Level>;

/** A list that is being read; levels of a list within another belong to the same. */
interface Open {
  readonly style: string;
  /** The style that its last item has instead. */
  override?: string | undefined;
  /** Whether it goes on with another and has no number of its own yet: lists within go on, too. */
  goesOn: boolean;
  readonly level: number;
  readonly counters: number[];
}

/** Names of formats, which OpenDocument writes as their first numbers. */
const formats: readonly (readonly [RegExp, string])[] = [
  [/^1$/, 'decimal'],
  [/^a$/, 'lowerLetter'],
  [/^A$/, 'upperLetter'],
  [/^i$/, 'lowerRoman'],
  [/^I$/, 'upperRoman'],
  [/^[一壹].*[贰貳]/, 'chineseLegalSimplified'],
  [/^一/, 'chineseCountingThousand'],
  [/^壹|^壱/, 'chineseLegalSimplified'],
  [/^甲/, 'ideographTraditional'],
  [/^子/, 'ideographZodiac'],
  [/^①/, 'decimalEnclosedCircle'],
  [/^１/, 'decimalFullWidth'],
  [/^ア/, 'aiueoFullWidth'],
  [/^イ/, 'irohaFullWidth'],
];

/** Automatic numbers of an OpenDocument text. Source: OpenDocument 1.3 part 3, 5.3, 16.31 and 16.34. */
export class OdtNumbering {
  private readonly lists = new Map<string, Levels>();
  private readonly outline: Levels;
  private readonly listOfStyle = new Map<string, string>();
  private readonly parents = new Map<string, string>();
  private readonly titles = new Set(['Title']);
  private readonly headings: number[] = [];
  private readonly open: Open[] = [];
  /** Counters of lists that are closed, by style: a list may go on with them. */
  private readonly last = new Map<string, number[]>();

  constructor(roots: readonly (XmlElement | undefined)[]) {
    let outline: Levels = new Map();
    for (const root of roots) {
      for (const list of root?.name === 'text:list-style' ? [root] : descendants(root, 'text:list-style'))
        this.lists.set(list.attributes['style:name'] ?? '', levelsOf(list));
      const [own] = descendants(root, 'text:outline-style');
      if (own) outline = levelsOf(own);
      for (const style of descendants(root, 'style:style')) {
        const name = style.attributes['style:name'] ?? '';
        const list = style.attributes['style:list-style-name'];
        if (list) this.listOfStyle.set(name, list);
        const parent = style.attributes['style:parent-style-name'];
        if (parent) this.parents.set(name, parent);
      }
    }
    this.outline = outline;
  }

  /** Whether a paragraph has the style of titles, or one that is based on it. */
  isTitle({ attributes }: XmlElement): boolean {
    let style = attributes['text:style-name'];
    for (let step = 0; style !== undefined && step < 10; step++) {
      if (this.titles.has(style)) return true;
      style = this.parents.get(style);
    }
    return false;
  }

  /** The number of a heading that is in no list. */
  heading({ attributes }: XmlElement): OdtNumber {
    const level = Number(attributes['text:outline-level'] ?? 1) - 1;
    if (attributes['text:is-list-header'] === 'true' || !(level >= 0 && level < 10)) return undefined;
    return counted(this.headings, level, this.outline, attributes['text:start-value']);
  }

  /** Begins a list. @returns what ends it */
  enter({ attributes }: XmlElement): () => void {
    const above = this.open.at(-1);
    const style = attributes['text:style-name'] ?? above?.override ?? above?.style ?? '';
    const goesOn =
      attributes['text:continue-numbering'] === 'true' ||
      attributes['text:continue-list'] !== undefined ||
      above?.goesOn === true;
    const counters = above?.counters ?? (goesOn ? this.last.get(style) : undefined) ?? [];
    this.open.push({ style, level: this.open.length, counters, goesOn });
    if (above && !goesOn) counters.length = Math.min(counters.length, this.open.length - 1);
    return () => {
      this.open.pop();
      this.last.set(style, counters);
    };
  }

  /** The number of the next item of the innermost list. */
  next({ attributes, content }: XmlElement): OdtNumber {
    const list = this.open.at(-1);
    if (list) list.override = attributes['text:style-override'];
    const levels = this.lists.get(list?.override ?? list?.style ?? '') ?? this.levelsOfParagraph(content);
    // An item that only holds a list has no number of its own.
    const first = content.find((one): one is XmlElement => typeof one === 'object');
    if (!list || !levels || first?.name === 'text:list') return undefined;
    list.goesOn = false;
    return counted(list.counters, list.level, levels, attributes['text:start-value']);
  }

  private levelsOfParagraph(content: XmlElement['content']): Levels | undefined {
    const paragraph = content.find((one): one is XmlElement => typeof one === 'object');
    return this.lists.get(this.listOfStyle.get(paragraph?.attributes['text:style-name'] ?? '') ?? '');
  }
}

function levelsOf(list: XmlElement): Levels {
  return new Map(
    elementsOf(list).map((level) => {
      const { attributes } = level;
      const at = Number(attributes['text:level'] ?? 1) - 1;
      return [
        at,
        {
          format: attributes['style:num-format'] ?? '',
          prefix: attributes['style:num-prefix'] ?? '',
          suffix: attributes['style:num-suffix'] ?? '',
          start: Number(attributes['text:start-value'] ?? 1),
          shown: Number(attributes['text:display-levels'] ?? 1),
          isBullet: /-bullet$|-image$/.test(level.name),
        },
      ] as const;
    }),
  );
}

function counted(counters: number[], at: number, levels: Levels, start: string | undefined): OdtNumber {
  const level = levels.get(at);
  if (!level) return undefined;
  if (level.isBullet) return 'bullet';
  counters[at] = start === undefined ? (counters[at] ?? level.start - 1) + 1 : Number(start);
  counters.length = at + 1;
  if (!level.format) return level.prefix + level.suffix ? () => level.prefix + level.suffix : undefined;
  const from = Math.max(0, at - level.shown + 1);
  const number = Array.from({ length: at - from + 1 }, (_, index) => {
    const { format, start: first } = levels.get(from + index) ?? level;
    const value = counters[from + index] ?? first;
    return format ? formatNumber(value, formats.find(([pattern]) => pattern.test(format))?.[1] ?? 'decimal') : '';
  })
    .filter(Boolean)
    .join('.');
  const whole = level.prefix + number + level.suffix;
  // What would run together stays apart.
  return (text) =>
    /[\p{L}\p{Nd}.]$/u.test(whole) && (/[^.]$/.test(whole) || /^[\dA-Za-z]/.test(text)) ? `${whole} ` : whole;
}
