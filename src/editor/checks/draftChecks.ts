import * as vscode from 'vscode';
import type { DraftChecker, Finding } from '../../draft/checks/checkDraft';
import type { Bilingual, Edit, Force, Severity } from '../../draft/checks/rule';
import { formulaCategory } from '../../library/categories';
import type { Library } from '../../library/library';
import { onDidChangeSettings, settings } from '../shared/settings';
import type * as engineModule from './checksEngine';
import { LibraryOverlap } from './libraryOverlap';

/** A finding as other extensions get it. Offsets are UTF-16 units. */
export interface ApiFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly force: Force;
  /** Standard and clause; empty for none. */
  readonly source: string;
  readonly offset: number;
  readonly length: number;
  /** In the display language. */
  readonly message: string;
  readonly fix?: Edit;
}

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
    return (await this.checker()).check(text, languageId).map(describeFinding);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

const isChinese = (): boolean => vscode.env.language.toLowerCase().startsWith('zh');

/** A text of a rule in the display language. */
export const inDisplayLanguage = ({ en, zh }: Bilingual): string => (isChinese() ? zh : en);

const forces: Readonly<Record<Force, Bilingual>> = {
  standard: { en: 'prescribed', zh: '标准规定' },
  general: { en: 'usual', zh: '标准：一般、通常' },
  practice: { en: 'practice', zh: '通行做法' },
  hint: { en: 'hint', zh: '提示' },
};

/** What a finding says: what is wrong, which clause says so and how binding that is. */
export function findingMessage({ rule, message = rule.message, args = [] }: Finding): string {
  const text = inDisplayLanguage(message).replace(/\{(\d)\}/g, (_, slot: string) => args[Number(slot)] ?? '');
  const force = inDisplayLanguage(forces[rule.force]);
  const whence = rule.source ? (isChinese() ? `${force}，${rule.source}` : `${force}, ${rule.source}`) : force;
  return isChinese() ? `${text}（${whence}）` : `${text} (${whence})`;
}

const describeFinding = (finding: Finding): ApiFinding => ({
  rule: finding.rule.id,
  severity: finding.severity,
  force: finding.rule.force,
  source: finding.rule.source,
  offset: finding.offset,
  length: finding.length,
  message: findingMessage(finding),
  ...(finding.fix && { fix: finding.fix }),
});
