import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  entriesOf,
  entryEnds,
  entryLength,
  knownFields,
  noDuplicates,
  parallelHeadings,
  uniqueTitles,
} from './entryRules';
import { figures, noWornEdges, noWornFigures } from './figureRules';
import { datedFormulas, formulasOf, nothingSuperseded } from './formulaRules';
import { completeFrontMatter, headedDelivery, plainLines, plainMarkup } from './formRules';
import { enumerationSequence, headingSequence } from './headingRules';
import type { LibraryRule, Piece, Rule } from './piece';
import { makePiece, report } from './piece';
import { balancedMarks, fullWidthPunctuation, halfWidthDigits, noInnerSpaces } from './punctuationRules';
import { noSharedRuns } from './sharedRuns';
import {
  genreFormulas,
  knownPlaceholders,
  noFigures,
  nothingBanned,
  plausibleDates,
  plausibleOffices,
  wholeFormulas,
} from './wordingRules';

const root = join(import.meta.dirname, '../../../corpus');

const pieces: readonly Piece[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.includes('/') && path.endsWith('.md'))
  .sort()
  .map((path) => makePiece(path, readFileSync(join(root, path), 'utf8')));

const eachPiece: Readonly<Record<string, Rule>> = {
  'has complete front matter': completeFrontMatter,
  'has one paragraph a line': plainLines,
  'has no markup but headings and lists': plainMarkup,
  'says who speaks and when, where it is delivered': headedDelivery,
  'has full-width punctuation beside Han': fullWidthPunctuation,
  'has no spaces within text': noInnerSpaces,
  'has half-width digits': halfWidthDigits,
  'has balanced quotes, title marks and brackets': balancedMarks,
  'numbers its headings in sequence': headingSequence,
  'enumerates in sequence': enumerationSequence,
  'has placeholders in known forms': knownPlaceholders,
  'names nobody and nothing that it must not': nothingBanned,
  'has no set formula torn': wholeFormulas,
  'has the guiding thought and the leadership that its genre asks for': genreFormulas,
  'has no amounts or shares as fact': noFigures,
  'has formulas with dates': datedFormulas,
  'names offices as their level does': plausibleOffices,
  'has dates that can be': plausibleDates,
};

const together: Readonly<Record<string, LibraryRule>> = {
  'no title twice': uniqueTitles,
  'no quote twice': noDuplicates('金句', '典故'),
  'no phrase twice': noDuplicates('短语', '提法', '常用表述'),
  'quotes of 14 to 80 characters': entryLength('金句', 14, 80),
  'phrases of 4 to 40 characters': entryLength('短语', 4, 40),
  'expressions of 4 to 40 characters': entryLength('常用表述', 4, 40),
  'formulas of 4 to 60 characters': entryLength('提法', 4, 60),
  'openings, transitions and endings of 20 to 300 characters': entryLength('开头结尾过渡', 20, 300),
  'sets of three to five parallel headings': parallelHeadings,
  'fields that belong to their entries': knownFields,
  'quotes that are whole sentences, and phrases that are not': entryEnds,
  'no run of 18 characters twice': noSharedRuns(18),
  'no superseded or wrong wording': nothingSuperseded,
  'no image or turn of phrase worn out': noWornFigures(figures),
  'at most 4 quotes that begin or end with the same 2 characters': noWornEdges(2, 4),
};

describe('the shipped library', () => {
  for (const [name, rule] of Object.entries(eachPiece)) {
    it(`${name}, in every piece`, () => {
      const findings = pieces.flatMap(rule);
      assert.equal(findings.length, 0, report(findings));
    });
  }

  for (const [name, rule] of Object.entries(together)) {
    it(`has ${name}`, () => {
      const findings = rule(pieces);
      assert.equal(findings.length, 0, report(findings));
    });
  }

  it('has articles of every genre, each of its length in characters', () => {
    // One speech or mobilisation and one report, plan or summing-up for each of eight themes besides those on science.
    const least = {
      理论文章: [3000],
      讲话致辞: [4000, ...Array<number>(9).fill(1500)],
      新闻发布: [3000, 3000, 3000],
      工作综述: [3000],
      公文范文: Array<number>(8).fill(1500),
    };
    for (const [category, lengths] of Object.entries(least)) {
      const found = pieces
        .filter(({ article }) => article.category === category)
        .map(({ article }) => article.characters)
        .sort((a, b) => b - a);
      for (const [at, length] of lengths.entries()) {
        assert.ok((found[at] ?? 0) >= length, `${category}: ${found.join(', ')}, wanted ${lengths.join(', ')}`);
      }
    }
  });

  it('has 200 formulas with their source, 60 of them with what they replaced, and 3,000 counted expressions', () => {
    const formulas = formulasOf(pieces);
    const superseded = formulas.flatMap((formula) => formula.superseded);
    const counted = entriesOf(pieces, '常用表述').length;
    assert.ok(formulas.length >= 200, `${formulas.length} formulas`);
    assert.ok(superseded.length >= 60, `${superseded.length} superseded`);
    assert.ok(counted >= 3000, `${counted} expressions`);
  });

  it('has 35,000 characters in articles and quotes, 450 quotes and 1,500 phrases', () => {
    const prose = pieces.filter(
      ({ article }) => !['短语', '常用表述', '提法', '典故', '指标'].includes(article.category),
    );
    const characters = prose.reduce((sum, { article }) => sum + article.characters, 0);
    assert.ok(prose.length >= 8, `${prose.length} pieces`);
    assert.ok(characters >= 35_000, `${characters} characters`);
    const [quotes, phrases] = [entriesOf(pieces, '金句').length, entriesOf(pieces, '短语').length];
    assert.ok(quotes >= 450, `${quotes} quotes`);
    assert.ok(phrases >= 1500, `${phrases} phrases`);
  });

  it('has building blocks of every kind', () => {
    const least = { 典故: 200, 标题: 200, 开头结尾过渡: 360, 指标: 100 };
    for (const [category, number] of Object.entries(least)) {
      const found = entriesOf(pieces, category).length;
      assert.ok(found >= number, `${category}: ${found}, wanted ${number}`);
    }
  });

  it('has fifteen openings, transitions and endings for each occasion', () => {
    const occasions = pieces.filter(({ article }) => article.category === '开头结尾过渡');
    assert.ok(occasions.length >= 8);
    for (const piece of occasions)
      for (const kind of ['开头', '过渡', '结尾']) {
        const found = entriesOf([piece], '开头结尾过渡').filter(({ passage }) => passage.headings.includes(kind));
        assert.ok(found.length >= 15, `${piece.article.title}, ${kind}: ${found.length}`);
      }
  });
});
