import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { finish, type Steps } from '../../src/base/slices';
import { ChangeLog } from '../../src/intake/clean/changeLog';
import { importText } from '../../src/intake/importText';
import { linesOf } from '../../src/intake/line';
import { IntakeError } from '../../src/intake/problem';
import { quoteCandidates } from '../../src/intake/plan/quoteCandidates';
import { parseFrontMatter } from '../../src/library/frontMatter';
import { parseArticle } from '../../src/library/parseArticle';
import { DraftRepetitions } from '../../src/completion/sources/draftRepetitions';
import { documentedRules } from '../../src/draft/checks/documentedRules';
import { findHomophones, SoundsOfWord } from '../../src/search/query/homophones';
import { type DraftText, draftText } from '../../src/draft/checks/draftText';

/** What a function does with a text; its result is of no interest. */
export interface TextFunction {
  /** Its file below `src`, and its name. */
  readonly name: string;
  readonly run: (text: string) => unknown;
}

/** Folders that only know texts. */
const pureFolders = ['base', 'text', 'library', 'intake', 'draft', 'completion', 'search', 'export', 'revise'];

const root = join(import.meta.dirname, '..', '..', 'src');
type Call = (call: (...args: unknown[]) => unknown, text: string) => unknown;

const withWhole: Call = (call, text) => call(text, text.length);
const withPlace: Call = (call, text) => call(text, Math.floor(text.length / 2));

/** How functions are called that want more than a text. */
const calls: Readonly<Record<string, Call>> = {
  endRun: (call, text) => call(text, / /),
  enclosed: (call, text) => call(text, '<!--', '-->'),
  replaceEnclosed: (call, text) => call(text, '<!--', '-->', () => ''),
  withoutEnd: (call, text) => call(text, / /),
  runEnd: (call, text) => call(text, 0),
  runStart: withWhole,
  textLines: (call, text) => call(text, 0, text.length, 0),
  isBalanced: (call, text) => call(text, text),
  readingsAt: withPlace,
  speller: (call, text) => (call(text) as (of: string, from: number) => unknown)('科技创新', 0),
  contextualSpeller: (call, text) => (call(text) as (of: string, from: number) => unknown)('科技创新', 0),
  editFrontMatter: (call, text) => call(text, { title: '题目' }),
  plainTextBody: (call, text) => call(text, 0, text.length, 0),
  markdownBody: (call, text) => call(text, 0, 0),
  markdownSections: (call, text) => call(text, 0, 0),
  gitVersion: (call, text) => call(text, text, () => Promise.resolve(text)),
  isTagLine: (call, text) => call(text, text, true),
  categoryOf: (call, text) => call(text, { blocks: text.split('\n').map((line) => ({ text: line })), source: text }),
  speakersOf: (call, text) => call(Array.from({ length: text.length / 20 }, (_, at) => text.slice(at, at + 20))),
  withoutAdvertisements: (call, text) => call(text, new ChangeLog()),
  paragraphLines: (call, text) => call(text, { kind: 'item' }),
  tableRow: (call, text) => call([text, text]),
  firstBlock: (call, text) => call(text, 'p'),
  readMarkdown: (call, text) => call(text, '材料', parseFrontMatter),
  titleMatcher: (call, text) => (call([text]) as (line: string) => boolean)(text),
  // The run as it is, and each sign of it in a line of its own below a title that none repeats.
  readHtml: (call, text) => call(`<title>关于做好防汛工作的通知</title>${text}<p>${[...text].join('<br>')}`, '材料'),
  contextOf: (call, text) => call(text, { places: [{ start: 0, end: 1, text: 'X', kept: '', suffix: '' }] }),
  fitBefore: (call, text) => call(text, text),
  moveSection: (call, text) => call(text, 1, 'up'),
  sourceRange: (call, text) => call(text, { start: 0, end: 1 }),
  applyEdits: (call, text) => call(text, [{ start: 0, end: 1, text: '甲' }]),
  lineStart: withWhole,
  lineEnd: (call, text) => call(text, 0),
  lineAfter: (call, text) => {
    const change = { offset: 0, length: 1, text: '甲' };
    return call(text, change, [change]);
  },
  mayOffer: withWhole,
  isProse: withWhole,
  fitsAt: withWhole,
  historyKeyOf: (call, text) => call(text, text),
  pinyinInput: withWhole,
  pinyinOfEmptyDraft: withWhole,
  typedClauseBefore: withWhole,
  openingAt: withWhole,
  nearlyIn: (call, text) => call(text, '科技创新工作'),
  isIn: (call, text) => call(text, 'abc'),
  nextIn: (call, text) => call(text, 'abc', 0),
  excerptOf: (call, text) => call(text, [], { start: 0, end: 2 }),
  completeFilter: (call, text) => call(text, []),
  findSpellings: (call, text) => finish(call('kjcx', [text], 9) as Steps<unknown>),
  findNearlySpelled: (call, text) => finish(call('kjcx', [text], 9) as Steps<unknown>),
  takeTokens: (call, text) => call(text, { token: () => undefined, pair: () => undefined, run: () => undefined }),
  isInsideWord: withPlace,
  initialsAt: withPlace,
  titleLines: (call, text) => call(text, 22),
  breakLines: (call, text) => call(text, { size: 16, gap: 0, first: 0, width: 400 }),
  draftBlocks: (call, text) => call(text, 0, true),
  formOf: (call, text) => call(text, text, true, true),
  linkLabels: (call, text) => call([text]),
  alikeTexts: (call, text) => call([text], [text]),
  readDate: (call, text) => call(text, '年月日'),
  parseSnippets: (call, text) => call(JSON.stringify({ 片段: { prefix: text, body: text } })),
  joinedTrimmed: (call, text) => call(text, ''),
  applyChanges: (call, text) => call(text, []),
  compareCharacters: (call, text) => call(text, text),
  exportedDraft: (call, text) => call(text, 'markdown'),
  fieldsOf: (call, text) => call(`---\n甲: ${text}\n---\n`, text.length),
  placedLine: (call, text) => call(text, 0, true),
  yamlScalar: (call, text) => call(text, false),
  kindOf: (call, text) => call(text, text),
  anchorBlocks: (call, text) => call([text], [text]),
  tableText: (call, text) => call([[text]]),
};

