import type * as vscode from 'vscode';
import type { Localize } from '../../base/localize';
import type { MendingKind } from '../../intake/clean/changeLog';
import type { RemovalKind } from '../../library/document';
import type { PlannedArticle } from '../../intake/plan/planImport';
import { describeIntakeProblem, describeUnread } from './importProblems';
import type { Choice, ChosenArticle } from './choice';
import type { ImportResult } from './importRun';
import type { WrittenFile } from './articleWriter';
import { joinSentences } from '../shared/labels';
import { markdownText } from '../shared/shownText';

/** What became of the articles once the writer had decided. */
export interface ImportOutcome {
  readonly written: readonly { readonly title: string; readonly category: string; readonly uri: vscode.Uri }[];
  /** Titles of those that were there word for word already. */
  readonly present: readonly string[];
  /** Titles of those that the writer did not want. */
  readonly unticked: readonly string[];
}

/** @param written in the order of the choice, without those that were there already */
export function importOutcome(result: ImportResult, choice: Choice, written: readonly WrittenFile[]): ImportOutcome {
  const files = new Map(written.map((file) => [file.from, file.uri]));
  const chosen = new Set(choice.articles.map(({ planned }) => planned));
  const uriOf = ({ planned }: ChosenArticle): vscode.Uri | undefined => files.get(planned);
  return {
    written: choice.articles.flatMap((article) => {
      const uri = uriOf(article);
      return uri ? [{ title: article.front.title, category: article.front.category, uri }] : [];
    }),
    present: choice.articles.filter((article) => !uriOf(article)).map(({ front }) => front.title),
    unticked: result.articles.filter((planned) => !chosen.has(planned)).map(({ draft }) => draft.front.title),
  };
}

/** What an import found, removed and could not do, as a Markdown document. @param outcome once there is one */
export function importReport(t: Localize, result: ImportResult, outcome?: ImportOutcome): string {
  const { articles, categories, promised, missing, problems, unread, removed, mended, files } = result;
  const complete = articles.filter(({ draft }) => draft.complete).length;
  const parts = [
    `# ${t('Import Report')}`,
    t(
      '{0} file(s), {1} article(s) promised, {2} found, {3} of them whole.',
      files,
      promised,
      articles.length,
      complete,
    ),
    tallyLine(t, result),
    ...(categories.length ? [t('Categories in the table of contents: {0}', markdownText(categories.join('、')))] : []),
    ...section(
      t('Not Taken In'),
      problems.map((problem) => describeIntakeProblem(t, problem)),
    ),
    ...section(
      t('Could Not Be Read'),
      unread.map((part) => describeUnread(t, part)),
    ),
    ...section(
      t('Found'),
      articles.map((article) => articleLine(t, article)),
    ),
    ...section(
      t('Promised but Missing'),
      missing.map(({ title, category }) => (category ? `${category} · ${title}` : title)),
    ),
    ...section(
      t('Written'),
      outcome?.written.map(({ title, category, uri }) => {
        const about = [category, title].filter(Boolean).join(' · ');
        return `${about} → ${uri.scheme === 'file' ? uri.fsPath : uri.path}`;
      }) ?? [],
    ),
    ...section(t('There Already, Word for Word'), outcome?.present ?? []),
    ...section(t('Not Ticked'), outcome?.unticked ?? []),
    ...section(
      t('In the Library Already'),
      articles.flatMap(({ knownPassages }) => knownPassages.map(({ text, title }) => `${short(text)} → ${title}`)),
    ),
    ...section(
      t('Mended'),
      mended.map(({ kind, count, examples }) =>
        t('{0}: {1} ({2})', mendingLabel(t, kind), count, examples.map(short).join(' / ')),
      ),
    ),
    ...section(
      t('Removed'),
      removed.map(({ kind, text }) => t('{0}: {1}', removalLabel(t, kind), text)),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Warnings on an article, for its row in the preview and for the report. */
export function articleWarnings(t: Localize, { draft, known, knownPassages }: PlannedArticle): readonly string[] {
  return [
    ...(draft.complete ? [] : [t('breaks off')]),
    ...(known
      ? [known.same ? t('is in the library: {0}', known.title) : t('nearly the same as {0}', known.title)]
      : []),
    ...(knownPassages.length ? [t('{0} passage(s) are in the library already', knownPassages.length)] : []),
  ];
}

const articleLine = (t: Localize, planned: PlannedArticle): string => {
  const { front, characters } = planned.draft;
  const about = [front.category, front.title, t('{0} characters', characters), ...articleWarnings(t, planned)];
  return about.filter(Boolean).join(' · ');
};

/** Both sides of what was read, and what could not be. */
function tallyLine(t: Localize, { tally: { read, inArticles, removed }, unread }: ImportResult): string {
  const unreadable = unread.reduce((sum, { what, amount }) => sum + (what === 'characters' ? amount : 0), 0);
  const lost = read - inArticles - removed;
  return joinSentences([
    t(
      '{0} letters, digits and Chinese characters were read: {1} are in articles, {2} were removed.',
      read,
      inArticles,
      removed,
    ),
    ...(unreadable ? [t('{0} more could not be read.', unreadable)] : []),
    ...(lost > 0 ? [t('{0} are in neither: please report this file.', lost)] : []),
  ]);
}

/** A heading and a list, or nothing. */
const section = (title: string, lines: readonly string[]): string[] =>
  lines.length ? [`## ${title}`, lines.map((line) => `- ${markdownText(line)}`).join('\n')] : [];

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

export function removalLabel(t: Localize, kind: RemovalKind): string {
  switch (kind) {
    case 'advertisement':
      return t('advertisement');
    case 'footer':
      return t('frame of the web page');
    case 'hidden':
      return t('hidden text');
    case 'deleted':
      return t('deleted or moved under revision');
    case 'comment':
      return t('comment');
    case 'pronunciation':
      return t('pronunciation guide');
    case 'issuing':
      return t('letterhead, number or signer of the document, now in the front matter');
    case 'pageNumber':
      return t('page number');
    case 'runningHead':
      return t('running head');
    case 'contents':
      return t('table of contents');
    case 'compendiumTitle':
      return t('title of the collection');
    case 'title':
      return t('title, now in the front matter');
    case 'source':
      return t('source, tags or date, now in the front matter');
    case 'separator':
      return t('drawn line');
  }
}

function mendingLabel(t: Localize, kind: MendingKind): string {
  switch (kind) {
    case 'joined':
      return t('broken lines joined');
    case 'headingSplit':
      return t('headings split from their paragraphs');
    case 'lineSplit':
      return t('fused lines split');
    case 'punctuation':
      return t('punctuation marks widened');
  }
}
