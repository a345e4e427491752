import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import { isOwn } from '../../library/pack';
import type { Material } from '../material/material';
import { isMaterialNode } from '../material/materialArgument';
import { openCommand } from '../material/openCommand';
import type { TreeNode } from './treeNodes';
import { oneLine, originLabel, passageIcon } from '../shared/labels';
import { shownItem, shownText } from '../shared/shownText';

const labelLength = 60;
const previewLength = 160;

const categoryIcons = new Map([
  ['理论文章', 'book'],
  ['讲话致辞', 'megaphone'],
  ['新闻发布', 'broadcast'],
  ['工作综述', 'graph'],
  ['公文范文', 'files'],
  ['金句', 'quote'],
  ['典故', 'quote'],
  ['标题', 'list-ordered'],
  ['开头结尾过渡', 'arrow-swap'],
  ['提法', 'verified'],
  ['短语', 'symbol-string'],
  ['常用表述', 'symbol-string'],
  ['指标', 'graph-line'],
]);

/**
 * How a node looks in the tree; its tooltip is filled in by `fillTooltip` when it is asked for.
 * @param isFavorite whether material is marked as favourite
 */
export function treeItem(
  node: TreeNode,
  expanded: boolean,
  isFavorite: (material: Material) => boolean,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label(node));
  item.id = node.id;
  item.contextValue = contextOf(node);
  const star = isMaterialNode(node) && node.kind !== 'favorite' && isFavorite(node.material) ? '★' : '';
  // Behind a long text nobody would see it.
  item.iconPath = new vscode.ThemeIcon(star && node.kind === 'passage' ? 'star-full' : icon(node));
  if (node.kind === 'favorite') item.description = node.material.passage ? node.material.article.title : '';
  else if (node.kind === 'passage') item.description = star;
  // Without arguments: those of a row are lost when the view is refreshed.
  else if (node.kind === 'more') item.command = { command: '_gongwen.showMore', title: label(node) };
  else {
    item.collapsibleState = vscode.TreeItemCollapsibleState[expanded ? 'Expanded' : 'Collapsed'];
    item.description = [star, String(size(node))].filter(Boolean).join(' ');
    item.accessibilityInformation = { label: [label(node), star, count(node)].filter(Boolean).join(' ') };
  }
  if (isMaterialNode(node)) item.command = openCommand(node.material);
  return shownItem(item);
}

/** Adds the tooltip. Library text is untrusted, so it goes in as text, never as Markdown. */
export function fillTooltip(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
  const tooltip = new vscode.MarkdownString();
  if (node.kind === 'favorites' || node.kind === 'more') {
    tooltip.appendText(shownText(label(node)));
  } else if (node.kind === 'favorite') {
    tooltip.appendText(shownText(node.material.article.title)).appendMarkdown('\n\n---\n\n');
    tooltip.appendText(shownText(oneLine(node.material.text, previewLength)));
  } else if (node.kind === 'category') {
    tooltip.appendText(shownText(vscode.l10n.t('{0}: {1} article(s)', label(node), node.articles.length)));
  } else if (node.kind === 'article') {
    tooltip.appendMarkdown('**').appendText(shownText(node.article.title)).appendMarkdown('**\n\n');
    tooltip.appendText(shownText(facts(node.article).join('\n'))).appendMarkdown('\n\n---\n\n');
    tooltip.appendText(shownText(oneLine(node.article.passages[0]?.text ?? '', previewLength)));
  } else if (node.kind === 'section') {
    tooltip.appendText(shownText(vscode.l10n.t('{0}: {1} passage(s)', node.section.heading.text, node.passages)));
  } else {
    tooltip
      .appendText(shownText([node.article.title, ...node.passage.headings].join(' › ')))
      .appendMarkdown('\n\n---\n\n');
    tooltip.appendText(shownText(node.passage.text));
  }
  item.tooltip = tooltip;
  return item;
}

/** The number beside a row, with what it counts: for those who have the row read out. */
function count(node: Branch): string {
  if (node.kind === 'favorites') return String(size(node));
  return node.kind === 'category'
    ? vscode.l10n.t('{0} article(s)', size(node))
    : vscode.l10n.t('{0} passage(s)', size(node));
}

type Branch = Exclude<TreeNode, { kind: 'passage' | 'favorite' | 'more' }>;

/** The number beside a row. */
function size(node: Branch): number {
  if (node.kind === 'favorites') return node.favorites.length;
  return node.kind === 'category' ? node.articles.length : node.passages;
}

/** What the menus tell nodes apart by: what is the writer's own can be changed. */
function contextOf(node: TreeNode): string {
  if (node.kind === 'article') return `article.${node.article.origin}`;
  if (node.kind !== 'category') return node.kind;
  return node.articles.some(({ article }) => isOwn(article)) ? 'category.own' : 'category';
}

function label(node: TreeNode): string {
  switch (node.kind) {
    case 'favorites':
      return vscode.l10n.t('Favourites');
    case 'favorite':
      return oneLine(node.material.passage?.text ?? node.material.heading ?? node.material.article.title, labelLength);
    case 'category':
      return node.name || vscode.l10n.t('Uncategorised');
    case 'more':
      return vscode.l10n.t('Show {0} more…', node.next);
    case 'article':
      return node.article.title;
    case 'section':
      return node.section.heading.text;
    case 'passage':
      return oneLine(node.passage.text, labelLength);
  }
}

function icon(node: TreeNode): string {
  switch (node.kind) {
    case 'favorites':
      return 'star-full';
    case 'favorite':
      return passageIcon(node.material.passage?.kind);
    case 'category':
      return categoryIcons.get(node.name) ?? 'folder';
    case 'more':
      return 'ellipsis';
    case 'article':
      return isOwn(node.article) ? 'file' : 'file-text';
    case 'section':
      return 'list-tree';
    case 'passage':
      return passageIcon(node.passage.kind);
  }
}

/** What is known about an article, one fact a line. */
function facts(article: Article): string[] {
  const { category, source, date, tags, characters, passages, origin } = article;
  return [
    ...(category ? [vscode.l10n.t('Category: {0}', category)] : []),
    ...(source ? [vscode.l10n.t('Source: {0}', source)] : []),
    ...(date ? [vscode.l10n.t('Date: {0}', date)] : []),
    ...(tags.length ? [vscode.l10n.t('Tags: {0}', tags.join('、'))] : []),
    vscode.l10n.t('Length: {0} characters, {1} passages', characters.toLocaleString('en'), passages.length),
    vscode.l10n.t('Kept in: {0}', originLabel(vscode.l10n.t, origin)),
  ];
}
