import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import { materialOf } from '../material/materialArgument';
import type { TreeNode } from './treeNodes';

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

const isNode = (node: unknown): node is TreeNode => typeof node === 'object' && node !== null && 'kind' in node;
