import type { Library } from '../../library/library';
import type { Material } from './material';
import { articleMaterial, passageAt } from './material';

/** How keybindings and other extensions name material: an article by its id, and the passage at a zero-based line of it. */
export interface MaterialArgument {
  readonly article: string;
  readonly line?: number;
}

/** A node of a view that stands for material. */
export interface MaterialNode {
  readonly material: Material;
}

/**
 * The material that a command's argument means: a node of a view, or a `MaterialArgument`. Undefined for anything else, such
 * as the URI that an editor's title bar hands over, and for an article that the library does not hold.
 */
export function materialOf(library: Library, argument: unknown): Material | undefined {
  if (isMaterialNode(argument)) return argument.material;
  if (!isMaterialArgument(argument)) return undefined;
  const article = library.article(argument.article);
  if (!article) return undefined;
  return argument.line === undefined ? articleMaterial(article) : passageAt(article, argument.line);
}

export const isMaterialNode = (argument: unknown): argument is MaterialNode =>
  isObject(argument) && isObject(argument.material);

const isMaterialArgument = (argument: unknown): argument is MaterialArgument =>
  isObject(argument) &&
  typeof argument.article === 'string' &&
  (argument.line === undefined || typeof argument.line === 'number');

const isObject = (argument: unknown): argument is Record<string, unknown> =>
  typeof argument === 'object' && argument !== null;
