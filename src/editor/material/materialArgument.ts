import type { Library } from '../../library/library';
import type { Material } from './material';
import { articleMaterial, passageAt } from './material';
import type { HitNode } from '../search/resultNodes';
import type { TreeNode } from '../tree/treeNodes';
import { nodeMaterial } from '../tree/treeNodes';

/** How keybindings and other extensions name material: an article by its id, and the passage at a zero-based line of it. */
export interface MaterialArgument {
  readonly article: string;
  readonly line?: number;
}

/**
 * The material that a command's argument means: a node of the tree or of a view of results, or a `MaterialArgument`. Undefined for anything
 * else, such as the URI that an editor's title bar hands over, and for an article that the library does not hold.
 */
export function materialOf(library: Library, argument: unknown): Material | undefined {
  if (holdsMaterial(argument)) return argument.material;
  if (isTreeNode(argument)) return nodeMaterial(argument);
  if (!isMaterialArgument(argument)) return undefined;
  const article = library.article(argument.article);
  if (!article) return undefined;
  return argument.line === undefined ? articleMaterial(article) : passageAt(article, argument.line);
}

const holdsMaterial = (argument: unknown): argument is HitNode =>
  isObject(argument) && argument.kind === 'hit' && isObject(argument.material);

const isTreeNode = (argument: unknown): argument is TreeNode =>
  isObject(argument) && typeof argument.kind === 'string' && typeof argument.id === 'string';

const isMaterialArgument = (argument: unknown): argument is MaterialArgument =>
  isObject(argument) &&
  typeof argument.article === 'string' &&
  (argument.line === undefined || typeof argument.line === 'number');

const isObject = (argument: unknown): argument is Record<string, unknown> =>
  typeof argument === 'object' && argument !== null;
