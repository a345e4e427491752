import * as vscode from 'vscode';
import { finishInSlices } from '../../base/slices';
import { borrowedInSteps, borrowedRule } from '../../draft/checks/borrowedRule';
import type { Borrowed } from '../../draft/checks/borrowedIndex';
import type { Finding } from '../../draft/checks/checkDraft';
import { DraftChecker } from '../../draft/checks/checkDraft';
import type { DescribedFinding } from '../../draft/checks/describeFinding';
import { describeFinding, messageOf } from '../../draft/checks/describeFinding';
import { formulaRules } from '../../draft/checks/formulaRules';
import { parseTerms, termRule } from '../../draft/checks/ownTermRules';
import { parsePeople, peopleRules } from '../../draft/checks/peopleRules';
import type { Edit } from '../../draft/checks/rule';
import { rules } from '../../draft/checks/rules';
import { settledFixes } from '../../draft/checks/settledFixes';
import { nearMissRule } from '../../draft/checks/spellingRules';
import { parseFormulas } from '../../draft/formulas';
import { formulaCategory } from '../../library/categories';
import type { Library } from '../../library/library';
import { onDidChangeSettings, settings } from '../shared/settings';
import type { WorkspaceDrafts } from '../shared/workspaceDrafts';
import { ComparedTexts } from './comparedTexts';
import { displayLanguage } from './displayLanguage';
import { PeopleFiles } from './peopleFile';
import { SetExpressions } from './setExpressions';
import { shownText } from '../shared/shownText';

/** A finding as other extensions get it. Offsets are UTF-16 units; the message is in the display language. */
export type ApiFinding = DescribedFinding;

/** Makes checkers with the rules that the settings and the library ask for. */
export class DraftChecks implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** After what checkers find may have changed: they are to be made anew. */
  readonly onDidChange = this.changed.event;
  private readonly compared: ComparedTexts;
  private readonly expressions: SetExpressions;
  private readonly people = new PeopleFiles();
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(
    private readonly library: Library,
    workspaceDrafts: WorkspaceDrafts,
  ) {
    this.compared = new ComparedTexts(library, workspaceDrafts);
    this.expressions = new SetExpressions(library);
    this.subscriptions = [
      this.changed,
      this.compared,
      this.expressions,
      this.people,
      this.people.onDidChange(() => this.changed.fire()),
      onDidChangeSettings(['checks', 'terms', 'people'], () => this.changed.fire()),
      library.onDidChange(({ added, removed }) => {
        if ([...added, ...removed].some(({ category }) => category === formulaCategory)) this.changed.fire();
      }),
    ];
  }

  /** All safe fixes of a document, those that other fixes call for included. @param checker of the document */
  fixes(checker: DraftChecker, document: vscode.TextDocument): Promise<readonly Edit[]> {
    return finishInSlices(settledFixes(checker, document.getText(), document.languageId));
  }

  /**
   * A checker for one document, which keeps what it found line by line.
   * @param uri of the document, which is not compared with itself
   */
  async checker(uri: vscode.Uri): Promise<DraftChecker> {
    const sources = await this.compared.sources(uri.toString());
    const formulas = this.library.articles
      .filter(({ category }) => category === formulaCategory)
      .flatMap(({ text }) => parseFormulas(text));
    const all = [
      ...rules,
      ...formulaRules(formulas),
      nearMissRule(this.expressions.index()),
      borrowedRule(sources),
      termRule(parseTerms(settings.terms(uri))),
      ...peopleRules(parsePeople(await this.people.textFor(uri))),
    ];
    return new DraftChecker(all, settings.checkRules());
  }

  /** What of a document stands elsewhere. */
  async borrowed(document: vscode.TextDocument): Promise<Borrowed> {
    const sources = await this.compared.sources(document.uri.toString());
    return finishInSlices(borrowedInSteps(document.getText(), sources, document.languageId));
  }

  /** How a text is named that a draft is compared with. */
  nameOf(id: string): string {
    return this.compared.nameOf(id);
  }

  /** Where in a text a finding points to. */
  placeIn(id: string, offset: number): vscode.Location | undefined {
    const before = this.compared.text(id)?.slice(0, offset);
    if (before === undefined) return undefined;
    const line = before.split('\n').length - 1;
    return new vscode.Location(vscode.Uri.parse(id), new vscode.Position(line, offset - before.lastIndexOf('\n') - 1));
  }

  /** Whether a file is an article of the library: those are material, and nobody's draft. */
  isArticle(uri: vscode.Uri): boolean {
    return this.library.article(uri.toString()) !== undefined;
  }

  /** Checks a text that is no document. */
  async describe(text: string, languageId?: string): Promise<readonly ApiFinding[]> {
    const checker = await this.checker(vscode.Uri.from({ scheme: 'untitled' }));
    const findings = await finishInSlices(checker.checkInSteps(text, languageId));
    return described(findings);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** Findings as others get them. */
export const described = (findings: readonly Finding[]): readonly ApiFinding[] =>
  findings.map((finding) => describeFinding(finding, displayLanguage()));

/** What a finding says, in the display language. */
export const findingMessage = (finding: Finding): string => shownText(messageOf(finding, displayLanguage()));
