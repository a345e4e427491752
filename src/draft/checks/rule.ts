import type { Steps } from '../../base/slices';
import type { DraftLine, DraftText } from './draftText';

/** How binding a rule is, as the message says it: 规定, 一般, 通行做法, 提示. */
export type Force = 'standard' | 'general' | 'practice' | 'hint';

/** As the editor shows it: `error` and `warning` stop a draft from going out, the others do not. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A text in both display languages; `{0}`, `{1}` … stand for the arguments of a finding. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** Replaces `length` UTF-16 units at `offset` of the draft. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** What a rule has found. Offsets are UTF-16 units of the whole draft. */
export interface RuleFinding {
  readonly offset: number;
  readonly length: number;
  /** Fills the slots of the message. */
  readonly args?: readonly string[];
  /** In place of the rule's own message. */
  readonly message?: Bilingual;
  /** Where the same stands, in another text: its id, and UTF-16 units. */
  readonly place?: { readonly id: string; readonly offset: number; readonly length: number };
  /** Present where the correction is mechanical: applying it removes the finding and changes nothing else. */
  readonly fix?: Edit;
}

/** A text with what is wrong in it, for documentation and as a test. */
export interface TriggeringExample {
  readonly text: string;
  /** The parts that are found, in order. */
  readonly found: readonly string[];
  /** The text after all fixes; absent where there is none. */
  readonly fixed?: string;
}

/** One rule as a record: what documentation, settings, tests and diagnostics need to know of it. */
export interface Rule {
  /** As in settings, ignore comments and `docs/rules.md`. */
  readonly id: string;
  readonly title: Bilingual;
  readonly message: Bilingual;
  /** Standard and clause, as they are cited in Chinese; empty for none. */
  readonly source: string;
  readonly force: Force;
  readonly severity: Severity;
  /** Whether it is checked unless a setting says so. */
  readonly on: boolean;
  readonly triggers: readonly TriggeringExample[];
  /** Texts, with traps, in which the rule finds nothing. */
  readonly silent: readonly string[];
  /**
   * `line`: what is found in a line depends on that line alone, so that an edit asks for the edited lines only. `draft`: it
   * depends on the whole.
   */
  readonly scope: 'line' | 'draft';
  /**
   * @param draft the draft, of which a rule of scope `line` gets one line at a time
   * @returns what is found, in any order
   */
  readonly check: (draft: DraftText) => Iterable<RuleFinding>;
  /** The same in steps, of a rule of scope `draft` that may take longer than one. */
  readonly checkInSteps?: (draft: DraftText) => Steps<readonly RuleFinding[]>;
}

/** What a rule that looks for a pattern in each line says of itself. */
export interface PatternRule extends Omit<Rule, 'scope' | 'check' | 'checkInSteps'> {
  /** Global; sees a line of prose in which code, addresses and comments are blanked out, offsets kept. */
  readonly pattern: RegExp;
  /** Only at the beginning of a paragraph, behind indentation and the marks of Markdown; not in cells of tables. */
  readonly atStart?: boolean;
  /** Whether a match counts. Default: all do. */
  readonly accept?: (match: RegExpExecArray, line: string) => boolean;
  /** The part of the match that is found. Default: the whole match. */
  readonly part?: (match: RegExpExecArray) => { readonly at: number; readonly text: string };
  /** What takes the place of that part; undefined where it cannot be said. */
  readonly fix?: (match: RegExpExecArray, line: string) => string | undefined;
  readonly args?: (match: RegExpExecArray) => readonly string[];
}

/** Whether a line is a cell of a table or a value of the front matter: no paragraph. */
const isPart = ({ isTable, key }: DraftLine): boolean => isTable || key !== undefined;

/** Makes a rule out of a pattern that is looked for in each line of prose, in cells and values. */
export function patternRule({ pattern, atStart, accept, part, fix, args, ...about }: PatternRule): Rule {
  function* check(draft: DraftText): Iterable<RuleFinding> {
    for (const line of draft.lines) {
      if (!line.isProse || (atStart && isPart(line))) continue;
      pattern.lastIndex = 0;
      const from = atStart ? line.contentStart : 0;
      const text = line.masked.slice(from);
      for (const match of text.matchAll(pattern)) {
        if (atStart && match.index > 0) break;
        if (accept && !accept(match, text)) continue;
        const { at, text: found } = part?.(match) ?? { at: 0, text: match[0] };
        const offset = line.offset + from + match.index + at;
        const replacement = fix?.(match, text);
        yield {
          offset,
          length: found.length,
          ...(args && { args: args(match) }),
          ...(replacement !== undefined && { fix: { offset, length: found.length, text: replacement } }),
        };
      }
    }
  }
  return { ...about, scope: 'line', check };
}
