import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** TypeScript files below a folder. */
export const sourceFiles = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true })
    .map((file) => path.join(folder, String(file)))
    .filter((file) => file.endsWith('.ts'));

/** First arguments of all calls of `callee` in these files, where they are literal strings; another argument throws. */
export function callsIn(files: readonly string[], callee: string): string[] {
  const found: string[] = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText(source) === callee) {
        const [argument] = node.arguments;
        if (!argument || !ts.isStringLiteralLike(argument)) {
          throw new Error(`${file}: ${callee} without a literal: ${node.getText(source)}`);
        }
        found.push(argument.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}
