import { finish } from '../../src/base/slices';
import { blanksOf, contextOf, placesLeft, replacements } from '../../src/draft/blanks';
import { applyEdits, DraftChecker } from '../../src/draft/checks/checkDraft';
import { documentedRules } from '../../src/draft/checks/documentedRules';
import { settledFixes } from '../../src/draft/checks/settledFixes';
import { readProfile as readValues } from '../../src/draft/profile';
import { moveSection, renumberAll } from '../../src/draft/rearrangeSections';
import { snippetText, toSnippet } from '../../src/draft/snippetText';
import { setDraft } from '../../src/export/exportDraft';
import { readProfile } from '../../src/export/readProfile';
import { parameters } from '../../src/export/profile';
import { toMarkdown } from '../../src/intake/plan/toMarkdown';
import { editFrontMatter } from '../../src/library/editFrontMatter';
import { parseFrontMatter } from '../../src/library/frontMatter';
import { parseArticle } from '../../src/library/parseArticle';
import { completeFilter } from '../../src/search/query/filterCompletion';
import { maximumQueryLength, parseQuery } from '../../src/search/query/query';
import { bagOf, missingIn } from './conserved';
import { draft, frontMatter, lineOf, lines, pieceOf, query, settings } from './fuzzMakers';
import { textOf } from './generatedText';
import type { Random } from './random';

/** A kind of text that the extension reads: how one is made, and what may not be wrong with it. */
export interface FuzzedText {
  readonly ending: string;
  readonly make: (random: Random) => string;
  /** What went wrong; undefined for nothing. May throw, which is wrong as well. */
  readonly fault: (text: string, random: Random) => string | undefined;
}

/** As a file is decoded: see `decodeText`. */
const decoded = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');

/** Faults of what an article is made of. */
function articleFault(content: string): string | undefined {
  const text = decoded(content);
  const file = { uri: 'file:///甲.md', path: '栏目/甲.md', origin: 'personal' };
  const { article } = parseArticle(file, text);
  let last = 0;
  for (const passage of article.passages) {
    if (!text.startsWith(passage.text, passage.offset)) return `passage at ${passage.offset} is not in the text`;
    if (passage.offset < last) return `passage at ${passage.offset} is out of order`;
    if (text.slice(0, passage.offset).split('\n').length - 1 !== passage.line)
      return `passage at ${passage.offset} is not on line ${passage.line}`;
    last = passage.offset;
  }
  return undefined;
}

/** Undefined where it is refused, which changes nothing. */
function editedOrRefused(text: string, title: string): string | undefined {
  try {
    return editFrontMatter(text, { title });
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw error;
    return undefined;
  }
}

