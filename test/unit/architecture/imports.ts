import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Files of `src/` by their path below it without the ending, each with the files of ours that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** An import or re-export of a file of ours, types included: a circle of types is a circle of thought, too. */
const anyImport = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

/** An import or re-export that loads a file of ours together with the file that it stands in. */
const loadingImport = /^(?:import|export)\b(?! type\b)[^'()]*'(\.{1,2}\/[^']+)'/gm;

/**
 * Reads the import graph of a folder of TypeScript.
 * @param root the folder
 * @param imports `all`: types and dynamic imports, too; `loading`: what is loaded together
 * @returns what each file imports
 */
export function importGraph(root: string, imports: 'all' | 'loading' = 'all'): ImportGraph {
  const importOf = imports === 'all' ? anyImport : loadingImport;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const names = new Set(files.map((file) => file.slice(0, -'.ts'.length)));
  return new Map(
    [...names].sort().map((name) => {
      const text = readFileSync(join(root, `${name}.ts`), 'utf8');
      const imports = [...text.matchAll(importOf)].map(([, path = '']) => {
        const target = normalize(join(dirname(name), path)).replaceAll('\\', '/');
        return names.has(target) ? target : `${target}/index`;
      });
      return [name, [...new Set(imports)].filter((target) => names.has(target))];
    }),
  );
}

/**
 * The circles of a graph: its strongly connected components of more than one file (Tarjan 1972), linear in the edges.
 * @returns each as the files in it, sorted; empty when data flows one way
 */
export function circles(graph: ImportGraph): readonly (readonly string[])[] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const visit = (name: string): void => {
    const at = order.size;
    order.set(name, at);
    low.set(name, at);
    stack.push(name);
    open.add(name);
    for (const next of graph.get(name) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.has(next)) low.set(name, Math.min(low.get(name) ?? at, low.get(next) ?? at));
    }
    if (low.get(name) !== at) return;
    const members = stack.splice(stack.indexOf(name));
    for (const member of members) open.delete(member);
    if (members.length > 1) found.push(members.sort());
  };
  for (const name of graph.keys()) if (!order.has(name)) visit(name);
  return found;
}

/** The files that are reached from some, themselves included. */
export function reachedFrom(graph: ImportGraph, names: Iterable<string>): ReadonlySet<string> {
  const reached = new Set(names);
  for (const name of reached) for (const next of graph.get(name) ?? []) reached.add(next);
  return reached;
}
