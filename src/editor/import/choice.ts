import type * as vscode from 'vscode';
import type { Block, FrontMatter } from '../../library/document';
import type { PlannedArticle } from '../../intake/plan/planImport';

/** An article with the writer's corrections. */
export interface ChosenArticle {
  readonly planned: PlannedArticle;
  readonly front: FrontMatter;
  /** Its text, with what was put back. */
  readonly blocks: readonly Block[];
}

/** What the writer decided. */
export interface Choice {
  readonly articles: readonly ChosenArticle[];
  readonly folder: vscode.Uri;
}
