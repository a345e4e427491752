import { endRun, withoutEnd } from '../base/endRun';

/** A text of two parts with two blanks or more between, the second without any: who signs, and when. Cost: linear. */
export function textAtGap(text: string): { readonly left: string; readonly right: string } | undefined {
  const start = endRun(text, /\S/);
  const left = withoutEnd(text.slice(0, start), /\s/);
  return start < text.length && start - left.length >= 2 && /^\S/.test(left)
    ? { left, right: text.slice(start) }
    : undefined;
}
