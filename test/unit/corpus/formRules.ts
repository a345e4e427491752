import { parseFrontMatter } from '../../../src/library/frontMatter';
import type { Finding, Rule } from './piece';
import { findAll } from './piece';

/** Front matter: all keys, a category that is the folder's name, and a real date. */
export const completeFrontMatter: Rule = ({ path, text }) => {
  const front = parseFrontMatter(text);
  const faults: string[] = [];
  if (front.error) faults.push(front.error);
  for (const key of ['title', 'category', 'source', 'date'] as const) {
    if (!front[key]) faults.push(`${key} is missing`);
  }
  if (!front.tags.length) faults.push('tags are missing');
  if (front.category && front.category !== path.split('/')[0])
    faults.push(`category ${front.category} in another folder`);
  if (front.date && !isDate(front.date)) faults.push(`date ${front.date} is not YYYY-MM-DD`);
  return faults.map((message) => ({ path, line: 1, message }));
};

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text) &&
    date.getUTCFullYear() >= 2000
  );
};

/** Categories whose articles are lists. */
const listed = new Set(['金句', '短语', '常用表述', '提法', '典故', '标题', '开头结尾过渡', '指标']);
/** How the lines of fields below an entry may begin: in a list of their own, `  - 出处：…`, or as lines of the entry, `  出处：…`. */
const fieldIndents: ReadonlyMap<string, RegExp> = new Map([
  ['提法', /^\s+(?!(?<=^ {2})- )\S+|\s+$/g],
  ['典故', /^\s+(?!(?<=^ {2})\p{Script=Han}+：)\S+|\s+$/gu],
  ['指标', /^\s+(?!(?<=^ {2})\p{Script=Han}+：)\S+|\s+$/gu],
]);

/** One paragraph a line and a blank line between; no white space around it; LF; one line feed at the end. */
export const plainLines: Rule = (piece) => {
  const { path, text, body } = piece;
  const outer = fieldIndents.get(piece.article.category) ?? /^\s+\S+|\s+$/g;
  const findings: Finding[] = findAll(piece, outer, 'white space around a line');
  if (/[\r\ufeff\0]/.test(text)) findings.push({ path, line: 1, message: 'CR, byte order mark or NUL' });
  if (!/[^\n]\n$/.test(text))
    findings.push({ path, line: text.split('\n').length, message: 'not one line end at the end' });
  const listItem = /^ *(?:[-*+]|\d+\.) |^ {2}\p{Script=Han}+：/u;
  for (const [at, { line, text: content }] of body.entries()) {
    const before = body[at - 1];
    if (before?.line !== line - 1 || (listItem.test(before.text) && listItem.test(content))) continue;
    findings.push({ path, line, message: `no blank line before: ${content.slice(0, 20)}` });
  }
  return findings;
};

/** No Markdown but headings below the first level and, in collections, lists. */
export const plainMarkup: Rule = (piece) => [
  ...findAll(piece, /^# .*/g, 'first-level heading (the title stands in the front matter)'),
  ...findAll(
    piece,
    /\*\*|__|`|!?\[[^\]]*\]\(|<\/?[a-z]|^\||^>|^ *(?:[-*_] *){3,}$/gi,
    'markup other than headings and lists',
  ),
  ...(listed.has(piece.article.category) ? [] : findAll(piece, /^[-*+] .*/g, 'list in an article')),
];

/** A speech begins with who gives it and when, a report read out with whose it is and when; greetings follow. */
export const headedDelivery: Rule = ({ path, body, article: { title, category } }) => {
  const delivered = category === '讲话致辞' || (category === '公文范文' && title.endsWith('汇报'));
  const [who, when] = body;
  if (!delivered || (/^\p{Script=Han}*X\p{Script=Han}/u.test(who?.text ?? '') && when?.text === '（X年X月X日）'))
    return [];
  return [{ path, line: who?.line ?? 1, message: `who and when are missing at the head of ${title}` }];
};
