/** A sentence may end with these; closing quotes and brackets may follow, and the marks of notes. */
const sentenceEnd = /[。！？!?…][”’」』）)》】"']{0,3}(?:\[\^[^\][\s]{1,40}\]){0,3}$/;

/** A note in brackets behind a sentence, as who is charged with a task: …落实到位。（市应急局牵头，各部门配合）. */
const noteBehind = /[。！？][（(][^。！？]{2,120}[）)]$/;

/** A sentence that is closed within quotes: “……。” and the like are covered by `sentenceEnd`; a lone closing mark is not. */
export const endsSentence = (text: string): boolean =>
  sentenceEnd.test(text) || endsWithPeriod(text) || (/[）)]$/.test(text) && noteBehind.test(text.slice(-130)));

/** A full stop in ASCII after a Han character, as in 发展. */
const endsWithPeriod = (text: string): boolean => /\p{Script=Han}\.$/u.test(text);

/** Text that goes on: nothing ends with a comma. */
export const goesOn = (text: string): boolean => /[，、,]$/.test(text);

/** Text that no title ends with: a word that governs what follows. */
export const endsOpen = (text: string): boolean =>
  /[的和与及或在对将把被从向以是][“《（(]?$|一[次个项种批]$/.test(text);

/** Only what carries meaning, folded: for comparing titles. */
export const skeletonOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Share of the pairs of neighbouring characters that two texts have in common (Sørensen–Dice), 0 to 1. */
export function similarity(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  if (first.length === 0 || second.length === 0) return a === b ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of first) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of second) {
    const count = left.get(pair) ?? 0;
    if (count > 0) common++;
    left.set(pair, count - 1);
  }
  return (2 * common) / (first.length + second.length);
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** Letters, digits and Han characters of a text in UTF-16 units: what no reader of a file may lose. Cost: linear. */
export const countCharacters = (text: string): number =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).reduce((sum, { length }) => sum + length, 0);
