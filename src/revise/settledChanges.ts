import { byPlace } from './applyChanges';
import type { DraftChange, DraftEdit, UnplacedChange } from './draftChange';
import type { ParagraphChange } from './hunk';

/** Shortest paragraph, in characters, that is taken for one that was moved. */
const shortestMove = 4;

/**
 * Puts changes in the order of the draft, makes one of a paragraph that goes here and comes there, and takes out what would touch
 * the same characters as another change. Quadratic in the changes.
 */
export function settledChanges(found: readonly ParagraphChange[]): {
  changes: readonly DraftChange[];
  rest: readonly UnplacedChange[];
} {
  const rest: UnplacedChange[] = [];
  const taken: DraftEdit[] = [];
  const changes: DraftChange[] = [];
  for (const change of withMoves(
    found.map((one, order) => ({ ...one, edits: one.edits.map((edit) => ({ ...edit, order })) })),
  )) {
    const { kind, edits, before, after, by } = change;
    const meets = edits.some(({ start, end }) => taken.some((one) => start < one.end && one.start < end));
    if (meets) rest.push({ before, after, by });
    else {
      taken.push(...edits);
      changes.push({ kind, edits: [...edits].sort(byPlace), before, after, by });
    }
  }
  const first = ({ edits }: DraftChange): DraftEdit => edits[0] ?? { start: 0, end: 0, text: '', order: 0 };
  return { changes: changes.sort((a, b) => byPlace(first(a), first(b))), rest };
}

type Numbered = Omit<ParagraphChange, 'edits'> & Pick<DraftChange, 'edits'>;

function withMoves(changes: readonly Numbered[]): readonly Numbered[] {
  const going = changes.filter(({ kind, whole = '' }) => kind === 'delete' && whole.length >= shortestMove);
  const used = new Set<Numbered>();
  const moves = new Map<Numbered, Numbered>();
  for (const coming of changes.filter(({ kind, whole }) => kind === 'insert' && whole !== undefined)) {
    const from = going.find((one) => one.whole === coming.whole && !used.has(one));
    if (!from) continue;
    used.add(from);
    // In its new place the paragraph keeps the marks that it had.
    const { written = '' } = coming;
    const { raw = written } = from;
    const put = coming.edits.map((edit) => ({ ...edit, text: edit.text.replace(written, () => raw) }));
    const edits = [...from.edits, ...put];
    moves.set(coming, { ...coming, kind: 'move', edits, before: from.before, by: coming.by ?? from.by });
  }
  return changes.filter((change) => !used.has(change)).map((change) => moves.get(change) ?? change);
}
