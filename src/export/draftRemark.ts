import type { Bilingual } from '../draft/checks/rule';

/** What a reader of a draft should know of how it was understood. `{0}` and so on stand for the arguments. */
export interface DraftRemark {
  readonly message: Bilingual;
  readonly args: readonly string[];
}

const longest = 40;

export const remark = (en: string, zh: string, ...args: readonly string[]): DraftRemark => ({
  message: { en, zh },
  args: args.map((one) => (one.length > longest ? `${one.slice(0, longest)}…` : one)),
});
