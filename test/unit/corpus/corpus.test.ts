import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryEnds, entryLength, noDuplicates, uniqueTitles } from './entryRules';
import { figures, noWornEdges, noWornFigures } from './figureRules';
import { completeFrontMatter, plainLines, plainMarkup } from './formRules';
import { enumerationSequence, headingSequence } from './headingRules';
import type { LibraryRule, Piece, Rule } from './piece';
import { entries, makePiece, report } from './piece';
import { balancedMarks, fullWidthPunctuation, halfWidthDigits, noInnerSpaces } from './punctuationRules';
import { noSharedRuns } from './sharedRuns';
import { knownPlaceholders, nothingBanned, plausibleDates, plausibleOffices } from './wordingRules';

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
  'has full-width punctuation beside Han': fullWidthPunctuation,
  'has no spaces within text': noInnerSpaces,
  'has half-width digits': halfWidthDigits,
  'has balanced quotes, title marks and brackets': balancedMarks,
  'numbers its headings in sequence': headingSequence,
  'enumerates in sequence': enumerationSequence,
  'has placeholders in known forms': knownPlaceholders,
  'names nobody and nothing that it must not': nothingBanned,
  'names offices as their level does': plausibleOffices,
  'has dates that can be': plausibleDates,
};

const together: Readonly<Record<string, LibraryRule>> = {
  'no title twice': uniqueTitles,
  'no quote twice': noDuplicates('quote'),
  'no phrase twice': noDuplicates('phrase'),
  'quotes of 14 to 80 characters': entryLength('quote', 14, 80),
  'phrases of 4 to 16 characters': entryLength('phrase', 4, 16),
  'quotes that are whole sentences, and phrases that are not': entryEnds,
  'no run of 18 characters twice': noSharedRuns(18),
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
    const least = { 理论文章: [3000], 讲话致辞: [4000, 1500], 新闻发布: [3000, 3000, 3000], 工作综述: [3000] };
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

  it('has 35,000 characters in articles and quotes, 240 quotes and 1,500 phrases', () => {
    const prose = pieces.filter(({ article }) => article.category !== '短语');
    const characters = prose.reduce((sum, { article }) => sum + article.characters, 0);
    assert.ok(prose.length >= 8, `${prose.length} pieces`);
    assert.ok(characters >= 35_000, `${characters} characters`);
    assert.ok(entries(pieces, 'quote').length >= 240, `${entries(pieces, 'quote').length} quotes`);
    assert.ok(entries(pieces, 'phrase').length >= 1500, `${entries(pieces, 'phrase').length} phrases`);
  });
});
