import * as vscode from 'vscode';
import type { SearchHit } from '../../search/searchService';
import type { MaterialNode } from '../material/materialArgument';
import { openCommand } from '../material/openCommand';
import { narrowLines, shortOriginLabel } from '../shared/labels';
import { resultItem } from './resultItem';
import type { HitNode } from './resultNodes';
import { hitNode } from './resultNodes';
import { shownItem } from '../shared/shownText';

/** A related passage: its first line, and below that the next ones and where it is from. */
export type RelatedNode = RelatedHitNode | RelatedLineNode;

export interface RelatedHitNode extends HitNode {
  readonly firstLine: string;
  readonly lines: readonly RelatedLineNode[];
}

export interface RelatedLineNode extends MaterialNode {
  readonly kind: 'line' | 'source';
  readonly id: string;
  readonly text: string;
}

/** Rows of text: enough to choose by, few enough to see several passages at once. */
const mostLines = 3;

/** The node of a passage that was found. */
export function relatedNode(hit: SearchHit): RelatedHitNode {
  const node = hitNode('related', hit);
  const { article } = hit;
  const [firstLine = '', ...others] = narrowLines(hit.excerpt.text, mostLines);
  const place = [article.title, ...hit.passage.headings].join(' › ');
  const about = [place, article.source, shortOriginLabel(vscode.l10n.t, article.origin)].filter(Boolean).join(' · ');
  const rows: readonly Pick<RelatedLineNode, 'kind' | 'text'>[] = [
    ...others.map((text) => ({ kind: 'line' as const, text })),
    { kind: 'source', text: about },
  ];
  const lines = rows.map((row, at) => ({ ...row, id: `${node.id}@${at}`, material: node.material }));
  return { ...node, firstLine, lines };
}

/** How a node looks in the view. */
export function relatedItem(node: RelatedNode): vscode.TreeItem {
  if (node.kind === 'hit') {
    const item = resultItem(node);
    item.label = node.firstLine;
    item.description = '';
    item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    return shownItem(item);
  }
  const item = new vscode.TreeItem(node.kind === 'line' ? node.text : '');
  item.id = node.id;
  item.contextValue = 'relatedLine';
  if (node.kind === 'source') {
    item.description = node.text;
    item.iconPath = new vscode.ThemeIcon('book');
    item.tooltip = node.text;
  }
  item.command = openCommand(node.material);
  return shownItem(item);
}
