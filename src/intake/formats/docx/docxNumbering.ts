import type { XmlElement } from '../xml';
import { childOf, descendants, elementsOf, valueOf } from '../xml';
import { formatNumber, oldNumberFormat } from './numberFormats';

/** A level of an automatic numbering. */
interface Level {
  readonly format: string;
  /** `%1、`, `（%2）`, `%1.%2`: numbers of the levels stand for the marks. */
  readonly text: string;
  readonly start: number;
  /** What follows the number. */
  readonly suffix: string;
  /** The paragraph style that has this level. */
  readonly style: string | undefined;
  /** Counts on after levels above; otherwise it begins anew after a level up to this one (0 for the outermost). */
  readonly restartsAfter: number | 'never';
  /** Numbers of levels above are written in digits. */
  readonly inDigits: boolean;
  readonly isHidden: boolean;
}

/** What a paragraph, or its style, says about its number. */
export interface NumberReference {
  readonly list: string | undefined;
  /** 0 for the outermost. */
  readonly level: number | undefined;
  /** Whether the style says it: then a level that names this style goes before. */
  readonly isOfStyle?: boolean;
}

interface Definition {
  readonly levels: ReadonlyMap<number, Level>;
  /** A list style whose definition stands for this one. */
  readonly link: string | undefined;
}

interface List {
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew, with which number, when the list is first used. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Word has nine levels. */
const mostLevels = 9;
/** Longest number with its marks. */
const longestNumber = 60;

/** Counts the automatic numbers of a Word document. Source: ECMA-376 part 1, section 17.9. */
export class DocxNumbering {
  private readonly lists = new Map<string, List>();
  /** Lists of one definition count together. */
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  /**
   * @param root of the part with the lists, or of Word 2003 XML's; a document without lists has none
   * @param listOfStyle the list that a list style names
   */
  constructor(root: XmlElement | undefined, listOfStyle: (style: string) => string | undefined = () => undefined) {
    const definitions = new Map<string, Definition>();
    for (const element of elementsOf(root)) {
      const { attributes } = element;
      const id = attributes['w:abstractNumId'] ?? attributes['w:listDefId'];
      if ((element.name === 'w:abstractNum' || element.name === 'w:listDef') && id !== undefined)
        definitions.set(id, { levels: levelsIn(element), link: valueOf(element, 'w:numStyleLink') });
    }
    const references = elementsOf(root).filter(({ name }) => name === 'w:num' || name === 'w:list');
    const definitionOf = new Map(
      references.map((one) => [listId(one), valueOf(one, 'w:abstractNumId') ?? valueOf(one, 'w:ilst') ?? '']),
    );
    for (const element of references) {
      let definition = definitionOf.get(listId(element)) ?? '';
      const link = definitions.get(definition)?.link;
      if (link !== undefined) definition = definitionOf.get(listOfStyle(link) ?? '') ?? definition;
      const overrides = elementsOf(element).filter(({ name }) => name === 'w:lvlOverride');
      const own = overrides.flatMap((one) => [...levelsIn(one)]);
      const starts = overrides.flatMap((one): (readonly [number, number])[] => {
        const start = valueOf(one, 'w:startOverride');
        return start === undefined ? [] : [[Number(one.attributes['w:ilvl'] ?? 0), wholeNumber(start, 1)]];
      });
      this.lists.set(listId(element), {
        definition,
        levels: new Map([...(definitions.get(definition)?.levels ?? []), ...own]),
        starts: new Map(starts),
      });
    }
  }

  /**
   * The number of the next paragraph with this reference, with what stands between it and `text`; the word `bullet` for a mark,
   * undefined for none. Counts, whether or not the paragraph has a text.
   * @param style the paragraph's, which may have a level of its own
   */
  next(reference: NumberReference, style: string | undefined, text: string): string | undefined {
    const { list, level, isOfStyle } = reference;
    const found = this.lists.get(list ?? '');
    if (!found) return undefined;
    const linked = [...found.levels].find(([, one]) => one.style !== undefined && one.style === style)?.[0];
    const at = (isOfStyle ? (linked ?? level) : (level ?? linked)) ?? 0;
    const format = found.levels.get(at);
    if (!format) return undefined;
    const counters = this.count(list ?? '', found, at, format);
    if (format.format === 'bullet') return 'bullet';
    if (format.format === 'none' && !format.text.replace(/%\d/g, '').trim()) return '';
    if (format.isHidden) return '';
    const number = format.text.replace(/%(\d)/g, (_, digit: string) => {
      const above = Number(digit) - 1;
      const other = found.levels.get(above);
      const value = counters[above] ?? other?.start ?? 1;
      if (other?.format === 'none') return '';
      return formatNumber(value, format.inDigits && above !== at ? 'decimal' : (other?.format ?? 'decimal'));
    });
    return separated(number.slice(0, longestNumber), format.suffix, text);
  }

