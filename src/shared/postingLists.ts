import { finish } from '../base/slices';
import { heaviest } from '../search/index/heaviest';
import type { Connection } from './connection';
import { runBits } from './runLists';

/** A passage on the server, by the number of its unit and its own within it. */
export interface Place {
  readonly unit: number;
  readonly place: number;
}

const inBlock = 1 << runBits;

/** The places that a list holds in one block of a unit. */
interface Block {
  readonly unit: number;
  readonly block: number;
  /** By term; of several runs, in any order. */
  readonly lists: Map<number, Uint16Array[]>;
}

/**
 * Posting lists that the server gave, put together here: the server hands out bytes, and the processor that counts is the reader's own.
 * A passage that was withdrawn is in them for a while; the server then does not give it.
 */
export class PostingLists {
  private readonly blocks = new Map<string, Block>();
  /** For the block that is looked at; empty in between. */
  private readonly counts = new Uint16Array(inBlock);
  private readonly weights = new Float32Array(inBlock);
  private readonly asked = new Map<number, number>();

  constructor(private readonly connection: Connection) {}

  /**
   * Asks for the lists of terms.
   * @param part of the passages, the newest, from 0 to 1
   * @throws SharedFault
   */
  async read(terms: readonly number[], part = 1): Promise<void> {
    const missing = [...new Set(terms)].filter((term) => (this.asked.get(term) ?? 0) < part);
    if (missing.length === 0) return;
    const rows = await this.connection.query('SELECT unit, block, hash, places FROM gongwen.lists($1, $2)', [
      missing,
      part,
    ]);
    for (const { lists } of this.blocks.values()) for (const term of missing) lists.delete(term);
    for (const term of missing) this.asked.set(term, part);
    for (const row of rows) {
      const [unit, block, term] = [Number(row.unit), Number(row.block), Number(row.hash)];
      const key = `${unit} ${block}`;
      const known = this.blocks.get(key) ?? { unit, block, lists: new Map<number, Uint16Array[]>() };
      this.blocks.set(key, known);
      const list = placesIn(row.places as Uint8Array);
      const before = known.lists.get(term);
      if (before) before.push(list);
      else known.lists.set(term, [list]);
    }
  }

  /** Passages that have all terms, the newest first. */
  holdingAll(terms: readonly number[], most: number): readonly Place[] {
    const found: Place[] = [];
    const wanted = [...new Set(terms)];
    for (const { unit, block, lists } of this.newestFirst()) {
      if (found.length >= most) break;
      const places = this.together(wanted.map((term) => lists.get(term) ?? []));
      for (const place of places.slice(0, most - found.length)) found.push({ unit, place: block * inBlock + place });
    }
    return found;
  }

  /** Passages by the weights of the terms that they have, the heaviest first. */
  heaviest(terms: ReadonlyMap<number, number>, most: number): readonly Place[] {
    const found: { readonly unit: number; readonly place: number; readonly weight: number }[] = [];
    const { weights } = this;
    for (const { unit, block, lists } of this.newestFirst()) {
      const met: number[] = [];
      for (const [term, weight] of terms) {
        for (const list of lists.get(term) ?? []) {
          for (let at = 0, { length } = list; at < length; at++) {
            const place = list[at] ?? 0;
            const before = weights[place] ?? 0;
            if (before === 0) met.push(place);
            weights[place] = before + weight;
          }
        }
      }
      for (const place of finish(heaviest(met, weights, most)))
        found.push({ unit, place: block * inBlock + place, weight: weights[place] ?? 0 });
      for (const place of met) weights[place] = 0;
    }
    return found.sort((a, b) => b.weight - a.weight).slice(0, most);
  }

  private newestFirst(): readonly Block[] {
    return [...this.blocks.values()].sort((a, b) => b.block - a.block);
  }

  /** Places that are in all lists, the highest first. */
  private together(lists: readonly (readonly Uint16Array[])[]): readonly number[] {
    const { counts } = this;
    const [first = [], ...others] = [...lists].sort((a, b) => sizeOf(a) - sizeOf(b));
    for (const run of first) for (let at = 0, { length } = run; at < length; at++) counts[run[at] ?? 0] = 1;
    for (const [number, runs] of others.entries()) {
      for (const run of runs) {
        for (let at = 0, { length } = run; at < length; at++) {
          const place = run[at] ?? 0;
          if (counts[place] === number + 1) counts[place] = number + 2;
        }
      }
    }
    const places: number[] = [];
    for (const run of first) {
      for (const place of run) {
        if (counts[place] === lists.length) places.push(place);
        counts[place] = 0;
      }
    }
    return places.sort((a, b) => b - a);
  }
}

const sizeOf = (runs: readonly Uint16Array[]): number => runs.reduce((sum, { length }) => sum + length, 0);

/** Two bytes each, the first one high; the machines that editors run on have the last one first. */
function placesIn(bytes: Uint8Array): Uint16Array {
  const { buffer } = new Uint8Array(bytes);
  Buffer.from(buffer).swap16();
  return new Uint16Array(buffer);
}