/** Functions that are not called alone, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  spelledLengths: 'one character at a time, by `speller`',
  plainMarkdown: 'by `parseArticle`',
  joinedLines: 'by `parseArticle`',
  readWithParser: 'by `parseArticle`',
  toStore: 'takes an address',
  filesIn: 'takes the name of an archive',
  readFile: 'takes a name; what it does with texts is here by its readers',
  readParts: 'as `readFile`',
  fontTable: 'takes fonts',
  splitFused: 'by `importText`',
  xmlBlocks: 'by `firstBlock`',
  headingOf: 'takes the name of a style',
  fitValue: 'takes a place of the draft',
  borrowedInSteps: 'wants an index',
  similarity: 'compares two titles, of which neither is long: n² of their pairs',
  spelledIn: 'wants an index',
  slipsIn: 'wants an index',
  resolveParagraph: 'wants an index',
  pairsOfInitials: 'wants an index',
  pinyinPlaces: 'wants an index',
  columnWidths: 'by `setDraft`',
  documentName: 'by `setDraft`',
  remark: 'holds its texts',
  fontAttributes: 'takes the name of a font',
  fontTableXml: 'takes names of fonts',
  unprintedElements: 'by `setDraft`',
  renumbered: 'by `renumberAll`',
  withDigits: 'by `renumberAll`',
  renamedReferences: 'by `renumberAll`',
  differences: 'compares two words',
  closenessIn: 'takes what is near, by the search',
  slipsOf: 'by `parseQuery` of at most a word',
  scriptOf: 'takes the units of a document',
  placedAs: 'takes the characters of a line',
  takeBack: 'takes a document',
  marksAround: 'takes the characters of a line',
};

/** Names of the exported functions of a file whose first parameter is a text. */
function exportedIn(file: string): readonly string[] {
  const first =
    /^export (?:async )?(?:function\*? |const )(\w+)(?:<[^>]*>)?(?: = (?:async )?)?\(\s*\w+\??: ([^,)=]+)/gm;
  return [...readFileSync(file, 'utf8').matchAll(first)].flatMap(([, name = '', type = '']) =>
    /\bstring\b/.test(type) ? [name] : [],
  );
}

