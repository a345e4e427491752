import * as vscode from 'vscode';
import type { DraftChecker, Finding } from '../../draft/checks/checkDraft';
import type { CheckLanguage, DescribedFinding } from '../../draft/checks/describeFinding';
import { describeFinding, messageOf } from '../../draft/checks/describeFinding';
import { LibraryOverlap } from '../../draft/checks/libraryOverlap';
import type { Bilingual } from '../../draft/checks/rule';
import { formulaCategory } from '../../library/categories';
import type { Library } from '../../library/library';
import { onDidChangeSettings, settings } from '../shared/settings';
import type * as engineModule from './checksEngine';

/** A finding as other extensions get it. Offsets are UTF-16 units; the message is in the display language. */
export type ApiFinding = DescribedFinding;

/** Makes checkers with the rules that the settings and the library ask for. */
export class DraftChecks implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** After what checkers find may have changed: they are to be made anew. */
  readonly onDidChange = this.changed.event;
  private readonly overlap: LibraryOverlap;
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(
    private readonly engine: () => Promise<typeof engineModule>,
    private readonly library: Library,
  ) {
    this.overlap = new LibraryOverlap(library);
    this.subscriptions = [
      this.changed,
      this.overlap,
      onDidChangeSettings(['checks'], () => this.changed.fire()),
      library.onDidChange(({ added, removed }) => {
        if ([...added, ...removed].some(({ category }) => category === formulaCategory)) this.changed.fire();
      }),
    ];
  }

  /**
   * A checker for one document, which keeps what it found line by line.
   * @param id URI of the document, which is not compared with itself
   */
  async checker(id = ''): Promise<DraftChecker> {
    const engine = await this.engine();
    const { DraftChecker, rules, formulaRules, parseFormulas, borrowedRule } = engine;
    const index = await this.overlap.index(engine);
    const formulas = this.library.articles
      .filter(({ category }) => category === formulaCategory)
      .flatMap(({ text }) => parseFormulas(text));
    const nameOf = (other: string): string => this.library.article(other)?.title ?? other;
    const borrowed = borrowedRule({ index, nameOf, isOther: (other) => other !== id });
    return new DraftChecker([...rules, ...formulaRules(formulas), borrowed], settings.checkRules());
  }

  /** Where in an article a finding points to. */
  placeIn(id: string, offset: number): vscode.Location | undefined {
    const text = this.library.article(id)?.text.slice(0, offset);
    if (text === undefined) return undefined;
    const line = text.split('\n').length - 1;
    return new vscode.Location(vscode.Uri.parse(id), new vscode.Position(line, offset - text.lastIndexOf('\n') - 1));
  }

  /** Whether a file is an article of the library: those are material, and nobody's draft. */
  isArticle(uri: vscode.Uri): boolean {
    return this.library.article(uri.toString()) !== undefined;
  }

  /** Checks a text that is no document. */
  async describe(text: string, languageId?: string): Promise<readonly ApiFinding[]> {
    return (await this.checker()).check(text, languageId).map((finding) => describeFinding(finding, displayLanguage()));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

const displayLanguage = (): CheckLanguage => (vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** A text of a rule in the display language. */
export const inDisplayLanguage = (text: Bilingual): string => text[displayLanguage()];

/** What a finding says, in the display language. */
export const findingMessage = (finding: Finding): string => messageOf(finding, displayLanguage());
