/** Something that may be offered. */
export interface Offer {
  /** What would stand after the cursor. */
  readonly text: string;
  /** Probability that the writer goes on with it. */
  readonly likelihood: number;
}

/** Positions of a list that a writer looks at. */
export const examined = 5;
/** Cap on the characters credited to one offer, so that long unlikely ones do not outrank short likely ones. */
const mostCounted = 14;
/** Positions among which of two offers, one the beginning of the other, both stand only if they are wanted equally. */
const withoutPrefixes = 6;
/** Two are wanted equally if the less likely is so many times as likely as the other, or more. */
const equallyWanted = 0.8;

/**
 * Puts the offers in the order in which they save most keys together: first the one with the greatest expected saving,
 * then always the one that adds most to those before it. Of near-identical offers only the better one is kept. The greedy
 * choice is within 1 − 1/e of the best (Nemhauser et al., 1978); it costs a comparison of all offers with all chosen.
 */
export function chooseBest<T extends Offer>(offers: readonly T[], limit: number): readonly T[] {
  const rest = [...offers].sort(
    (a, b) => saving(b) - saving(a) || b.likelihood - a.likelihood || (a.text < b.text ? -1 : 1),
  );
  const chosen: T[] = [];
  const later: T[] = [];
  while (chosen.length < limit && rest.length > 0) {
    // Whoever looks further down looks for one thing: there the order of the savings is as good.
    const best = chosen.length < examined ? indexOfGreatest(rest, (offer) => marginalSaving(offer, chosen)) : 0;
    const [offer] = rest.splice(best, 1);
    if (!offer || chosen.some((other) => nearlySame(offer.text, other.text))) continue;
    if (chosen.length < withoutPrefixes && chosen.some((other) => isPartOf(offer, other))) later.push(offer);
    else chosen.push(offer);
    if (chosen.length === withoutPrefixes) rest.unshift(...later.splice(0));
  }
  return chosen;
}

/** Whether one of two offers is the beginning of the other, and they are not wanted equally. */
function isPartOf(a: Offer, b: Offer): boolean {
  const [long, short] = a.text.length > b.text.length ? [a, b] : [b, a];
  if (!long.text.startsWith(short.text)) return false;
  // The shorter one comes true with the longer one: it is wanted for itself as often as it goes on otherwise.
  const alone = short.likelihood - long.likelihood;
  return Math.min(alone, long.likelihood) < equallyWanted * Math.max(alone, long.likelihood);
}

/** Probability that the writer goes on with one of the offers. */
export function coverage(offers: readonly Offer[]): number {
  let sum = 0;
  for (const { text } of offers) {
    if (offers.some((other) => other.text.length < text.length && text.startsWith(other.text))) continue;
    // What goes on from it comes true only together with it.
    const together = offers.filter((other) => other.text.startsWith(text));
    sum += Math.max(...together.map(({ likelihood }) => likelihood));
  }
  return Math.min(sum, 1);
}

/**
 * What accepting is worth, in keys: a key a character, and one for not having looked at the list in vain. With the key that
 * accepts taken off instead, more lists turn out useless and fewer keys are saved.
 */
const keys = (text: string): number => Math.min(text.length, mostCounted) + 1;

const saving = ({ text, likelihood }: Offer): number => likelihood * keys(text);

/** Keys that an offer is expected to save beyond what the chosen ones save. */
function marginalSaving(offer: Offer, chosen: readonly Offer[]): number {
  let { likelihood } = offer;
  let saved = keys(offer.text);
  for (const other of chosen) {
    // Where the longer one comes true it is taken instead; where it does not, the shorter one is still there.
    if (other.text.startsWith(offer.text)) likelihood = Math.min(likelihood, offer.likelihood - other.likelihood);
    else if (offer.text.startsWith(other.text)) saved = Math.min(saved, keys(offer.text) - keys(other.text));
  }
  return likelihood * saved;
}

/** Both say the same, or one is the other with a character more. */
const nearlySame = (a: string, b: string): boolean =>
  (Math.abs(a.length - b.length) <= 1 && (a.startsWith(b) || b.startsWith(a))) || plain(a) === plain(b);

/** Without what writers leave out or exchange at will: 的, quotation marks, and which of 和, 与, 及, 、 joins. */
const plain = (text: string): string => text.replace(/[的“”]/g, '').replace(/[与及、]|以及/g, '和');

function indexOfGreatest<T>(items: readonly T[], value: (item: T) => number): number {
  let best = 0;
  let greatest = -Infinity;
  for (const [index, item] of items.entries()) {
    const own = value(item);
    if (own > greatest) [best, greatest] = [index, own];
  }
  return best;
}
