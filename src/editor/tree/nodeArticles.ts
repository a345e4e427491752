import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import { materialOf } from '../material/materialArgument';
import type { FavoriteNode, TreeNode } from './treeNodes';

/** The articles that nodes of the tree, or arguments of commands, stand for, each once: those of a category, and those that hold a section or a passage. */
export function articlesOf(library: Library, nodes: readonly unknown[]): readonly Article[] {
  const articles = nodes.flatMap((node) => {
    if (isNode(node) && node.kind === 'category') return node.articles.map(({ article }) => article);
    return materialOf(library, node)?.article ?? [];
  });
  // A node may have outlived a change of its file.
  return [...new Map(articles.map(({ id }) => [id, library.article(id)])).values()].filter(
    (article) => article !== undefined,
  );
}

/** Whether a node, or an argument of a command, stands for whole articles: those of a category, or one. */
export const isWhole = (node: unknown): boolean =>
  isNode(node) ? node.kind === 'category' || node.kind === 'article' : isObject(node) && !('line' in node);

export const isFavorite = (node: unknown): node is FavoriteNode => isNode(node) && node.kind === 'favorite';

const isNode = (node: unknown): node is TreeNode => isObject(node) && 'kind' in node;

const isObject = (node: unknown): node is object => typeof node === 'object' && node !== null;
