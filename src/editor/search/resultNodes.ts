import type { Article } from '../../library/article';
import type { SearchHit, SearchResult } from '../../search/searchService';
import { passageMaterial } from '../material/material';
import type { MaterialNode } from '../material/materialArgument';
import { oneLine } from '../shared/labels';

/** A node of the results: search → article → hit. */
export type ResultNode = SearchNode | ArticleResultNode | HitNode;

/** A search that stays until the next one, or, pinned, until it is closed. */
export interface SearchNode {
  readonly kind: 'search';
  readonly id: string;
  readonly query: string;
  readonly pinned: boolean;
  /** Absent while it is searched for. */
  readonly result?: SearchResult;
  readonly articles: readonly ArticleResultNode[];
}

/** An article with its hits. */
export interface ArticleResultNode {
  readonly kind: 'articleResult';
  readonly id: string;
  readonly article: Article;
  readonly hits: readonly HitNode[];
  readonly parent: SearchNode;
}

/** A passage that was found. */
export interface HitNode extends MaterialNode {
  readonly kind: 'hit';
  readonly id: string;
  readonly hit: SearchHit;
  /** Absent in a view without articles above the hits. */
  readonly parent?: ArticleResultNode;
}

/** A line of a narrow tree: text and the ranges to highlight. */
export interface HitLabel {
  readonly label: string;
  readonly highlights: [number, number][];
}

/** What may stand before the first match: little, as a side bar is narrow. */
const mostBefore = 6;

/**
 * The nodes of a search. Articles stand in the order of their best hits; hits in the order of the text, as one reads.
 * @param id of the search node, unique in the view
 */
export function searchNode(id: string, query: string, pinned: boolean, result?: SearchResult): SearchNode {
  const articles: ArticleResultNode[] = [];
  const search: SearchNode = { kind: 'search', id, query, pinned, ...(result ? { result } : {}), articles };
  for (const [article, hits] of byArticle(result?.hits ?? [])) {
    const nodes: HitNode[] = [];
    const parent: ArticleResultNode = {
      kind: 'articleResult',
      id: `${id}#${article.id}`,
      article,
      hits: nodes,
      parent: search,
    };
    articles.push(parent);
    const inOrder = [...hits].sort((a, b) => a.passage.offset - b.passage.offset);
    nodes.push(...inOrder.map((hit) => hitNode(parent.id, hit, parent)));
  }
  return search;
}

/** A node for one hit, in a tree whose nodes above it have ids that begin with `prefix`. */
export const hitNode = (prefix: string, hit: SearchHit, parent?: ArticleResultNode): HitNode => ({
  kind: 'hit',
  id: `${prefix}@${hit.article.id}@${hit.passage.offset}`,
  hit,
  material: { ...passageMaterial(hit.article, hit.passage), ...(hit.matches[0] ? { match: hit.matches[0] } : {}) },
  ...(parent ? { parent } : {}),
});

/** Excerpt of a hit for a narrow tree, its first match near the beginning. */
export function hitLabel({ excerpt: { text, matches }, passage }: SearchHit): HitLabel {
  const [first] = matches;
  if (!first) return { label: oneLine(passage.text, 80), highlights: [] };
  const cut = first.start > mostBefore + 1 ? first.start - mostBefore : 0;
  const lead = cut > 0 ? '…' : '';
  const highlights = matches.map(({ start, end }): [number, number] => [
    start - cut + lead.length,
    end - cut + lead.length,
  ]);
  return { label: lead + text.slice(cut), highlights };
}

function byArticle(hits: readonly SearchHit[]): ReadonlyMap<Article, readonly SearchHit[]> {
  const groups = new Map<Article, SearchHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.article);
    if (group) group.push(hit);
    else groups.set(hit.article, [hit]);
  }
  return groups;
}
