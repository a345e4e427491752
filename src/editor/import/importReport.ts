import * as vscode from 'vscode';
import type { MendingKind } from '../../intake/clean/changeLog';
import type { RemovalKind } from '../../library/document';
import type { PlannedArticle } from '../../intake/plan/planImport';
import { describeIntakeProblem, describeUnread } from './importProblems';
import type { ImportResult } from './importRun';

/** What an import found, removed and could not do, as a Markdown document. @param written files, once there are some */
export function importReport(result: ImportResult, written: readonly vscode.Uri[] = []): string {
  const { articles, categories, promised, missing, problems, unread, removed, mended, files } = result;
  const complete = articles.filter(({ draft }) => draft.complete).length;
  const parts = [
    `# ${vscode.l10n.t('Import Report')}`,
    vscode.l10n.t(
      '{0} file(s), {1} article(s) promised, {2} found, {3} of them whole.',
      files,
      promised,
      articles.length,
      complete,
    ),
    ...(categories.length ? [vscode.l10n.t('Categories in the table of contents: {0}', categories.join('、'))] : []),
    ...section(vscode.l10n.t('Not Taken In'), problems.map(describeIntakeProblem)),
    ...section(vscode.l10n.t('Could Not Be Read'), unread.map(describeUnread)),
    ...section(vscode.l10n.t('Found'), articles.map(articleLine)),
    ...section(
      vscode.l10n.t('Promised but Missing'),
      missing.map(({ title, category }) => (category ? `${category} · ${title}` : title)),
    ),
    ...section(
      vscode.l10n.t('Written'),
      written.map((uri) => uri.path.split('/').slice(-2).join('/')),
    ),
    ...section(
      vscode.l10n.t('In the Library Already'),
      articles.flatMap(({ knownPassages }) => knownPassages.map(({ text, title }) => `${short(text)} → ${title}`)),
    ),
    ...section(
      vscode.l10n.t('Mended'),
      mended.map(({ kind, count, examples }) =>
        vscode.l10n.t('{0}: {1} ({2})', mendingLabel(kind), count, examples.map(short).join(' / ')),
      ),
    ),
    ...section(
      vscode.l10n.t('Removed'),
      removed.map(({ kind, text }) => vscode.l10n.t('{0}: {1}', removalLabel(kind), text)),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Warnings on an article, for its row in the preview and for the report. */
export function articleWarnings({ draft, known, knownPassages }: PlannedArticle): readonly string[] {
  return [
    ...(draft.complete ? [] : [vscode.l10n.t('breaks off')]),
    ...(known
      ? [
          known.same
            ? vscode.l10n.t('is in the library: {0}', known.title)
            : vscode.l10n.t('nearly the same as {0}', known.title),
        ]
      : []),
    ...(knownPassages.length ? [vscode.l10n.t('{0} passage(s) are in the library already', knownPassages.length)] : []),
  ];
}

const articleLine = (planned: PlannedArticle): string => {
  const { front, characters } = planned.draft;
  const about = [front.category, front.title, vscode.l10n.t('{0} characters', characters), ...articleWarnings(planned)];
  return about.filter(Boolean).join(' · ');
};

/** A heading and a list, or nothing. Texts of files are shown as they are: no marks of theirs mean anything. */
const section = (title: string, lines: readonly string[]): string[] =>
  lines.length ? [`## ${title}`, lines.map((line) => `- ${line.replace(/[\\`*_[\]<>#|]/g, '\\$&')}`).join('\n')] : [];

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function removalLabel(kind: RemovalKind): string {
  switch (kind) {
    case 'advertisement':
      return vscode.l10n.t('advertisement');
    case 'footer':
      return vscode.l10n.t('frame of the web page');
    case 'hidden':
      return vscode.l10n.t('hidden text');
    case 'pronunciation':
      return vscode.l10n.t('pronunciation guide');
    case 'issuing':
      return vscode.l10n.t('letterhead, number or signer of the document, now in the front matter');
    case 'pageNumber':
      return vscode.l10n.t('page number');
    case 'runningHead':
      return vscode.l10n.t('running head');
    case 'contents':
      return vscode.l10n.t('table of contents');
    case 'compendiumTitle':
      return vscode.l10n.t('title of the collection');
    case 'title':
      return vscode.l10n.t('title, now in the front matter');
    case 'source':
      return vscode.l10n.t('source, tags or date, now in the front matter');
    case 'separator':
      return vscode.l10n.t('drawn line');
  }
}

function mendingLabel(kind: MendingKind): string {
  switch (kind) {
    case 'joined':
      return vscode.l10n.t('broken lines joined');
    case 'headingSplit':
      return vscode.l10n.t('headings split from their paragraphs');
    case 'lineSplit':
      return vscode.l10n.t('fused lines split');
    case 'punctuation':
      return vscode.l10n.t('punctuation marks widened');
  }
}
