/** Lists of tokens: a passage with all tokens of one of them is a candidate. */
export type Alternatives = readonly (readonly string[])[];

/** A further list is not read where about so many passages are left: these are looked into. */
const fewPassages = 3;
/** Lists that are read to find what has all tokens. */
const mostLists = 8;
/** How far chance decides whether neighbours occur together: in official prose, which consists of set phrases, little. */
const chanceShare = 0.25;

/** How often tokens occur in the whole library, and how many passages it has. */
export interface Counts {
  readonly of: (token: string) => number;
  readonly passages: number;
}

/** The rarest of some tokens, as many as tell passages with all of them well enough, and about how many passages these are. */
export function rarest(
  tokens: readonly string[],
  counts: Counts,
): { readonly tokens: readonly string[]; readonly likely: number } {
  const sorted = [...new Set(tokens)].sort((a, b) => counts.of(a) - counts.of(b)).slice(0, mostLists);
  const end = sorted.findIndex((_, at) => likely(sorted.slice(0, at + 1), counts) <= fewPassages);
  const chosen = end < 0 ? sorted : sorted.slice(0, end + 1);
  return { tokens: chosen, likely: chosen.length > 0 ? likely(chosen, counts) : 0 };
}

/** About how many passages have all tokens: neighbours occur together far more often than chance would have it, yet not always. */
function likely(part: readonly string[], { of, passages }: Counts): number {
  const counts = part.map(of);
  const byChance = counts.reduce((product, count) => (product * count) / Math.max(1, passages), passages);
  return byChance ** chanceShare * Math.min(...counts) ** (1 - chanceShare);
}
