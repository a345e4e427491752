import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import type { DraftLine, DraftText } from './draftText';
import { draftText, oneLine, partsOf } from './draftText';
import type { Edit, Rule, RuleFinding, Severity } from './rule';

/** A finding of a rule in a draft. */
export interface Finding extends RuleFinding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** How a rule is set: off, or on with a severity of the user's choice. */
export type RuleSettings = Readonly<Record<string, 'off' | 'on' | Severity>>;

/**
 * Checks drafts and keeps, for the next time, what was found line by line, so that an edit costs the edited lines and the
 * rules that need the whole. One checker serves one document. Memory: the findings of the last draft.
 */
export class DraftChecker {
  private readonly lineRules: readonly Rule[];
  private readonly draftRules: readonly Rule[];
  private kept = new Map<string, readonly Finding[]>();

  /** @param settings by the rule's id, or by `*` for all */
  constructor(
    rules: readonly Rule[],
    private readonly settings: RuleSettings = {},
  ) {
    const active = rules.filter((rule) => this.isOn(rule));
    this.lineRules = active.filter(({ scope }) => scope === 'line');
    this.draftRules = active.filter(({ scope }) => scope === 'draft');
  }

  /** @returns what is found, in order of the text; what an ignore comment names is left out */
  check(text: string, languageId?: string): readonly Finding[] {
    return finish(this.checkInSteps(text, languageId));
  }

  /** As `check`, in steps. */
  *checkInSteps(text: string, languageId?: string): Steps<readonly Finding[]> {
    const draft = draftText(text, languageId);
    const next = new Map<string, readonly Finding[]>();
    const findings: Finding[] = [];
    for (const line of draft.lines.flatMap(partsOf)) {
      yield;
      const key = `${line.isTable ? '|' : (line.key ?? '')}${line.heading}${line.text}`;
      const relative = next.get(key) ?? this.kept.get(key) ?? this.checkLine(draft, line);
      next.set(key, relative);
      for (const finding of relative) findings.push(moved(finding, line.offset));
    }
    this.kept = next;
    for (const rule of this.draftRules) {
      yield;
      const found = rule.checkInSteps ? yield* rule.checkInSteps(draft) : rule.check(draft);
      for (const finding of found) findings.push(this.finding(rule, finding));
    }
    const isIgnored = ignoring(draft);
    return findings
      .filter((finding) => !isIgnored(finding))
      .sort((a, b) => a.offset - b.offset || b.length - a.length || (a.rule.id < b.rule.id ? -1 : 1));
  }

  private checkLine(draft: DraftText, line: DraftLine): readonly Finding[] {
    const alone = oneLine(draft, { ...line, offset: 0 });
    return this.lineRules.flatMap((rule) => [...rule.check(alone)].map((finding) => this.finding(rule, finding)));
  }

  private finding(rule: Rule, found: RuleFinding): Finding {
    const setting = this.settings[rule.id] ?? this.settings['*'];
    const severity = setting === undefined || setting === 'on' || setting === 'off' ? rule.severity : setting;
    return { ...found, rule, severity };
  }

  private isOn({ id, on }: Rule): boolean {
    const setting = this.settings[id] ?? this.settings['*'];
    return setting === undefined ? on : setting !== 'off';
  }
}

const moved = (finding: Finding, by: number): Finding => ({
  ...finding,
  offset: finding.offset + by,
  ...(finding.fix && { fix: { ...finding.fix, offset: finding.fix.offset + by } }),
});

const ignoreComment = /<!--\s*gongwen-ignore(-file)?((?:\s+[\w*-]+)*)\s*-->/g;

/**
 * What comments in the draft leave out: `<!-- gongwen-ignore RULE … -->` on a line of its own for the next line, at the end of a
 * line for that line, `<!-- gongwen-ignore-file RULE … -->` for the draft. No rule named means all.
 */
function ignoring({ text, lines }: DraftText): (finding: Finding) => boolean {
  if (!text.includes('gongwen-ignore')) return () => false;
  const inFile = new Set<string>();
  const inRange: { readonly from: number; readonly to: number; readonly rules: ReadonlySet<string> }[] = [];
  for (const [at, line] of lines.entries()) {
    for (const [comment, whole, names = ''] of line.text.matchAll(ignoreComment)) {
      const rules = names.trim() === '' ? ['*'] : names.trim().split(/\s+/);
      if (whole) {
        for (const rule of rules) inFile.add(rule);
        continue;
      }
      const target =
        line.text.trim() === comment ? lines.slice(at + 1).find(({ text: next }) => next.trim() !== '') : line;
      if (target) inRange.push({ from: target.offset, to: target.offset + target.text.length, rules: new Set(rules) });
    }
  }
  const names = (rules: ReadonlySet<string>, { rule }: Finding): boolean => rules.has('*') || rules.has(rule.id);
  return (finding) =>
    names(inFile, finding) ||
    inRange.some(({ from, to, rules }) => finding.offset >= from && finding.offset <= to && names(rules, finding));
}

/**
 * Applies fixes to a text.
 * @param edits in any order; of two that overlap the later one is left out
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { offset, length, text: replacement } of [...edits].sort((a, b) => a.offset - b.offset)) {
    if (offset < from) continue;
    result += text.slice(from, offset) + replacement;
    from = offset + length;
  }
  return result + text.slice(from);
}
