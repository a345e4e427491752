// Tries inputs with what is right: a folder holds a folder for each case, with an input and a check.json (see the README beside them).
//   npx tsx bench/cases.ts FOLDER [name or beginning of a name] [--show]
// Cases of importing, of the library and of search are run; those of completion and snippets belong to an editor.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finish } from '../src/base/slices';
import { importText } from '../src/intake/importText';
import { toMarkdown } from '../src/intake/plan/toMarkdown';
import { readFile } from '../src/intake/readFile';
import { parseArticle, parseFrontMatter } from '../src/library/parseArticle';
import { SearchService } from '../src/search/searchService';

type Texts = readonly (string | readonly string[])[];

interface Check {
  readonly kind: string;
  readonly input: string;
  readonly articles?: number;
  readonly titles?: readonly (string | null | readonly string[])[];
  readonly categories?: readonly (string | null)[];
  readonly sources?: readonly (string | null)[];
  readonly tags?: readonly (readonly string[])[];
  readonly promised?: number;
  readonly missing?: number;
  readonly contains?: Texts;
  readonly order?: readonly string[];
  readonly excludes?: readonly string[];
  readonly once?: readonly string[];
  readonly times?: Readonly<Record<string, number>>;
  readonly lines?: Texts;
  readonly matches?: readonly string[];
  readonly noMatches?: readonly string[];
  readonly characters?: number;
  readonly notRemoved?: readonly string[];
  readonly problem?: boolean | readonly string[];
  readonly noProblem?: readonly string[];
  readonly reported?: boolean;
  readonly anyOf?: readonly Partial<Check>[];
  readonly library?: Readonly<Record<string, string>>;
  readonly passages?: number;
  readonly searches?: readonly { readonly query: string; readonly finds: string }[];
}

interface Imported {
  readonly articles: readonly {
    title: string;
    category: string;
    source: string;
    tags: readonly string[];
    text: string;
    characters: number;
  }[];
  readonly promised: number;
  readonly missing: number;
  readonly removed: readonly string[];
  readonly problems: readonly string[];
  readonly reported: boolean;
}

async function importFile(path: string, name: string): Promise<Imported> {
  const { texts, problems, unread } = await readFile(name, readFileSync(path), parseFrontMatter);
  const found = texts.map((text) => finish(importText(text)));
  return {
    articles: found.flatMap(({ drafts }) =>
      drafts.map(({ front, blocks, characters }) => ({ ...front, characters, text: toMarkdown(front, blocks) })),
    ),
    promised: found.reduce((sum, { promised }) => sum + promised, 0),
    missing: found.reduce((sum, { missing }) => sum + missing.length, 0),
    removed: found.flatMap(({ removed }) => removed.map(({ kind, text }) => `${kind} ${text}`)),
    problems: problems.map(({ code, name: file, detail }) => `${code} ${file} ${detail}`),
    reported: unread.length > 0 || problems.length > 0,
  };
}

const bare = (text: string): string => text.replace(/\s/g, '');
const oneOf = (wanted: string | readonly string[]): readonly string[] =>
  typeof wanted === 'string' ? [wanted] : wanted;

