/** Characters of a line of Markdown that are its text, and where they stand in it. */
export interface InlinePiece {
  readonly text: string;
  readonly bold: boolean;
  /** Offset in the line; as long as the text, longer where a character is escaped. */
  readonly start: number;
  readonly end: number;
  /** With the marks around it, the outermost ones: they mean nothing without it. */
  readonly around: { readonly start: number; readonly end: number } | undefined;
}

const tags = 'b|strong|i|em|u|ins|sub|sup|span|font|small|big|mark|kbd|center|div|p|a|br';
const inline = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /\*{3}(?=\S)(?<both>[^*\n]{0,1000}[^*\s])\*{3}/,
    /(?<mark>\*\*|__)(?=\S)(?<strong>[^\n]{0,1000}?\S)\k<mark>/,
    /(?<![*\w])\*(?=\S)(?<emphasis>[^*\n]*[^*\s])\*(?!\*)/,
    /(?<![\p{L}\p{N}_])_(?=\S)(?<underlined>[^_\n]*[^_\s])_(?![\p{L}\p{N}_])/u,
    /`(?<code>[^`\n]{1,1000})`/,
    /!?\[(?<linked>[^\]\n]{0,1000})\]\(\s{0,3}(?:<[^<>\n]{0,1000}>|[^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?:\s{1,3}["'][^"'\n]{0,200}["'])?\s{0,3}\)/,
    /\[\^(?<note>[^\]\s]{1,30})\]:?/,
    /!?\[(?<referred>[^\]\n]{1,1000})\]\[(?<label>[^\]\n]{0,100})\]/,
    /<(?<wide>b|strong)>(?<html>[^\n]{0,1000}?)<\/\k<wide>>/,
    /<(?<script>su[bp])>(?<digits>[\d+-]{1,4})<\/\k<script>>/,
    new RegExp(`</?(?:${tags})(?:\\s[^<>\\n]{0,300})?/?>`),
    /<(?<bare>(?:https?:\/\/|mailto:)[^<>\s]{1,1000}|[\w.+-]{1,100}@[\w.-]{1,100})>/,
    /&(?<entity>nbsp|ensp|emsp|lt|gt|amp|quot|middot|times|mdash|ndash|hellip|#\d{2,6});/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', lt: '<', gt: '>', amp: '&', quot: '"',
  middot: '·', times: '×', mdash: '—', ndash: '–', hellip: '…',
}; // prettier-ignore
const raised = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻', sub: '₀₁₂₃₄₅₆₇₈₉₊₋' } as const;

/** What stands for a character: digits above and below the line, and signs that HTML names. */
const signOf = (entity: string): string =>
  entities[entity] ?? (entity.startsWith('#') ? String.fromCodePoint(Math.min(0x10ffff, Number(entity.slice(1)))) : '');
const scriptOf = (digit: string, kind: 'sub' | 'sup'): string => raised[kind].charAt('0123456789+-'.indexOf(digit));

/**
 * Reads a line of Markdown: the pieces between its marks, in order.
 * @param labels of links that are defined elsewhere: [text][label]
 */
export const inlinePieces = (content: string, labels?: ReadonlySet<string>): readonly InlinePiece[] =>
  new InlineReader(labels).pieces(content, 0, undefined, undefined);

class InlineReader {
  constructor(private readonly labels: ReadonlySet<string> | undefined) {}

  pieces(content: string, at: number, bold: boolean | undefined, outer: InlinePiece['around']): readonly InlinePiece[] {
    const pieces: InlinePiece[] = [];
    let end = 0;
    const add = (text: string, start: number, length = text.length, around = outer): void => {
      if (text) pieces.push({ text, bold: bold ?? false, start: at + start, end: at + start + length, around });
    };
    for (const match of content.matchAll(inline)) {
      const { 0: found, index, groups = {} } = match;
      const { escaped, both, strong, emphasis, underlined, code, linked, note, referred, label, html, digits, bare, entity } = groups; // prettier-ignore
      if (referred !== undefined && !this.labels?.has((label ?? '') || referred)) continue;
      const around = outer ?? { start: at + index, end: at + index + found.length };
      const within = (text: string, isBold?: boolean): void => {
        const start = index + found.indexOf(text, text === linked || text === referred ? found.indexOf('[') : 1);
        pieces.push(...this.pieces(text, at + start, bold ?? isBold, around));
      };
      add(content.slice(end, index), end);
      if (escaped !== undefined) add(escaped, index, found.length);
      if (code !== undefined) add(code, index + 1, code.length, around);
      if (bare !== undefined) add(bare, index + 1, bare.length, around);
      if (entity !== undefined) add(signOf(entity), index, found.length);
      if (note !== undefined) {
        add('[', index, 1, around);
        add(`${note}]`, index + 2, note.length + 1, around);
      }
      if (digits !== undefined)
        for (const [place, digit] of [...digits].entries())
          add(scriptOf(digit, groups.script === 'sub' ? 'sub' : 'sup'), index + 5 + place, 1, around);
      for (const text of [both, strong, html]) if (text !== undefined) within(text, true);
      for (const text of [emphasis, underlined, linked, referred]) if (text) within(text);
      end = index + found.length;
    }
    add(content.slice(end), end);
    return pieces;
  }
}
