import type { FoundChange } from './draftChange';
import type { Reviser } from './revisedDocument';
import type { Step } from './script';

/** A change of whole paragraphs, of which two may be one move. */
export interface ParagraphChange extends FoundChange {
  /** Text of the one paragraph that comes or goes. */
  readonly whole?: string;
  /** As it is written in the new place, without what parts it from others. */
  readonly written?: string;
  /** As it was written in the old place. */
  readonly raw?: string;
}

/** A step with the item of the draft that it is in; between paragraphs that are not compared this way, the next such item. */
export type PlacedStep =
  | (Step & { readonly item: number })
  | { readonly kind: 'barrier'; readonly item: number; readonly changes: readonly ParagraphChange[] };

export type Change = Exclude<PlacedStep, { kind: 'keep' } | { kind: 'barrier' }>;
export type Still = Exclude<PlacedStep, Change>;

/** Changes without anything kept between them, and what is kept on either side. */
export interface Hunk {
  readonly steps: readonly Change[];
  readonly left: Still | undefined;
  readonly right: Still | undefined;
}

/** A new paragraph. */
export interface Added {
  readonly text: string;
  readonly style: string;
  readonly by: Reviser | undefined;
}

export const isDelete = (step: Change): step is Change & { kind: 'delete' } => step.kind === 'delete';
export const isInsert = (step: Change): step is Change & { kind: 'insert' } => step.kind === 'insert';
/** What the steps insert. */
export const textOf = (steps: readonly (Change & { kind: 'insert' })[]): string =>
  steps.map(({ text }) => text).join('');

/** Paragraphs that end within the steps. */
export function paragraphsIn(steps: readonly (Change & { kind: 'insert' })[]): readonly Added[] {
  const found: Added[] = [];
  let text = '';
  let by: Reviser | undefined;
  for (const step of steps) {
    by ??= step.by;
    if (step.text !== '\n') text += step.text;
    else {
      if (text.trim()) found.push({ text: text.trim(), style: step.style, by });
      [text, by] = ['', undefined];
    }
  }
  return found;
}

/** Neighbouring steps of one person together. */
export function byReviser(steps: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && last[0]?.by?.author === step.by?.author) last.push(step);
    else groups.push([step]);
  }
  return groups;
}
