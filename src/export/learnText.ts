import { numberingOf } from '../text/numbering';
import type { LayoutValues } from './profile';
import type { SampleParagraph } from './sampleParagraphs';
import type { Look } from './sampleStyles';

/** The title is looked for among so many paragraphs from the top. */
const topParagraphs = 40;
/** Smallest size of 发文机关标志 in points. */
const smallestLetterhead = 26;
/** Longest heading in characters. */
const longestHeading = 60;

const han = /\p{Script=Han}/u;
const hanCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** Fonts and sizes of the text, the title, the headings, the head, tables and 版记. */
export function learnText(paragraphs: readonly SampleParagraph[]): LayoutValues {
  const flowing = paragraphs.filter(({ isInTable }) => !isInTable);
  const prose = flowing.filter(
    (one) => one.heading === undefined && one.stance.align !== 'center' && !isRed(lookOf(one)),
  );
  const body = bodyLook(prose) ?? bodyLook(flowing);
  const values: LayoutValues = {};
  if (!body) return values;
  values.bodyFont = body.font;
  values.bodySize = body.size;
  const latin = mostOf(flowing, ({ look, text }) =>
    sameText(look, body) && /[0-9A-Za-z]/.test(text) ? look.latin : '',
  );
  values.latinFont = latin === undefined || latin === body.font ? '' : latin;
  const letterhead = flowing
    .slice(0, topParagraphs)
    .find((one) => isRed(lookOf(one)) && sizeOf(one) >= smallestLetterhead);
  if (letterhead) values.letterheadFont = lookOf(letterhead)?.font ?? '';
  const title = titleOf(flowing.slice(0, topParagraphs), body);
  const titleLook = title && lookOf(title);
  if (title && titleLook) {
    values.titleFont = titleLook.font;
    values.titleSize = titleLook.size;
    if (title.stance.lineRule === 'exact') values.titlePitch = title.stance.line / 20;
  }
  for (const level of [1, 2, 3, 4] as const) {
    const font = mostCommon(
      flowing.filter((one) => one !== title && levelOf(one) === level).map((one) => [lookOf(one)?.font ?? '', 1]),
    );
    if (font) values[`heading${level}Font`] = font;
  }
  const signer = flowing.map(
    (one) => /签发人[:：]\s*\S/.test(one.text) && one.runs.findLast(({ text }) => han.test(text)),
  );
  const signed = signer.find((run) => run !== false && run !== undefined);
  if (signed) values.signerFont = signed.look.font;
  const table = mostCommon(
    paragraphs
      .filter(({ isInTable }) => isInTable)
      .flatMap(({ runs }) => runs.map(({ text, look }): [number, number] => [look.size, hanCount(text)])),
  );
  if (table) values.tableSize = table;
  const copies = paragraphs.find(({ text }) => /^\s*(?:抄送|抄报|分送)[:：]/.test(text));
  if (copies) values.imprintSize = sizeOf(copies);
  return values;
}

/** The look that most characters of long paragraphs have. */
function bodyLook(paragraphs: readonly SampleParagraph[]): Look | undefined {
  const looks = new Map<string, { look: Look; count: number }>();
  for (const { runs } of paragraphs)
    for (const { text, look } of runs) {
      const key = `${look.font} ${look.size}`;
      const known = looks.get(key) ?? { look, count: 0 };
      looks.set(key, { ...known, count: known.count + hanCount(text) });
    }
  const best = [...looks.values()].sort((one, other) => other.count - one.count)[0];
  return best && best.count > 0 ? best.look : undefined;
}

const sameText = (one: Look, other: Look): boolean => one.font === other.font && one.size === other.size;

/** How the first Chinese characters of a paragraph look, as the number before them may look otherwise. */
const lookOf = ({ runs }: SampleParagraph): Look | undefined =>
  (runs.find(({ text }) => han.test(text)) ?? runs[0])?.look;
const sizeOf = (paragraph: SampleParagraph): number => lookOf(paragraph)?.size ?? 0;

/** Red enough for a head in red. */
function isRed(look: Look | undefined): boolean {
  const [, red = '', green = '', blue = ''] = /^(..)(..)(..)$/.exec(look?.color ?? '') ?? [];
  return parseInt(red, 16) > 0xb0 && parseInt(green, 16) < 0x60 && parseInt(blue, 16) < 0x60;
}

/** The largest centred paragraph at the top that is no head in red, or the one whose style says so. */
function titleOf(top: readonly SampleParagraph[], body: Look): SampleParagraph | undefined {
  const named = top.find(({ heading }) => heading === 0);
  const centred = top.filter(
    (one) => one.stance.align === 'center' && !isRed(lookOf(one)) && sizeOf(one) > body.size && hanCount(one.text) >= 2,
  );
  const largest = Math.max(...centred.map(sizeOf));
  return named ?? centred.find((one) => sizeOf(one) === largest);
}

/** Level of a heading by its number, or by its style where the number is automatic. */
function levelOf({ text, heading }: SampleParagraph): number | undefined {
  const level = numberingOf(text.trim())?.level;
  if (level !== undefined) return level <= 2 || text.length <= longestHeading ? level : undefined;
  return heading !== undefined && heading > 0 && text.length <= longestHeading ? heading : undefined;
}

function mostOf(
  paragraphs: readonly SampleParagraph[],
  read: (run: SampleParagraph['runs'][number]) => string,
): string | undefined {
  return mostCommon(
    paragraphs.flatMap(({ runs }) =>
      runs.map((run): [string, number] => [read(run), run.text.match(/[0-9A-Za-z]/g)?.length ?? 0]),
    ),
  );
}

/** The value of the greatest weight; empty ones and such without weight do not count. */
export function mostCommon<T extends string | number>(values: readonly (readonly [T, number])[]): T | undefined {
  const weights = new Map<T, number>();
  for (const [value, weight] of values) if (value && weight > 0) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort(([, one], [, other]) => other - one)[0]?.[0];
}
