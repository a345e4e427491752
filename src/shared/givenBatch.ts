import { Checksum } from '../base/checksum';
import type { Steps } from '../base/slices';
import { finish } from '../base/slices';
import type { Article } from '../library/article';
import { fold } from '../text/fold';
import { NearDuplicates } from '../text/nearDuplicates';
import { BinaryRows } from './binaryRows';
import type { Connection } from './connection';
import { runBits, RunLists } from './runLists';
import { articleTerms, kinds } from './terms';

/** One shingle in so many is kept of an article. */
const sampling = 64;
/** Of the whole text of an article. */
export const hashOf = ({ text }: Article): string => new Checksum().addText(text).value;
/** Hashes of some of what an article says, for near-duplicates. */
export const sampleOf = ({ text }: Article): readonly number[] =>
  [...finish(new NearDuplicates(sampling).sample(text))].map((hash) => hash | 0);
const lines = (texts: readonly string[]): string => texts.map((text) => text.replace(/\s+/g, ' ')).join('\n');
/** PostgreSQL keeps no zero character; nor does anybody write one. */
const clean = (text: string): string => text.replaceAll('\0', '');
/** Characters of a title, category and date: they stand in indexes, whose entries are of limited size. */
const [longestTitle, longestCategory, longestDate] = [200, 100, 40];
const shortened = (text: string, longest: number): string => [...clean(text)].slice(0, longest).join('');
/** The name of an article within its unit. */
export const nameOf = ({ title, category }: Article): Pick<Article, 'title' | 'category'> => ({
  title: shortened(title, longestTitle),
  category: shortened(category, longestCategory),
});

/** The name as one text. */
export const keyOf = (article: Article): string => Object.values(nameOf(article)).join('\n');

/** Of articles with one name the last. */
export const lastOfName = (articles: readonly Article[]): readonly Article[] => [
  ...new Map(articles.map((article) => [keyOf(article), article])).values(),
];

/** The numbers of the types of rows in this database. */
export interface RowTypes {
  readonly article: number;
  readonly passage: number;
  readonly run: number;
  readonly list: number;
}

/** @throws SharedFault */
export async function typesOf(connection: Connection): Promise<RowTypes> {
  const of = (name: keyof RowTypes): string => `'gongwen.given_${name}'::regtype::oid AS ${name}`;
  const names = ['article', 'passage', 'run', 'list'] as const;
  const [row] = await connection.query(`SELECT ${names.map(of).join(', ')}`);
  const [article, passage, run, list] = names.map((name) => Number(row?.[name]));
  return { article: article ?? 0, passage: passage ?? 0, run: run ?? 0, list: list ?? 0 };
}

/** A batch as it is sent. */
export interface Given {
  /** How many articles there are in it. */
  readonly changed: number;
  readonly articles: Buffer;
  readonly passages: Buffer;
  readonly runs: Buffer;
  readonly lists: Buffer;
}

const [articleFields, passageFields, runFields, listFields] = [13, 11, 2, 5];

/**
 * Writes down a batch, a passage a step: the fields of `gongwen.given_article` and so on.
 * @param place number of the first passage
 */
export function* givenOf(batch: readonly Article[], place: number, types: RowTypes): Steps<Given> {
  const articles = new BinaryRows(articleFields);
  const passages = new BinaryRows(passageFields);
  const runs = new BinaryRows(runFields);
  const rows = new BinaryRows(listFields);
  const last = new Set(lastOfName(batch));
  let [run, first, next, lists] = [0, place, place, new RunLists()];
  const endRun = (): void => {
    if (next === first) return;
    runs
      .begin()
      .int4(first)
      .int4(next - 1);
    lists.write(rows, ++run);
    [first, lists] = [next, new RunLists()];
  };
  for (const [at, article] of batch.entries()) {
    addArticle(articles, article);
    yield;
    if (!last.has(article)) continue;
    let number = 0;
    for (const terms of articleTerms(article)) {
      const passage = article.passages[number];
      if (!passage) break;
      if (next >> runBits !== first >> runBits) endRun();
      lists.add(next & ((1 << runBits) - 1), terms);
      const { kind, offset, line, headings, text } = passage;
      passages
        .begin()
        .int4(at + 1)
        .int4(number++);
      passages
        .int2(kinds.indexOf(kind))
        .int4(offset)
        .int4(line)
        .text(clean(lines(headings)))
        .text(clean(text));
      passages.int4s(terms.terms).int4(terms.own).int2s(terms.initials).int4(next++);
      yield;
    }
  }
  endRun();
  return {
    changed: batch.length,
    articles: articles.end(types.article),
    passages: passages.end(types.passage),
    runs: runs.end(types.run),
    lists: rows.end(types.list),
  };
}

function addArticle(rows: BinaryRows, article: Article): void {
  const { tags, source, date, text, passages } = article;
  const { title, category } = nameOf(article);
  const folded = (value: string): string => clean(fold(value).text);
  rows
    .begin()
    .text(title)
    .text(category)
    .text(clean(lines(tags)))
    .text(clean(source))
    .text(shortened(date, longestDate));
  rows.text(clean(text)).text(hashOf(article)).int4s(sampleOf(article));
  rows
    .text(folded(category))
    .text(folded(lines(tags)))
    .text(folded(source))
    .text(folded(title))
    .int4(passages.length);
}
