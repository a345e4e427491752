/** A wording that a current one has replaced. */
export interface SupersededWording {
  readonly wording: string;
  /** `YYYY年M月` or less, as written; empty where it is not known. */
  readonly since: string;
}

/** A set formula 提法 in its current wording, with where it comes from. */
export interface Formula {
  readonly wording: string;
  /** Short forms that may stand alone. */
  readonly short: readonly string[];
  /** Document or meeting. */
  readonly source: string;
  /** `YYYY年`, `YYYY年M月` or `YYYY年M月D日`, as written. */
  readonly date: string;
  readonly superseded: readonly SupersededWording[];
  /** What holds a superseded wording rightly: names of laws, facts of history, other words. */
  readonly rightIn: readonly string[];
  /** What is wrong wherever it does not stand inside a right wording. */
  readonly wrong: readonly string[];
  readonly usage: string;
  /** Zero-based line of the entry. */
  readonly line: number;
}

/**
 * Reads the entries of a list of 提法: an item each, with its fields in a list below it. The format is described in
 * `corpus/README.md`. Lines of another form are passed over.
 * @param text the whole file, line ends LF
 */
export function parseFormulas(text: string): readonly Formula[] {
  const formulas: Formula[] = [];
  for (const [line, content] of text.split('\n').entries()) {
    const entry = /^- (.+)$/.exec(content)?.[1];
    if (entry !== undefined) {
      const none = { short: [], superseded: [], rightIn: [], wrong: [] };
      formulas.push({ wording: entry, source: '', date: '', usage: '', line, ...none });
      continue;
    }
    const [, name = '', value = ''] = /^ {2}- ([^：]+)：(.+)$/.exec(content) ?? [];
    const last = formulas.pop();
    if (last) formulas.push({ ...last, ...field(last, name, value) });
  }
  return formulas;
}

function field(formula: Formula, name: string, value: string): Partial<Formula> {
  switch (name) {
    case '简称':
      return { short: [...formula.short, ...value.split('；')] };
    case '出处':
      return { source: value };
    case '时间':
      return { date: value };
    case '旧提法': {
      const [, wording = value, since = ''] = /^(.+?)(?:（([^（）]+)起）)?$/.exec(value) ?? [];
      return { superseded: [...formula.superseded, { wording, since }] };
    }
    case '仍用':
      return { rightIn: [...formula.rightIn, ...value.split('；')] };
    case '误写':
      return { wrong: [...formula.wrong, value] };
    case '用法':
      return { usage: value };
    default:
      return {};
  }
}
