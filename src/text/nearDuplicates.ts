import type { Steps } from '../base/slices';

/** Characters that are compared as one. */
const shingle = 6;
/** Fewest sampled shingles that say something about a text. */
const fewest = 3;
/** Share of a text's shingles that another holds when it holds the text nearly word for word. */
const nearly = 0.8;

/** Characters that are sampled in one step. */
const charactersPerStep = 10_000;
/** Hashes that are remembered or looked up in one step. */
const hashesPerStep = 5000;
/** Tables of hashes: one that grows is copied as a whole, at once. */
const tables = 64;

/** What a text is compared by. */
export type Sample = ReadonlySet<number>;

/** A text that holds another nearly word for word. */
export interface Match<T> {
  readonly holder: T;
  /** Share of the text that the holder has, 0 to 1. */
  readonly share: number;
  /** Share of the holder that the text has: 1 both ways means the same text. */
  readonly back: number;
}

/**
 * Finds texts that hold another nearly word for word, punctuation and width left aside. Texts are compared by a sample of
 * their shingles that depends on the shingles alone. Source: Broder 1997, “On the resemblance and containment of documents”,
 * with the sample of Irber et al. 2022 (FracMinHash).
 */
export class NearDuplicates<T> {
  private readonly holders = Array.from({ length: tables }, () => new Map<number, T[]>());
  private readonly sizes = new Map<T, number>();

  /** @param sampling one in so many shingles is kept: fewer for long texts, to save memory */
  constructor(private readonly sampling: number) {}

  /** Samples a text for `add` and `find`. */
  sample(text: string): Steps<Sample> {
    return sampledHashes(text, this.sampling);
  }

  /** Remembers a text by its sample. */
  *add(holder: T, hashes: Sample): Steps<void> {
    this.sizes.set(holder, (this.sizes.get(holder) ?? 0) + hashes.size);
    let count = 0;
    for (const hash of hashes) {
      if (++count % hashesPerStep === 0) yield;
      const table = this.tableOf(hash);
      const list = table.get(hash);
      if (!list) table.set(hash, [holder]);
      else if (list.at(-1) !== holder) list.push(holder);
    }
  }

  /** The text that holds most of the sampled one, if any holds nearly all of it. */
  *find(hashes: Sample): Steps<Match<T> | undefined> {
    if (hashes.size < fewest) return undefined;
    const counts = new Map<T, number>();
    let looked = 0;
    for (const hash of hashes) {
      if (++looked % hashesPerStep === 0) yield;
      const list = this.tableOf(hash).get(hash);
      if (list) for (const holder of new Set(list)) counts.set(holder, (counts.get(holder) ?? 0) + 1);
    }
    let best: Match<T> | undefined;
    for (const [holder, count] of counts) {
      const share = count / hashes.size;
      if (share < nearly || (best && best.share >= share)) continue;
      best = { holder, share, back: Math.min(1, count / Math.max(1, this.sizes.get(holder) ?? 1)) };
    }
    return best;
  }

  private tableOf(hash: number): Map<number, T[]> {
    const table = this.holders[(hash >>> 8) % tables];
    if (!table) throw new RangeError(`no table for ${hash}`);
    return table;
  }
}

/** Hashes of a sample of the shingles of a text's letters and digits; which ones, their hashes alone decide. */
function* sampledHashes(text: string, sampling: number): Steps<Sample> {
  const hashes = new Set<number>();
  let letters = '';
  for (let from = 0; from < text.length;) {
    let to = from + charactersPerStep;
    // Not between the halves of a character.
    if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to++;
    // What the last step left begins shingles that end here.
    letters = letters.slice(1 - shingle) + lettersOf(text.slice(from, to));
    for (let at = 0; at + shingle <= letters.length; at++) {
      const hash = hashOf(letters, at);
      if (hash % sampling === 0) hashes.add(hash);
    }
    from = to;
    if (from < text.length) yield;
  }
  return hashes;
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** FNV-1a over UTF-16 units, mixed once more so that its last bits may choose the sample. */
function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + shingle; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
