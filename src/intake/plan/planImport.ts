import type { Article } from '../../library/article';
import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import { NearDuplicates } from '../../text/nearDuplicates';
import type { Draft, Intake } from '../importText';

/** Share both ways from which two texts are the same. */
const same = 0.98;
const articleSampling = 8;
const passageSampling = 2;
/** Paragraphs compared in one step. */
const passagesPerStep = 50;
/** Shorter paragraphs, such as salutations, are everywhere. */
const shortestPassage = 20;

/** What the library, or an earlier article of the same import, holds already. */
export interface Known {
  readonly title: string;
  /** Whether it is the whole text and nothing else. */
  readonly same: boolean;
}

/** An article that may be written. */
export interface PlannedArticle {
  readonly draft: Draft;
  /** Name of the file that it comes from. */
  readonly from: string;
  /** What holds it nearly word for word; such an article is not written unless the writer wants it. */
  readonly known: Known | undefined;
  /** Paragraphs, or list items, that the library holds nearly word for word. */
  readonly knownPassages: readonly { readonly text: string; readonly title: string }[];
}

/** Compares articles with a library and with each other. */
export class ImportPlanner {
  private readonly whole = new NearDuplicates<string>(articleSampling);
  /** Of the library alone: an import of megabytes would fill the memory. */
  private readonly passages = new NearDuplicates<string>(passageSampling);

  /** Remembers what the library holds; an article a step. */
  *remember(articles: readonly Article[]): Steps<void> {
    for (const article of articles) {
      const texts = article.passages.map(({ text }) => text);
      yield* this.whole.add(article.title, yield* this.whole.sample(texts.join('')));
      // Phrases are everybody's: the list of whom a document goes to tells nothing.
      for (const { text, kind } of article.passages)
        if (kind !== 'phrase') finish(this.passages.add(article.title, finish(this.passages.sample(text))));
      yield;
    }
  }

  /** Plans the articles of one file, and remembers them for those to come. */
  *plan({ drafts }: Intake, from: string): Steps<readonly PlannedArticle[]> {
    const planned: PlannedArticle[] = [];
    for (const draft of drafts) {
      const texts = draft.blocks.filter(({ kind }) => kind !== 'heading').map(({ text }) => text);
      const sample = yield* this.whole.sample(texts.join(''));
      const match = yield* this.whole.find(sample);
      const knownPassages = match ? [] : yield* this.knownPassages(texts);
      planned.push({
        draft,
        from,
        known: match && { title: match.holder, same: match.share >= same && match.back >= same },
        knownPassages,
      });
      yield* this.whole.add(draft.front.title, sample);
      yield;
    }
    return planned;
  }

  private *knownPassages(texts: readonly string[]): Steps<PlannedArticle['knownPassages']> {
    const known: { text: string; title: string }[] = [];
    for (const [at, text] of texts.entries()) {
      if (at % passagesPerStep === 0) yield;
      known.push(...this.knownPassage(text));
    }
    return known;
  }

  private knownPassage(text: string): readonly { text: string; title: string }[] {
    if (text.length < shortestPassage) return [];
    const match = finish(this.passages.find(finish(this.passages.sample(text))));
    return match ? [{ text, title: match.holder }] : [];
  }
}