  private count(id: string, { definition, levels, starts }: List, at: number, format: Level): (number | undefined)[] {
    const counters = this.counters.get(definition) ?? [];
    this.counters.set(definition, counters);
    if (!this.begun.has(id)) {
      this.begun.add(id);
      for (const [level, start] of starts) counters[level] = start - 1;
    }
    counters[at] = (counters[at] ?? format.start - 1) + 1;
    // Levels below begin anew.
    for (const [below, { restartsAfter }] of levels) {
      if (below > at && restartsAfter !== 'never' && at <= restartsAfter) counters[below] = undefined;
    }
    return counters;
  }
}

const listId = ({ attributes }: XmlElement): string => attributes['w:numId'] ?? attributes['w:ilfo'] ?? '';

const wholeNumber = (text: string | undefined, otherwise: number): number => {
  const value = Number(text ?? otherwise);
  return Number.isSafeInteger(value) && value >= 0 && value < 1e6 ? value : otherwise;
};

function levelsIn(element: XmlElement): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of elementsOf(element)) {
    const at = Number(level.attributes['w:ilvl'] ?? 0);
    if (level.name === 'w:lvl' && Number.isInteger(at) && at >= 0 && at < mostLevels)
      levels.set(at, readLevel(level, at));
  }
  return levels;
}

function readLevel(element: XmlElement, at: number): Level {
  const old = valueOf(element, 'w:nfc');
  // A format of newer versions stands before the one for older ones.
  const formats = descendants(element, 'w:numFmt');
  const format = formats.find(isKnown) ?? formats.at(-1);
  const restart = valueOf(element, 'w:lvlRestart');
  const digits = childOf(element, 'w:isLgl');
  return {
    format: old === undefined ? nameOfFormat(format) : oldNumberFormat(Number(old)),
    text: (valueOf(element, 'w:lvlText') ?? '').slice(0, longestNumber),
    start: wholeNumber(valueOf(element, 'w:start'), 1),
    suffix: (valueOf(element, 'w:suff') ?? 'tab').toLowerCase(),
    style: valueOf(element, 'w:pStyle'),
    restartsAfter: restart === undefined ? at - 1 : Number(restart) === 0 ? 'never' : Number(restart) - 1,
    inDigits: digits !== undefined && isOn(digits),
    isHidden: isOn(childOf(childOf(element, 'w:rPr'), 'w:vanish')),
  };
}

/** Of formats of a file's own, those of digits with zeros in front are known. */
const isKnown = ({ attributes }: XmlElement): boolean =>
  attributes['w:val'] !== 'custom' || /^0*1(?:,|$)/.test(attributes['w:format'] ?? '');

/** The name of a format; one of the file's own is written as its first numbers: `001, 002, 003, ...`. */
function nameOfFormat(format: XmlElement | undefined): string {
  const name = format?.attributes['w:val'] ?? 'decimal';
  return name === 'custom' ? `custom ${format?.attributes['w:format'] ?? ''}` : name;
}

/** Whether a property that is on or off is on. */
export const isOn = (property: XmlElement | undefined): boolean =>
  property !== undefined && !/^(?:0|false|off|none)$/i.test(property.attributes['w:val'] ?? '');

/**
 * A number and what Word sets between it and the text. Its tab or blank is none where the number ends with a mark, as
 * Chinese is written, and stays where the two would run together: `1.1` before `3月`, `第一条` before its text.
 */
function separated(number: string, suffix: string, text: string): string {
  if (!number || /\s$/.test(number)) return number;
  const runsTogether = /[\dA-Za-z]$/.test(number) && /^[\dA-Za-z]/.test(text);
  if (suffix === 'nothing') return runsTogether ? `${number} ` : number;
  if (/[.．]$/.test(number)) return /^[\dA-Za-z]/.test(text) ? `${number} ` : number;
  return /[\p{L}\p{Nd}]$/u.test(number) ? `${number} ` : number;
}
