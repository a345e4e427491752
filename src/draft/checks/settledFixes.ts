import type { Steps } from '../../base/slices';
import type { DraftChecker, Finding } from './checkDraft';
import { applyEdits } from './checkDraft';
import type { Edit } from './rule';

/** Fixes may call for others: （三）, wide now, counts on from （一）. More rounds than any rule needs. */
const rounds = 5;

/** What is mechanical and prescribed. A formula is the writer's to change. */
const isSafe = ({ fix, rule }: Finding): boolean =>
  fix !== undefined && rule.force !== 'hint' && !rule.id.endsWith('-formula');

/**
 * All safe fixes of a draft, those that other fixes call for included, as edits of the draft as it is: one for each line that
 * changes. Of edits that overlap the first is taken, the other in the next round.
 */
export function* settledFixes(checker: DraftChecker, text: string, languageId?: string): Steps<readonly Edit[]> {
  let fixed = text;
  for (let round = 0; round < rounds; round++) {
    const findings = yield* checker.checkInSteps(fixed, languageId);
    const edits = findings.filter(isSafe).flatMap(({ fix }) => fix ?? []);
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return changedLines(text, fixed);
}

/** Fixes leave line feeds alone, so that the lines of both texts stand for one another. */
function changedLines(before: string, after: string): readonly Edit[] {
  const right = after.split('\n');
  let next = 0;
  return before.split('\n').flatMap((line, at): Edit[] => {
    const offset = next;
    next += line.length + 1;
    const text = right[at] ?? '';
    if (text === line) return [];
    let first = 0;
    while (first < Math.min(line.length, text.length) && line[first] === text[first]) first++;
    let rest = 0;
    while (rest < Math.min(line.length, text.length) - first && line.at(-1 - rest) === text.at(-1 - rest)) rest++;
    return [
      { offset: offset + first, length: line.length - first - rest, text: text.slice(first, text.length - rest) },
    ];
  });
}
