import type { DraftLine } from './checks/draftText';
import { hanNumber } from './checks/hanNumerals';
import { beforeDigit, thirdLevel } from './checks/headingRules';

/** What a heading's number is of, the wider first. */
export const sectionKind = {
  book: 0,
  chapter: 1,
  section: 2,
  article: 3,
  first: 4,
  second: 5,
  third: 6,
  fourth: 7,
} as const;

/** The number that a heading begins with. */
export interface SectionNumber {
  /** 第一编, 第一章 and 第一部分, 第一节, 第一条, 一、, （一）, 1., （1）, as in `sectionKind`. */
  readonly kind: number;
  readonly value: number;
  /** Of 1.: number of items 1. that it stands within. */
  readonly depth: number;
  /** Of 1.: items of a list have the same. */
  readonly list: number;
  /** UTF-16 column of the digits in the line, and the digits. */
  readonly column: number;
  readonly digits: string;
}

/** Numerals of headings, for regular expressions. */
export const hanNumerals = '[一二三四五六七八九十]{1,3}';
/** Numerals of articles. */
export const articleNumerals = '[一二三四五六七八九十百零]{1,7}';
const behind = '(?=[\\s\\u3000：:、]|\\p{Script=Han})';
const kinds = [
  new RegExp(`^第(${hanNumerals})编${behind}`, 'u'),
  new RegExp(`^第(${hanNumerals})(?:章|部分)${behind}`, 'u'),
  new RegExp(`^第(${hanNumerals})节${behind}`, 'u'),
  new RegExp(`^第(${articleNumerals})条(?:\\*\\*|__)?(?=[\\s\\u3000]|$)`),
  new RegExp(`^(${hanNumerals})、`),
  new RegExp(`^[（(](${hanNumerals})[）)](?![、（(]|款|项(?!目))`),
  thirdLevel,
  /^[（(](\d{1,2})[）)](?![、（(]|项(?!目))/,
];

/** The number that a line begins with; undefined for none. */
export function sectionNumber({ masked, contentStart }: DraftLine): Omit<SectionNumber, 'depth' | 'list'> | undefined {
  const content = masked.slice(contentStart);
  for (const [kind, pattern] of kinds.entries()) {
    const [match, digits] = pattern.exec(content) ?? [];
    if (match === undefined || digits === undefined) continue;
    const value = /\d/.test(digits) ? Number(digits) : hanNumber(digits);
    return value > 0 ? { kind, value, column: contentStart + match.indexOf(digits), digits } : undefined;
  }
  return undefined;
}

/**
 * The number of an item whose text begins with a digit: 3.2653行动. It is none if it does not count on.
 * @param before number of the last item 1.
 */
export function itemBeforeDigit(
  { masked, contentStart }: DraftLine,
  before: number,
): Omit<SectionNumber, 'depth' | 'list'> | undefined {
  const digits = beforeDigit.exec(masked.slice(contentStart))?.[1];
  if (digits === undefined || before === 0 || Number(digits) !== before + 1) return undefined;
  return { kind: sectionKind.third, value: before + 1, column: contentStart, digits };
}

/** What a line says, without the marks of Markdown around it. */
export const contentOf = ({ masked, contentStart }: DraftLine): string =>
  masked.slice(contentStart).replaceAll('**', '').trim();
