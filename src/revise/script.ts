import { compareCharacters } from './compareCharacters';
import type { Reviser, Unit } from './revisedDocument';
import { textBefore } from './revisedDocument';

/** A step from the text of the draft to that of the document. */
export type Step =
  | { readonly kind: 'keep'; readonly at: number; readonly style: string; readonly comments: readonly string[] }
  | {
      readonly kind: 'delete';
      readonly at: number;
      readonly by: Reviser | undefined;
      readonly comments: readonly string[];
    }
  | {
      readonly kind: 'insert';
      readonly text: string;
      readonly by: Reviser | undefined;
      readonly style: string;
      readonly comments: readonly string[];
    };

/**
 * The way from a text of the draft to the document's: what was changed under revision, composed with the difference between the
 * draft and the document before its revisions, which somebody changed without. Without the latter it is exactly what was tracked.
 * @param before text of the draft; `at` of a step is an offset in it
 */
export function scriptOf(before: string, units: readonly Unit[]): readonly Step[] {
  const steps: Step[] = [];
  let [at, next] = [0, 0];
  /** The next unit that was there before the revisions; those inserted before it on the way. */
  const advance = (): Unit | undefined => {
    for (let unit = units[next]; unit; unit = units[next]) {
      next++;
      if (unit.state !== 'inserted') return unit;
      steps.push(insertion(unit));
    }
    return undefined;
  };
  for (const { kind, length } of compareCharacters(before, textBefore(units))) {
    for (let index = 0; index < length; index++) {
      if (kind === 'before') {
        steps.push({ kind: 'delete', at: at++, by: undefined, comments: [] });
        continue;
      }
      const unit = advance();
      if (!unit) continue;
      const { comments, style = '' } = unit;
      if (kind === 'after') {
        if (unit.state === 'kept') steps.push(insertion(unit));
      } else if (unit.state === 'deleted') steps.push({ kind: 'delete', at: at++, by: unit.by, comments });
      else steps.push({ kind: 'keep', at: at++, style, comments });
    }
  }
  advance();
  return steps;
}

export const insertion = ({ text, by, style = '', comments }: Unit): Step => ({
  kind: 'insert',
  text,
  by,
  style,
  comments,
});
