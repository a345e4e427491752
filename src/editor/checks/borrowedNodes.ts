import * as vscode from 'vscode';
import type { Borrowed } from '../../draft/checks/borrowedIndex';
import type { BorrowedRun } from '../../draft/checks/borrowedMatches';

/** How much of a draft stands elsewhere: the last entry of the report. Below it are the texts. */
export class BorrowedNode {
  readonly texts: readonly BorrowedTextNode[];

  /** @param nameOf how a text is named */
  constructor(
    readonly borrowed: Borrowed,
    nameOf: (id: string) => string,
  ) {
    const byText = new Map<string, BorrowedRun[]>();
    for (const run of borrowed.runs) byText.set(run.place.id, [...(byText.get(run.place.id) ?? []), run]);
    this.texts = [...byText]
      .map(([id, runs]) => new BorrowedTextNode(nameOf(id), runs))
      .sort((a, b) => b.characters - a.characters);
  }

  /** `Stands word for word elsewhere: 12 % ▰▱▱▱▱▱▱▱▱▱ (1200 of 10000 characters)` */
  get label(): string {
    const { characters, total } = this.borrowed;
    const share = total === 0 ? 0 : characters / total;
    const percent = share > 0 && share < 0.01 ? '<1%' : `${Math.round(100 * share)}%`;
    return vscode.l10n.t('Stands word for word elsewhere: {0} {1}', bar(share), percent);
  }

  get item(): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(this.label, this.texts.length > 0 ? Collapsed : None);
    const { characters, total } = this.borrowed;
    item.id = 'borrowed share';
    item.description = vscode.l10n.t('{0} of {1} characters, without punctuation', characters, total);
    item.iconPath = new vscode.ThemeIcon('pie-chart');
    return item;
  }
}

/** A text of which a draft holds runs; a click goes to the first of them in the draft. */
export class BorrowedTextNode {
  readonly characters: number;

  constructor(
    readonly name: string,
    readonly runs: readonly BorrowedRun[],
  ) {
    this.characters = runs.reduce((sum, { characters }) => sum + characters, 0);
  }

  itemIn(document: vscode.TextDocument): vscode.TreeItem {
    const item = new vscode.TreeItem(this.name);
    item.description = vscode.l10n.t('{0} characters in {1} place(s)', this.characters, this.runs.length);
    item.iconPath = new vscode.ThemeIcon('note');
    const [first] = this.runs;
    if (first) {
      const start = document.positionAt(first.offset);
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Go to the Place'),
        arguments: [
          document.uri,
          { selection: new vscode.Range(start, document.positionAt(first.offset + first.length)) },
        ],
      };
    }
    return item;
  }
}

const cells = 10;

/** A share as a picture in text, which shows in every theme and is read out as nothing. */
function bar(share: number): string {
  const full = share > 0 ? Math.max(1, Math.round(cells * share)) : 0;
  return '▰'.repeat(full) + '▱'.repeat(cells - full);
}
