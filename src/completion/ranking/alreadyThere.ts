import { endRun } from '../../base/endRun';
import { isBalanced } from '../../text/isBalanced';
import { lineStart } from '../markdownLine';

/** Text after the cursor that is compared with what would be inserted. */
const longestOverlap = 14;
const inClause = /[^、，,；;。！？]/;
const inSentencePart = /[^，,；;：:。！？]/;
const longestRecent = 60;
/** What closes a frame, and what opens one: 以提升质量为目标, 把质量作为重点. */
const frameEnd =
  /(?<![成作认])为(?:目标|重点|导向|核心|主线|抓手|牵引|契机|载体|引领|统领|支撑|主题|宗旨|根本|中心|主体|己任)/;
const frameBeginning = /[以把将由视是]/;
/** Shorter words do come again in parallel clauses. */
const shortestRepeated = 4;

/** What would be inserted. */
interface Insertion {
  readonly text: string;
  /** Whether nobody writes it twice in a draft: a quote. */
  readonly once?: boolean;
}

/**
 * Tells whether an offer fits at a cursor: it does not stand after the cursor or just before it already, tears no quotation
 * marks apart, and closes no frame that nothing opened: 需求为目标 behind 养老服务.
 * @param copies offsets of the other cursors, where a linked blank is filled in at several places at once: nothing that
 *   stands after one of them fits
 * @returns a test of what would be inserted at the cursor
 */
export function fitsAt(
  text: string,
  cursor: number,
  copies: readonly number[] = [],
): (insertion: Insertion) => boolean {
  const follows = [cursor, ...copies].map((offset) => text.slice(offset, offset + longestOverlap));
  const before = text.slice(lineStart(text, cursor), cursor);
  const recent = lastClauses(before.slice(-longestRecent));
  return ({ text: offered, once }) =>
    !follows.some((after) => overlaps(offered, after)) &&
    !(offered.length >= shortestRepeated && recent.includes(before.slice(-1) + offered)) &&
    // It continues a shorter end of what is typed: 一级|抓一级、层层抓落实 behind 一级抓一级.
    !beginsWithTyped(before, offered) &&
    !(once === true && text.includes(offered)) &&
    isBalanced(before, offered) &&
    !closesNothing(before, offered);
}

/** Whether `offered` has the end of a frame whose beginning stands neither in it nor before it. */
function closesNothing(before: string, offered: string): boolean {
  const end = offered.search(frameEnd);
  if (end < 0) return false;
  return !frameBeginning.test(before.slice(endRun(before, inSentencePart)) + offered.slice(0, end));
}

/** The clause before and the one that is being written: nobody goes on in this one as in that. */
function lastClauses(text: string): string {
  const start = endRun(text, inClause);
  const goesOn = /[、，,；;]/.test(text.charAt(start - 1));
  return text.slice(goesOn ? endRun(text.slice(0, start - 1), inClause) : start);
}

/** Whether the last two characters of `before` and the beginning of `offered` stand at the end of `before` already. */
function beginsWithTyped(before: string, offered: string): boolean {
  const tail = before.slice(-2);
  for (let length = 1; length <= offered.length; length++) {
    if (before.endsWith(tail + offered.slice(0, length))) return true;
  }
  return false;
}

/** Whether `after` goes on as `offered` begins, or begins as `offered` ends. */
function overlaps(offered: string, after: string): boolean {
  if (after && offered.startsWith(after.charAt(0))) return true;
  for (let length = 2; length <= after.length; length++) {
    if (offered.endsWith(after.slice(0, length))) return true;
  }
  return false;
}
