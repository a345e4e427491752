import * as vscode from 'vscode';
import { isOwn } from '../../library/pack';
import { openCommand } from '../material/openCommand';
import { describeQueryProblem } from './queryProblems';
import type { ArticleResultNode, HitNode, ResultNode, SearchNode } from './resultNodes';
import { hitLabel } from './resultNodes';
import { passageIcon } from '../shared/labels';
import { shownItem, shownText } from '../shared/shownText';

/** How a node of the results looks in its tree. */
export function resultItem(node: ResultNode): vscode.TreeItem {
  switch (node.kind) {
    case 'search':
      return shownItem(searchItem(node));
    case 'articleResult':
      return shownItem(articleItem(node));
    case 'hit':
      return shownItem(hitItem(node));
  }
}

function searchItem({ id, query, pinned, result, articles }: SearchNode): vscode.TreeItem {
  const item = new vscode.TreeItem(query, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.contextValue = pinned ? 'search.pinned' : 'search';
  item.iconPath = new vscode.ThemeIcon(pinned ? 'pinned' : 'search');
  const [problem] = result?.problems ?? [];
  if (!result) item.description = vscode.l10n.t('searching …');
  else if (articles.length === 0) item.description = vscode.l10n.t('nothing found');
  else item.description = vscode.l10n.t('{0} in {1} article(s)', counted(result), articles.length);
  if (problem) item.tooltip = describeQueryProblem(vscode.l10n.t, problem);
  if (result && articles.length === 0) item.collapsibleState = vscode.TreeItemCollapsibleState.None;
  return item;
}

/** How many were found, and how many of them are shown where that is fewer. */
function counted({ hits, total }: NonNullable<SearchNode['result']>): string {
  return hits.length < total ? vscode.l10n.t('the best {0} of {1}', hits.length, total) : String(total);
}

function articleItem({ id, article, hits }: ArticleResultNode): vscode.TreeItem {
  const item = new vscode.TreeItem(article.title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.contextValue = 'articleResult';
  item.iconPath = new vscode.ThemeIcon(isOwn(article) ? 'file' : 'file-text');
  item.description = [String(hits.length), article.category].filter(Boolean).join(' · ');
  item.tooltip = [article.title, article.source].filter(Boolean).join('\n');
  return item;
}

function hitItem(node: HitNode): vscode.TreeItem {
  const { article, passage } = node.hit;
  const item = new vscode.TreeItem(hitLabel(node.hit));
  item.id = node.id;
  item.contextValue = 'hit';
  item.iconPath = new vscode.ThemeIcon(passageIcon(passage.kind));
  if (!node.parent) item.description = article.title;
  item.command = openCommand(node.material);
  return item;
}

/** Adds the tooltip, the whole passage. Library text is untrusted, so it goes in as text, never as Markdown. */
export function fillHitTooltip(item: vscode.TreeItem, node: ResultNode): vscode.TreeItem {
  if (node.kind !== 'hit') return item;
  const { article, passage } = node.hit;
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(shownText([article.title, ...passage.headings].join(' › '))).appendMarkdown('\n\n---\n\n');
  tooltip.appendText(shownText(passage.text));
  item.tooltip = tooltip;
  return item;
}
