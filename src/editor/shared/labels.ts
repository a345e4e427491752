import { joinedTrimmed } from '../../base/endRun';
import type { Localize } from '../../base/localize';
import type { Article, Origin, PassageKind } from '../../library/article';

/** Where an article is kept, for people. */
export function originLabel(t: Localize, origin: Origin): string {
  switch (origin) {
    case 'builtin':
      return t('shipped with the extension');
    case 'personal':
      return t('personal folder');
    case 'workspace':
      return t('this workspace');
    default:
      return origin;
  }
}

/** The same in a word: what ships is no one's own. */
export function shortOriginLabel(t: Localize, origin: Origin): string {
  switch (origin) {
    case 'builtin':
      return t('built-in');
    case 'personal':
      return t('my own');
    case 'workspace':
      return t('workspace');
    default:
      return origin;
  }
}

/** Where a passage stands, for people: `讲话致辞 · 标题 › 一、… › （一）…`. */
export const placeLabel = ({ category, title }: Article, headings: readonly string[]): string =>
  `${category ? `${category} · ` : ''}${[title, ...headings].join(' › ')}`;

/** In which drafts a passage stands; empty for none. @param drafts their names */
export function usesLabel(t: Localize, drafts: readonly string[]): string {
  const [first, second] = drafts;
  if (first === undefined) return '';
  if (second === undefined) return t('used in {0}', first);
  return t('used in {0} and {1} more', first, drafts.length - 1);
}

/** Codicon of a passage; larger material looks like a paragraph. */
export function passageIcon(kind: PassageKind = 'paragraph'): string {
  switch (kind) {
    case 'paragraph':
      return 'note';
    case 'quote':
      return 'quote';
    case 'phrase':
      return 'symbol-string';
  }
}

/** Text on one line, without Markdown emphasis, cut to `length` characters. */
export function oneLine(text: string, length: number): string {
  // Markup may take some room; a whole article is not looked at.
  const flat = joinedTrimmed(text.slice(0, 4 * length))
    .replace(/[*_]{2,3}/g, '')
    .trim();
  const characters = [...flat];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : flat;
}

/** Han characters that a row of a side bar of the usual width shows: of the first, which has an icon, and of the others. */
const [firstRow, otherRow] = [15, 17];
/** Marks that no line begins with; there is room for one or two more behind a full one. */
const hanging = /[，。；：！？、”’）》】…]/u;

/** Text in rows of a narrow side bar, at most so many, each ended by a mark where there is one in its second half. */
export function narrowLines(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest && lines.length < most) {
    const width = lines.length === 0 ? firstRow : otherRow;
    const mark = /^.*[，。；：！？、]/u.exec(rest.slice(0, width))?.[0].length ?? 0;
    let end = rest.length <= width || mark < width / 2 ? width : mark;
    while (end < width + 2 && hanging.test(rest[end] ?? '')) end++;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  const last = lines.pop() ?? '';
  return [...lines, rest && !last.endsWith('…') ? `${last}…` : last];
}

/** Sentences as one message: a space between them, but none after full-width punctuation. */
export const joinSentences = (sentences: readonly string[]): string =>
  sentences.reduce((text, sentence) => `${text}${!text || /[。！？；]$/.test(text) ? '' : ' '}${sentence}`, '');
