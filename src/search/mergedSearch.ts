import type { Event } from '../base/event';
import { fold } from '../text/fold';
import type { PassageSearch, Progress, SearchHit, SearchOptions, SearchResult, Writing } from './passageSearch';

/** Answers of the other search that are kept for when they are asked for again. */
const mostKept = 20;
const keptMilliseconds = 60_000;
/** Related passages of the other are waited for so long. */
const patience = 400;

interface Kept {
  readonly answer: Promise<SearchResult | undefined>;
  readonly until: number;
  /** Set when the answer is there. */
  result?: SearchResult | undefined;
  over?: boolean;
}

/**
 * Two searches as one list. What the local one finds never waits for the other: until that has answered, `SearchResult.more` tells when
 * to ask again. Where the other fails there is the local answer. The lists are merged by rank (Cormack,
 * Clarke and Büttcher 2009, reciprocal rank fusion): scores of different collections cannot be compared.
 */
export class MergedSearch implements PassageSearch {
  private readonly kept = new Map<string, Kept>();

  /**
   * @param other undefined while there is none
   * @param failed told of faults of the other
   */
  constructor(
    private readonly local: PassageSearch,
    private readonly other: () => PassageSearch | undefined,
    private readonly failed: (error: unknown) => void,
  ) {}

  get onDidProgress(): Event<Progress | undefined> {
    return this.local.onDidProgress;
  }

  ready(): Promise<void> {
    return this.local.ready();
  }

  async search(text: string, options: SearchOptions = {}): Promise<SearchResult> {
    const kept = this.ask(text, options);
    const local = await this.local.search(text, options);
    if (!kept) return local;
    if (!kept.over) return { ...local, more: kept.answer.then(() => undefined) };
    return kept.result ? merge(local, kept.result, options.limit) : local;
  }

  async related(writing: Writing, limit: number): Promise<readonly SearchHit[]> {
    const shared = this.other()
      ?.related(writing, limit)
      .catch((error: unknown) => {
        this.failed(error);
        return [];
      });
    const local = await this.local.related(writing, limit);
    const late = new Promise<readonly SearchHit[]>((resolve) => setTimeout(() => resolve([]), patience));
    return interleave(local, (await Promise.race([shared, late])) ?? []).slice(0, limit);
  }

  private ask(text: string, options: SearchOptions): Kept | undefined {
    const other = this.other();
    if (!other) return undefined;
    const { limit, offset, facet } = options;
    const key = JSON.stringify([text, limit, offset, facet]);
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known;
    const answer = other.search(text, options).catch((error: unknown) => {
      this.failed(error);
      this.kept.delete(key);
      return undefined;
    });
    const kept: Kept = { answer, until: Date.now() + keptMilliseconds };
    void answer.then((result) => Object.assign(kept, { result, over: true }));
    this.kept.delete(key);
    this.kept.set(key, kept);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
    return kept;
  }

  /** Forgets what the other answered, because it is another one now or has changed. */
  forget(): void {
    this.kept.clear();
  }
}

function merge(local: SearchResult, other: SearchResult, limit = 50): SearchResult {
  // Passages that have all of the query come before those that have a part of it.
  const [first, second] = local.partial && !other.partial && other.hits.length > 0 ? [other, local] : [local, other];
  const apart = first.partial !== second.partial && first.hits.length > 0;
  const hits = apart ? withoutRepeats([...first.hits, ...second.hits]) : interleave(first.hits, second.hits);
  const facets = { ...local.facets };
  for (const facet of Object.keys(facets) as (keyof typeof facets)[]) facets[facet] += other.facets[facet];
  return {
    ...local,
    hits: hits.slice(0, limit),
    phrases: interleave(local.phrases, other.phrases).slice(0, Math.max(local.phrases.length, other.phrases.length)),
    total: local.total + other.total,
    facets,
    partial: local.partial && (other.partial || other.hits.length === 0),
  };
}

/** Of two lists in turn, the first one's first; of passages with the same words the first. */
function interleave(first: readonly SearchHit[], second: readonly SearchHit[]): readonly SearchHit[] {
  const turns = Array.from({ length: Math.max(first.length, second.length) }, (_, at) => [first[at], second[at]]);
  return withoutRepeats(turns.flat().filter((hit) => hit !== undefined));
}

function withoutRepeats(hits: readonly SearchHit[]): readonly SearchHit[] {
  const byText = new Map<string, SearchHit>();
  for (const hit of hits) {
    const key = fold(hit.passage.text).text;
    if (!byText.has(key)) byText.set(key, hit);
  }
  return [...byText.values()];
}
