import type { XmlElement } from '../xml';
import { childOf, valueOf } from '../xml';

/** A level of an automatic numbering. */
interface Level {
  readonly format: string;
  /** `%1、`, `（%2）`, `%1.%2`: numbers of the levels stand for the marks. */
  readonly text: string;
  readonly start: number;
}

/** What a paragraph says about its number. */
export interface NumberReference {
  readonly list: string;
  /** 0 for the outermost. */
  readonly level: number;
}

/** Counts the automatic numbers of a Word document. Source: ECMA-376 part 1, section 17.9. */
export class DocxNumbering {
  private readonly lists = new Map<string, { abstract: string; levels: ReadonlyMap<number, Level> }>();
  private readonly counters = new Map<string, number[]>();

  /** @param numbering the root of numbering.xml; a document without lists has none */
  constructor(numbering: XmlElement | undefined) {
    const root = childOf(numbering, 'w:numbering');
    const abstract = new Map<string, ReadonlyMap<number, Level>>();
    for (const element of root?.children ?? []) {
      const levels = new Map(
        element.children.flatMap((child): (readonly [number, Level])[] => {
          const level =
            child.name === 'w:lvlOverride' ? childOf(child, 'w:lvl') : child.name === 'w:lvl' ? child : undefined;
          return level ? [[Number(level.attributes['w:ilvl'] ?? 0), readLevel(level)] as const] : [];
        }),
      );
      if (element.name === 'w:abstractNum') abstract.set(element.attributes['w:abstractNumId'] ?? '', levels);
      if (element.name === 'w:num') {
        const id = valueOf(element, 'w:abstractNumId') ?? '';
        this.lists.set(element.attributes['w:numId'] ?? '', {
          abstract: id,
          levels: new Map([...(abstract.get(id) ?? []), ...levels]),
        });
      }
    }
  }

  /** The number of the next paragraph with this reference, `bullet` for a mark, undefined for none. */
  next({ list, level }: NumberReference): { readonly text: string } | 'bullet' | undefined {
    const found = this.lists.get(list);
    const format = found?.levels.get(level);
    if (!found || !format) return undefined;
    if (format.format === 'bullet') return 'bullet';
    // Lists of the same definition count on.
    const counters = this.counters.get(found.abstract) ?? [];
    this.counters.set(found.abstract, counters);
    counters[level] = (counters[level] ?? format.start - 1) + 1;
    counters.length = level + 1;
    if (format.format === 'none') return { text: '' };
    const text = format.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = found.levels.get(at);
      return formatNumber(counters[at] ?? other?.start ?? 1, other?.format ?? 'decimal');
    });
    return { text };
  }
}

const readLevel = (element: XmlElement): Level => ({
  format: valueOf(element, 'w:numFmt') ?? 'decimal',
  text: valueOf(element, 'w:lvlText') ?? '',
  start: Number(valueOf(element, 'w:start') ?? 1),
});

/** A number as Word writes it in one of its formats; formats that are not known give digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumber(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
    case 'upperLetter':
      return letter(value);
    case 'lowerLetter':
      return letter(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

const letter = (value: number): string => String.fromCharCode(65 + ((value - 1) % 26));

function chineseNumber(value: number): string {
  const digits = '〇一二三四五六七八九';
  if (value < 10) return digits[value] ?? String(value);
  if (value >= 100) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? (digits[tens] ?? '') : ''}十${ones > 0 ? (digits[ones] ?? '') : ''}`;
}

function roman(value: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = Math.min(value, 399);
  let text = '';
  for (const [size, sign] of parts) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}
