import { endRun } from '../../base/endRun';
import type { Article, Passage } from '../../library/article';
import { contextualSpeller, initials } from '../../text/pinyin';
import type { PassageRef } from '../candidate';
import { shortestContinuation } from './continuations';
import { segmentations } from '../pinyin/pinyinSegmentation';
import { lineMargin } from '../markdownLine';
import { PrefixTable } from './prefixTable';

/** A quote that goes on from what was typed, and the UTF-16 units before the cursor that were typed of it. */
export interface Begun extends PassageRef {
  readonly typed: number;
}

/** Fewest characters of a quote that bring it up. */
const shortestBeginning = 3;
/** Most characters of a quote that are matched. */
const longestBeginning = 80;
/** Quotes that are looked at for one beginning. */
const limit = 8;

/** Finds quotes by how they begin. */
export class QuoteTable {
  private readonly byText = new PrefixTable<PassageRef>();
  private readonly byInitials = new PrefixTable<PassageRef>();

  /** Takes out and adds the quotes of articles. */
  update(removed: ReadonlySet<Article>, added: readonly Article[]): void {
    const quotes = added.flatMap((article) => quotesOf(article).map((passage) => ({ article, passage })));
    const tables = [
      [this.byText, ({ passage }: PassageRef) => passage.text],
      [this.byInitials, ({ passage }: PassageRef) => initials(passage.text.slice(0, 16))],
    ] as const;
    for (const [table, key] of tables) {
      if (removed.size > 0) table.remove(({ article }) => removed.has(article));
      if (quotes.length > 0) table.add(quotes.map((quote) => [key(quote), quote]));
    }
  }

  /**
   * Quotes whose beginning stands before the cursor, from the start of the sentence or of the clause.
   * @param before text of the line before the cursor
   */
  begun(before: string): readonly Begun[] {
    // Cut first, because these expressions try every beginning.
    const near = before.slice(-longestBeginning);
    const line = near === before ? before.slice(lineMargin.exec(before)?.[0].length ?? 0) : near;
    const clause = line.slice(endRun(line, /[^。！？!?；;：:，,“‘（(《\s]/));
    const sentence = line.slice(endRun(line, /[^。！？!?]/));
    return [...new Set([sentence, clause])]
      .filter((typed) => typed.length >= shortestBeginning)
      .flatMap((typed) =>
        this.byText
          .find(typed, limit)
          .filter(({ passage }) => passage.text.length >= typed.length + shortestContinuation)
          .map((quote) => ({ ...quote, typed: typed.length })),
      );
  }

  /** Quotes that `pinyin` spells the beginning of: by initials, in full, or in a mixture; punctuation is passed over. */
  spelled(pinyin: string): readonly PassageRef[] {
    const spells = contextualSpeller(pinyin);
    const found = segmentations(pinyin)
      .filter(({ initials }) => initials.length >= shortestBeginning)
      .flatMap(({ initials }) => this.byInitials.find(initials, limit));
    return [...new Set(found)].filter(({ passage }) => spells(beginningOf(passage)) !== undefined).slice(0, limit);
  }
}

const beginningOf = ({ text }: Passage): string =>
  text.slice(0, longestBeginning).replaceAll(/[^\p{Script=Han}a-z0-9]/giu, '');

const quotesOf = ({ passages }: Article): readonly Passage[] => passages.filter(({ kind }) => kind === 'quote');
