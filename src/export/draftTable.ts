import { inlinePieces } from './inlineText';

const dashes = /^(?=.*-)[\s|:-]+$/;
/** The rule of a table whose rows have no bars at their ends. */
const bareRule = /^\s{0,8}:?-+:?(?:\s{0,8}\|\s{0,8}:?-+:?){1,60}\s{0,8}$/;

/**
 * Whether a line is the rule of a table: the one below its first row, or one of three dashes a cell anywhere. Other rows of dashes say
 * that there is nothing.
 * @param above rows above the line
 */
export const isTableRule = (line: string, above: number, isRuled: boolean): boolean =>
  dashes.test(line) &&
  ((above === 1 && !isRuled) || line.split('|').every((cell) => /^\s*(?::?-{3,}:?\s*)?$/.test(cell)));

/** Whether a line is the first row of a table without bars at the ends of its rows. */
export const beginsBareTable = (line: string, below: string | undefined): boolean =>
  line.includes('|') && bareRule.test(below ?? '');

/** The texts of a row. A break within a cell is `\n`. */
export const tableCells = (row: string): readonly string[] =>
  row
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      withoutMarks(
        cell
          .trim()
          .replaceAll('\\|', '|')
          .replace(/<br\s*\/?>/gi, '\n'),
      ),
    );

function withoutMarks(content: string): string {
  return /[\\*_`[<&]/.test(content)
    ? inlinePieces(content)
        .map(({ text }) => text)
        .join('')
    : content;
}