function frontMatterFault(text: string, random: Random): string | undefined {
  const plain = decoded(text);
  const front = parseFrontMatter(plain);
  if (front.bodyOffset < 0 || front.bodyOffset > plain.length) return 'the body begins outside of the text';
  const title = pieceOf(random).replace(/\s+/g, ' ').trim() || '题';
  if (front.error === undefined) {
    const edited = editedOrRefused(plain, title);
    if (edited === undefined) return articleFault(plain);
    const after = parseFrontMatter(edited);
    if (after.title !== title) return `title ${JSON.stringify(title)} became ${JSON.stringify(after.title)}`;
    if (edited.slice(after.bodyOffset).trimStart() !== plain.slice(front.bodyOffset).trimStart())
      return 'the body changed with the title';
    for (const key of ['category', 'source', 'date'] as const)
      if (after[key] !== front[key]) return `${key} changed with the title`;
  }
  const tags = [pieceOf(random), textOf(random)].map((tag) => tag.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const written = parseFrontMatter(toMarkdown({ title, category: title, tags, source: title, date: '' }, []));
  if (written.title !== title || written.source !== title || written.category !== title)
    return `${JSON.stringify(title)} was written and came back as ${JSON.stringify(written.title)}`;
  if (written.tags.join('\n') !== [...new Set(tags)].join('\n'))
    return `tags ${JSON.stringify(tags)} became ${JSON.stringify(written.tags)}`;
  return articleFault(plain);
}

const rules = documentedRules();

/** Numbers of sections, and what of a reference follows them, may change when sections are numbered anew. */
const withoutNumbers = (text: string): string => text.replace(/[\d０-９①-⑳〇零一二三四五六七八九十百]/g, '');

function rearrangedFault(text: string, languageId: string, random: Random): string | undefined {
  const { edit } = renumberAll(text, languageId);
  const renumbered = applyEdits(text, [edit]);
  if (withoutNumbers(renumbered) !== withoutNumbers(text)) return 'numbering changed more than numbers';
  // A line that is numbered anew may look like another kind of line: numbering must come to an end, not at once.
  const again = (one: string): string => applyEdits(one, [renumberAll(one, languageId).edit]);
  const settled = again(again(again(renumbered)));
  if (again(settled) !== settled) return 'numbering is never settled';
  const count = text.split('\n').length;
  const moved = moveSection(text, random.between(0, count - 1), random.of(['up', 'down']), languageId);
  if (!moved) return undefined;
  const [before, after] = [text, applyEdits(text, [moved.edit])].map((one) =>
    withoutNumbers(one)
      .split('\n')
      .map((line) => line.replace(/\r+$/, ''))
      .sort()
      .join('\n'),
  );
  return before === after ? undefined : 'a line was lost when a section was moved';
}

function draftFault(text: string, random: Random): string | undefined {
  const languageId = random.of(['markdown', 'plaintext']);
  const checker = new DraftChecker(rules, {});
  const findings = finish(checker.checkInSteps(text, languageId));
  for (const { offset, length, rule, fix } of findings) {
    if (offset < 0 || length < 0 || offset + length > text.length) return `${rule.id} points outside of the text`;
    if (fix && (fix.offset < 0 || fix.offset + fix.length > text.length)) return `${rule.id} fixes outside of the text`;
  }
  const fixes = finish(settledFixes(checker, text, languageId));
  const fixed = applyEdits(text, fixes);
  if (fixed.split('\n').length !== text.split('\n').length) return 'fixes changed the number of lines';
  if (snippetText(toSnippet(text)) !== text) return 'a snippet inserts another text';
  for (const blank of blanksOf(text)) {
    contextOf(text, blank, '青阳');
    for (const { offset, length } of replacements(blank, '青阳'))
      if (offset + length > text.length) return 'a blank is outside of the text';
  }
  if (placesLeft(text).some(({ offset, text: place }) => !text.startsWith(place, offset)))
    return 'a place is another text';
  return rearrangedFault(text, languageId, random) ?? exportFault(text, {}, languageId);
}

/** What the pages of a draft do not hold, though nothing says so. */
function exportFault(text: string, values: unknown, languageId: string): string | undefined {
  const { profile } = readProfile(values);
  const set = setDraft(text, { languageId, profile });
  return set.pages.length > 0 ? undefined : 'no page';
}

const { article: sample } = parseArticle(
  { uri: 'file:///甲.md', path: '讲话致辞/甲.md', origin: 'personal' },
  '---\ntags: ["甲 乙", "\\"丙"]\nsource: "报：纸"\n---\n\n# 甲\n\n科技创新一体推进。\n',
);

function queryFault(text: string): string | undefined {
  const { words, phrases, excluded, filters, problems } = parseQuery(text);
  const source = text.slice(0, maximumQueryLength);
  for (const part of [...words, ...phrases, ...excluded, ...filters.map(({ value }) => value)])
    if (!source.includes(part)) return `${JSON.stringify(part)} is not in the query`;
  if (problems.some(({ offset }) => offset < 0 || offset > text.length)) return 'a problem is outside of the query';
  const read = bagOf(
    [...words, ...phrases, ...excluded, ...filters.map(({ field, value }) => field + value)].join('\n'),
  );
  const named = /category|tag|source|title|类|栏目|标签|来源|标题|题|源|短语|金句|段落|phrase|quote|paragraph/gi;
  const lost = missingIn(read, bagOf(source.replace(named, '')));
  if (lost) return `of the query ${JSON.stringify(lost)} is searched for by nothing`;
  for (const value of completeFilter(text, [sample])) {
    const completed = parseQuery(value.query);
    if (!completed.filters.some((filter) => value.value.includes(filter.value)))
      return `${JSON.stringify(value.query)} is not completed with ${value.value}`;
  }
  return undefined;
}

function settingsFault(text: string, random: Random): string | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { profile } = readProfile(content);
  for (const { key, standard } of parameters)
    if (typeof profile[key] !== typeof standard || Number.isNaN(profile[key]))
      return `${key} is ${String(profile[key])}`;
  for (const [role, values] of readValues(content))
    if (typeof role !== 'string' || values.some((value) => value === '')) return `the role ${role} has an empty value`;
  return exportFault(draft(random).slice(0, 400), content, 'markdown');
}

/** Every kind of text, by its name. */
export const fuzzedTexts: Readonly<Record<string, FuzzedText>> = {
  frontMatter: { ending: 'front.md', make: frontMatter, fault: frontMatterFault },
  markdown: { ending: 'article.md', make: (random) => lines(random, 30, () => lineOf(random)), fault: articleFault },
  query: { ending: 'query.txt', make: query, fault: queryFault },
  draft: { ending: 'draft.txt', make: draft, fault: draftFault },
  profile: { ending: 'profile.json', make: settings, fault: settingsFault },
};
