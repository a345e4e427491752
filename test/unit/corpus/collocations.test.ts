import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePiece, report } from './piece';
import { nothingBanned } from './wordingRules';

const table = readFileSync(join(import.meta.dirname, '../../../corpus/搭配.tsv'), 'utf8');
const rows = table.split('\n').filter(Boolean);
const texts = rows.map((row) => row.replace(/\t.*/, '').replaceAll(' ', ''));

describe('the shipped collocations', () => {
  it('are words with spaces between them, and a count', () => {
    const others = rows.filter((row) => !/^[\p{Script=Han}、]+(?: [\p{Script=Han}、]+)*\t[1-9]\d*$/u.test(row));
    assert.deepEqual(others, []);
    assert.ok(rows.length >= 5000, `${rows.length} rows`);
  });

  it('are of 2 to 12 characters, none twice', () => {
    assert.deepEqual(
      texts.filter(({ length }) => length < 2 || length > 12),
      [],
    );
    assert.equal(new Set(texts).size, texts.length);
  });

  it('name nobody and nothing that they must not', () => {
    const findings = nothingBanned(makePiece('搭配.tsv', texts.join('\n')));
    assert.equal(findings.length, 0, report(findings));
  });
});
