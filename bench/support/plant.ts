/** A text with one error; where the rule is to find it, in UTF-16 units. */
export interface Planted {
  /** The text without it. */
  readonly clean: string;
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** Plants errors of one rule. */
export interface Planter {
  readonly rule: string;
  /** @returns undefined where the text gives no place for it */
  readonly plant: (text: string, random: () => number) => Planted | undefined;
}

export const numerals = '零一二三四五六七八九十';

/** One of a list; undefined of an empty one. */
export const choose = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

/** A whole number, both ends included. */
export const between = (least: number, most: number, random: () => number): number =>
  least + Math.floor(random() * (most - least + 1));

/** The body: not the front matter. */
export const bodyStart = (text: string): number => /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;

/**
 * Replaces one match of a pattern.
 * @param wrong what takes its place, with the part that is wrong between 【 and 】
 */
export function replacing(
  rule: string,
  pattern: RegExp,
  wrong: (match: RegExpExecArray, random: () => number) => string | undefined,
): Planter {
  return {
    rule,
    plant: (text, random) => {
      const start = bodyStart(text);
      const match = choose([...text.slice(start).matchAll(pattern)], random);
      const marked = match && wrong(match, random);
      if (!match || marked === undefined) return undefined;
      const offset = start + match.index + marked.indexOf('【');
      const length = marked.indexOf('】') - marked.indexOf('【') - 1;
      const replacement = marked.replace(/[【】]/g, '');
      const rest = text.slice(start + match.index + match[0].length);
      return { clean: text, text: text.slice(0, start + match.index) + replacement + rest, offset, length };
    },
  };
}

/**
 * Writes a text around the clean one.
 * @param whole the whole text; what is wrong stands between 【 and 】, if it has a right form behind ｜. Of several parts the
 * first is where the error is to be found
 */
export const around = (rule: string, whole: (body: string, random: () => number) => string): Planter => ({
  rule,
  plant: (original, random) => {
    const marked = whole(
      original
        .slice(bodyStart(original))
        .trim()
        .replace(/[【】]/g, ''),
      random,
    );
    let [text, clean, from] = ['', '', 0];
    let first: { readonly offset: number; readonly length: number } | undefined;
    for (const { 0: match, 1: wrong = '', 2: right = '', index } of marked.matchAll(/【([^｜】]*)(?:｜([^】]*))?】/g)) {
      const before = marked.slice(from, index);
      first ??= { offset: text.length + before.length, length: wrong.length };
      text += before + wrong;
      clean += before + right;
      from = index + match.length;
    }
    const rest = marked.slice(from);
    return first && { text: text + rest, clean: clean + rest, ...first };
  },
});

/** Puts lines of their own behind the text; errors are marked as in `around`. */
export const appending = (rule: string, lines: (random: () => number) => string): Planter =>
  around(rule, (body, random) => `${body}\n\n${lines(random)}\n`);
