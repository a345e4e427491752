import type { Article, Passage } from '../../library/article';
import { shippedCategories } from '../../library/categories';
import type { Outline, Section } from '../../library/outline';
import { countPassages, outline } from '../../library/outline';
import { chineseOrder } from '../../text/chineseOrder';
import type { Material } from '../material/material';
import { articleMaterial, passageMaterial, sectionMaterial } from '../material/material';
import type { MaterialNode } from '../material/materialArgument';

/** A node of the library tree: category → article → section → passage or quote; and the favourites, above the categories. */
export type TreeNode = FavoritesNode | FavoriteNode | CategoryNode | MoreNode | ArticleNode | SectionNode | PassageNode;

export interface FavoritesNode {
  readonly kind: 'favorites';
  readonly id: string;
  readonly favorites: readonly FavoriteNode[];
}

export interface FavoriteNode extends MaterialNode {
  readonly kind: 'favorite';
  readonly id: string;
  readonly parent: FavoritesNode;
}

/** What articles of a category are sorted by: title and source from A to Z, date and length from the newest and the longest. */
export type ArticleOrder = 'title' | 'date' | 'source' | 'length';

export interface CategoryNode {
  readonly kind: 'category';
  readonly id: string;
  /** Empty for articles without a category. */
  readonly name: string;
  readonly articles: readonly ArticleNode[];
}

/** Stands for the articles of a category that are not shown yet. */
export interface MoreNode {
  readonly kind: 'more';
  readonly id: string;
  /** How many articles a click shows. */
  readonly next: number;
  readonly parent: CategoryNode;
}

export interface ArticleNode extends MaterialNode {
  readonly kind: 'article';
  readonly id: string;
  readonly article: Article;
  readonly outline: Outline;
  readonly passages: number;
  readonly parent: CategoryNode;
}

export interface SectionNode extends MaterialNode {
  readonly kind: 'section';
  readonly id: string;
  readonly article: Article;
  readonly section: Section;
  readonly passages: number;
  readonly parent: ArticleNode | SectionNode;
}

export interface PassageNode extends MaterialNode {
  readonly kind: 'passage';
  readonly id: string;
  readonly article: Article;
  readonly passage: Passage;
  readonly parent: ArticleNode | SectionNode;
}

/**
 * The top of the tree for these articles. With a filter, an article stays when its title, category, tags and source hold
 * every word of the filter, and otherwise keeps only the passages that do, together with their headings.
 */
export function categoryNodes(
  articles: readonly Article[],
  filter = '',
  order: ArticleOrder = 'title',
): readonly CategoryNode[] {
  const wanted = normalize(filter).trim();
  const categories = new Map<string, CategoryNode & { readonly articles: ArticleNode[] }>();
  for (const article of sorted(articles, order)) {
    const kept = wanted ? filterArticle(article, wanted) : article;
    if (!kept) continue;
    const name = article.category;
    // The filter is part of the id: the editor keeps no old expansion state, and a filtered tree comes expanded.
    const parent = categories.get(name) ?? { kind: 'category', id: `${wanted}#${name}`, name, articles: [] };
    categories.set(name, parent);
    const id = `${wanted}#${article.id}`;
    let own: Outline | undefined;
    parent.articles.push({
      kind: 'article',
      id,
      article,
      // Only of what is opened or seen: a category may have thousands of articles.
      get outline() {
        return (own ??= outline(kept));
      },
      get passages() {
        return kept.passages.length;
      },
      parent,
      get material() {
        return articleMaterial(article);
      },
    });
  }
  return [...categories.values()].sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

/** By title they come as they are. */
function sorted(articles: readonly Article[], order: ArticleOrder): readonly Article[] {
  if (order === 'title') return articles;
  const key = (article: Article): string | number =>
    order === 'length' ? -article.characters : order === 'date' ? dateKey(article.date) : article.source;
  const compare = chineseOrder();
  return [...articles].sort((a, b) => {
    const [of, than] = [key(a), key(b)];
    if (typeof of === 'number' || typeof than === 'number') return Number(of) - Number(than);
    // What is not known comes last.
    if (!of || !than) return of ? -1 : than ? 1 : 0;
    return order === 'date' ? compare(than, of) : compare(of, than);
  });
}

/** The numbers of a date, year first, however it is written: `2026-03-05`, `2026年3月5日`, `20260305`. */
const dateKey = (date: string): string =>
  (date.normalize('NFKC').match(/(?<!\d)\d{4}|\d\d?/g) ?? []).map((number) => number.padStart(2, '0')).join('-');

/** The node of what is marked as favourite; undefined when nothing is. */
export function favoritesNode(materials: readonly Material[]): FavoritesNode | undefined {
  if (materials.length === 0) return undefined;
  const favorites: FavoriteNode[] = [];
  const parent: FavoritesNode = { kind: 'favorites', id: '#favorites', favorites };
  // Two marks may have come to mean the same, and the editor draws no tree in which an id stands twice.
  const ids = new Set<string>();
  for (const material of materials) {
    const { article, offset, text } = material;
    const id = `#favorite ${article.id}@${offset}+${text.length}`;
    if (!ids.has(id)) favorites.push({ kind: 'favorite', id, material, parent });
    ids.add(id);
  }
  return parent;
}

/** Articles of a category that are shown at a time: the editor draws thousands of rows slowly. */
export const pageLength = 300;

/** What stands directly below a node; of a category the first `most` articles. */
export function childNodes(node: TreeNode, most = pageLength): readonly TreeNode[] {
  switch (node.kind) {
    case 'favorites':
      return node.favorites;
    case 'category':
      return page(node, most);
    case 'article':
      return below(node, node.outline);
    case 'section':
      return below(node, node.section);
    case 'favorite':
    case 'more':
    case 'passage':
      return [];
  }
}

function page(category: CategoryNode, most: number): readonly TreeNode[] {
  const rest = category.articles.length - most;
  if (rest <= 0) return category.articles;
  const more: MoreNode = {
    kind: 'more',
    id: `${category.id}+${most}`,
    next: Math.min(rest, pageLength),
    parent: category,
  };
  return [...category.articles.slice(0, most), more];
}

function below(parent: ArticleNode | SectionNode, { passages, sections }: Outline): readonly TreeNode[] {
  const { article, id } = parent;
  return [
    ...passages.map((passage): PassageNode => ({
      kind: 'passage',
      id: `${id}@${passage.offset}`,
      article,
      passage,
      parent,
      material: passageMaterial(article, passage),
    })),
    ...sections
      .map((section): SectionNode => ({
        kind: 'section',
        id: `${id}#${section.heading.line}`,
        article,
        section,
        passages: countPassages(section),
        parent,
        get material() {
          return sectionMaterial(article, section);
        },
      }))
      .filter((section) => section.passages > 0),
  ];
}

function filterArticle(article: Article, wanted: string): Article | undefined {
  const words = wanted.split(/\s+/);
  const holdAll = (parts: readonly string[]): boolean => {
    const text = normalize(parts.join('\n'));
    return words.every((word) => text.includes(word));
  };
  const about = [article.title, article.category, article.source, ...article.tags];
  if (holdAll(about)) return article;
  const passages = article.passages.filter(({ text, headings }) => holdAll([...about, ...headings, text]));
  return passages.length ? { ...article, passages } : undefined;
}

/** Full-width letters and digits count as half-width ones, capitals as small ones. */
const normalize = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Shipped categories in their order, then others by name, then articles without one. */
function rank(category: string): number {
  const at = shippedCategories.indexOf(category);
  return at >= 0 ? at : category ? shippedCategories.length : shippedCategories.length + 1;
}
