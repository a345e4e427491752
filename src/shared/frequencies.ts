import type { Connection } from './connection';
import { termOf } from './terms';

interface Counts {
  readonly inTexts: number;
  readonly above: number;
}

/** How many passages of the whole library have tokens, as far as they were asked for. */
export class Frequencies {
  private readonly counts = new Map<number, Counts>();

  constructor(private readonly connection: Connection) {}

  /**
   * Asks for tokens.
   * @throws SharedFault
   */
  async learn(tokens: Iterable<string>): Promise<void> {
    const terms = [...new Set(Array.from(tokens, termOf))].filter((term) => !this.counts.has(term));
    if (terms.length === 0) return;
    for (const term of terms) this.counts.set(term, none);
    const rows = await this.connection.query('SELECT hash, in_texts, above FROM gongwen.statistics($1)', [terms]);
    for (const { hash, in_texts, above } of rows)
      this.counts.set(Number(hash), { inTexts: Number(in_texts), above: Number(above) });
  }

  /** Passages that have the token in their text; undefined where it was not asked for. */
  inTexts(token: string): number | undefined {
    return this.counts.get(termOf(token))?.inTexts;
  }

  /** Passages that have the token in their text, headings or title. */
  passages(token: string): number {
    const { inTexts, above } = this.counts.get(termOf(token)) ?? none;
    return inTexts + above;
  }
}

const none: Counts = { inTexts: 0, above: 0 };
