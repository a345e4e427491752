import type { Formula } from '../../../src/draft/formulas';
import { parseFormulas } from '../../../src/draft/formulas';
import type { Finding, LibraryRule, Piece, Rule } from './piece';

const date = /^\d{4}年(?:(?:[1-9]|1[0-2])月(?:(?:[1-9]|[12]\d|3[01])日)?)?$/;

/** Dates of formulas are dates, and no field holds another one's. */
export const datedFormulas: Rule = ({ path, text, article }) =>
  article.category !== '提法'
    ? []
    : parseFormulas(text).flatMap(({ wording, date: when, superseded, line }) => {
        const dates = [when, ...superseded.map(({ since }) => since).filter(Boolean)];
        const wrong = dates.filter((one) => !date.test(one));
        if (superseded.some((old) => old.wording === wording)) wrong.push(wording);
        return wrong.map((what): Finding => ({ path, line: line + 1, message: `no date: ${what} (${wording})` }));
      });

/** All formulas of the library. */
export const formulasOf = (pieces: readonly Piece[]): readonly Formula[] =>
  pieces.filter(({ article }) => article.category === '提法').flatMap(({ text }) => parseFormulas(text));

/** Superseded and wrong wordings stand nowhere but in their own entries, unless inside something right. */
export const nothingSuperseded: LibraryRule = (pieces) => {
  const formulas = formulasOf(pieces);
  return pieces
    .filter(({ article }) => article.category !== '提法')
    .flatMap(({ path, body }) =>
      body.flatMap(({ text, line }) =>
        supersededIn(text, formulas).map(({ found, current }) => ({
          path,
          line,
          message: `${found} is now ${current}`,
        })),
      ),
    );
};

/** Superseded and wrong wordings in a text, each with what is right. */
export const supersededIn = (
  text: string,
  formulas: readonly Formula[],
): readonly { readonly found: string; readonly current: string }[] =>
  formulas.flatMap(({ wording, short, superseded, rightIn, wrong }) =>
    [...superseded.map((old) => old.wording), ...wrong]
      .filter((found) => text.includes(found) && mask(text, [wording, ...short, ...rightIn]).includes(found))
      .map((found) => ({ found, current: wording })),
  );

const mask = (text: string, right: readonly string[]): string =>
  right.reduce((masked, one) => masked.replaceAll(one, '\ue000'.repeat(one.length)), text);