const drafts = new Map<string, DraftText>();

/** The draft is made once for all rules: what is measured is the rule. */
function draftOf(text: string): DraftText {
  const draft = drafts.get(text) ?? draftText(text);
  drafts.set(text, draft);
  return draft;
}

/** What goes through many functions at once. */
const whole: readonly TextFunction[] = [
  {
    name: 'intake: importText, in lines',
    run: (text) => finish(importText({ name: '材料', lines: linesOf(text.replace(/.{200}/g, '$&\n')) })),
  },
  { name: 'intake: importText', run: (text) => finish(importText({ name: '材料', lines: linesOf(text) })) },
  { name: 'intake: quoteCandidates', run: (text) => quoteCandidates([{ kind: 'paragraph', text, level: 0 }]) },
  {
    name: 'library: parseArticle',
    run: (text) => parseArticle({ id: '甲', uri: 'file:///甲.md', path: '甲.md', origin: 'personal' } as never, text),
  },
  { name: 'search: findHomophones', run: (text) => finish(findHomophones(new SoundsOfWord('科技'), [text], 9)) },
  { name: 'completion: DraftRepetitions', run: (text) => new DraftRepetitions().at(text, text.length) },
  ...documentedRules().map((rule) => ({
    name: `draft: rule ${rule.id}`,
    run: (text: string) => {
      const draft = draftOf(text);
      return rule.checkInSteps ? finish(rule.checkInSteps(draft)) : [...rule.check(draft)];
    },
  })),
];

/** Every exported function of the pure folders that takes a text first. @throws when one is not known here */
export async function textFunctions(): Promise<readonly TextFunction[]> {
  const found: TextFunction[] = [...whole];
  for (const folder of pureFolders) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!path.endsWith('.ts') || path.endsWith('.d.ts')) continue;
      const file = join(root, folder, path);
      const names = exportedIn(file).filter((name) => !(name in elsewhere));
      if (names.length === 0) continue;
      const module = (await import(pathToFileURL(file).href)) as Readonly<
        Record<string, (...args: unknown[]) => unknown>
      >;
      for (const name of names) {
        const exported = module[name];
        if (typeof exported !== 'function') throw new Error(`${file} exports no ${name}`);
        const call = calls[name] ?? ((one: (text: string) => unknown, text: string) => one(text));
        found.push({
          name: `${relative(root, file).split(sep).join('/')} ${name}`,
          run: (text) => unlessRefused(() => taken(call(exported, text))),
        });
      }
    }
  }
  return found;
}

/** A text that is refused, as one that nests elements too deep, takes the time until then. */
function unlessRefused(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof IntakeError) return undefined;
    throw error;
  }
}

/** Takes all that a generator gives. */
const taken = (result: unknown): unknown =>
  typeof result === 'object' && result !== null && Symbol.iterator in result
    ? [...(result as Iterable<unknown>)]
    : result;

/** Runs of these break what looks back, or looks for an end that never comes. */
export const signs: readonly string[] = [
  ...[' ', '\t', '\u3000', '\n', '(', '（', '[', '【', '*', 'X', ',', '，', ':', '：', '1', '"', '“', '、', '。', '.', '…'],
  ...['-', '_', '一', 'a', '#', '|', '`', '<', '>', '=', '〔', '《', '一、', '1.', '（一）', '[](', ' ,', '(,', '\n- ', '\n# '],
  ...['\n```\n甲', '\n|a|b', '\n> ', '\n    ', '\n<!--', '\n<script>', '\n- a\n  - b', '\n1. ', '**_', '<!--', '<p>', '&', '[^1]', '\\', '{', '\ud800', '年1月'],
]; // prettier-ignore

/** A text of about so many characters: a run of a sign, between two words. */
export const runOf = (sign: string, length: number): string =>
  `科技${sign.repeat(Math.ceil(length / sign.length))}工作`;