/** What of a check does not hold, as short texts. */
function faults(check: Partial<Check>, result: Imported): string[] {
  const { articles } = result;
  const whole = articles.map(({ text }) => text).join('\n\n');
  const body = bare(whole);
  const lines = new Set(whole.split('\n').map((line) => line.trim().replace(/\s+/g, ' ')));
  const found: string[] = [];
  const expect = (holds: boolean, message: string): void => void (holds || found.push(message));
  const list = (name: 'title' | 'category' | 'source', wanted: Check['titles']): void => {
    if (!wanted) return;
    const got = articles.map((article) => article[name]);
    const same =
      got.length === wanted.length &&
      wanted.every(
        (one, at) =>
          one === null ||
          oneOf(one)
            .map(bare)
            .includes(bare(got[at] ?? '')),
      );
    expect(same, `${name}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
  };
  list('title', check.titles);
  list('category', check.categories);
  list('source', check.sources);
  if (check.tags) expect(JSON.stringify(articles.map(({ tags }) => tags)) === JSON.stringify(check.tags), 'tags');
  for (const [name, got] of [
    ['articles', articles.length],
    ['promised', result.promised],
    ['missing', result.missing],
  ] as const)
    if (check[name] !== undefined) expect(check[name] === got, `${name}: ${got}, not ${check[name]}`);
  for (const text of check.contains ?? [])
    expect(
      oneOf(text).some((one) => body.includes(bare(one))),
      `lacks ${oneOf(text)[0] ?? ''}`,
    );
  let from = 0;
  for (const text of check.order ?? []) {
    const at = body.indexOf(bare(text), from);
    expect(at >= 0, `not in order: ${text}`);
    from = Math.max(at, from);
  }
  for (const text of check.excludes ?? []) expect(!body.includes(bare(text)), `holds ${text}`);
  const times = { ...Object.fromEntries((check.once ?? []).map((text) => [text, 1])), ...check.times };
  for (const [text, count] of Object.entries(times)) {
    const got = body.split(bare(text)).length - 1;
    expect(got === count, `${got} times, not ${count}: ${text}`);
  }
  for (const line of check.lines ?? [])
    expect(
      oneOf(line).some((one) => lines.has(one)),
      `no line ${oneOf(line)[0] ?? ''}`,
    );
  for (const pattern of check.matches ?? []) expect(new RegExp(pattern, 'mu').test(whole), `no match of ${pattern}`);
  for (const pattern of check.noMatches ?? []) expect(!new RegExp(pattern, 'mu').test(whole), `match of ${pattern}`);
  const characters = articles.reduce((sum, article) => sum + article.characters, 0);
  if (check.characters) expect(characters >= check.characters, `${characters} characters`);
  for (const text of check.notRemoved ?? [])
    expect(!result.removed.some((one) => one.includes(text)), `removed: ${text}`);
  if (check.problem === true) expect(result.problems.length > 0, 'no problem');
  if (check.problem === false) expect(result.problems.length === 0, 'a problem');
  for (const name of Array.isArray(check.problem) ? (check.problem as string[]) : [])
    expect(
      result.problems.some((one) => one.includes(name)),
      `no problem for ${name}`,
    );
  for (const name of check.noProblem ?? [])
    expect(!result.problems.some((one) => one.includes(name)), `problem for ${name}`);
  if (check.reported) expect(result.reported, 'not reported');
  const rest = (check.anyOf ?? []).map((one) => faults(one, result));
  if (rest.length > 0)
    expect(
      rest.some(({ length }) => length === 0),
      `none of: ${rest.map((one) => one.join(', ')).join(' | ')}`,
    );
  return found;
}

async function searchFaults(check: Check, path: string): Promise<string[]> {
  const files = check.library ?? { [check.input]: readFileSync(path, 'utf8') };
  const articles = Object.entries(files).map(
    ([name, text]) => parseArticle({ uri: name, path: name, origin: 'workspace' }, text).article,
  );
  const found: string[] = [];
  const passages = articles.flatMap((article) => article.passages);
  if (check.passages !== undefined && check.passages !== passages.length)
    found.push(`${passages.length} passages, not ${check.passages}`);
  const service = new SearchService({ articles, load: () => Promise.resolve() });
  for (const { query, finds } of check.searches ?? []) {
    const { hits } = await service.search(query);
    if (!hits.some(({ passage }) => passage.text.includes(finds))) found.push(`${query} does not find ${finds}`);
  }
  service.dispose();
  return found;
}

async function main(): Promise<void> {
  const [root = '', beginning = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const show = process.argv.includes('--show');
  const count = { right: 0, wrong: 0, elsewhere: 0 };
  for (const name of readdirSync(root).sort()) {
    if (!name.startsWith(beginning) || name.endsWith('.md')) continue;
    const checks = JSON.parse(readFileSync(join(root, name, 'check.json'), 'utf8')) as Check | Check[];
    for (const check of [checks].flat()) {
      const path = join(root, name, check.input);
      let found: string[];
      if (check.kind === 'import') {
        const result = await importFile(path, check.input);
        found = faults(check, result);
        if (show) console.log(result);
      } else if (check.kind === 'library' || check.kind === 'search') found = await searchFaults(check, path);
      else {
        count.elsewhere++;
        continue;
      }
      count[found.length ? 'wrong' : 'right']++;
      if (found.length) console.log(`WRONG ${name} (${check.input})\n${found.map((fault) => `  ${fault}`).join('\n')}`);
    }
  }
  console.log(count);
}

void main();
