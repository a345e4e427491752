import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finish } from '../../../src/base/slices';
import { Collocations } from '../../../src/completion/corpus/collocations';
import { canBegin, canEnd } from '../../../src/text/han';
import { pastWordings } from '../../../scripts/support/pastWordings';
import { isUnfitCollocation } from '../../../scripts/support/unfitCollocations';
import { ofOneYear, personNames, placeNames } from '../../../scripts/support/properNames';
import { makePiece, report } from './piece';
import { nothingBanned, wholeFormulas } from './wordingRules';

const table = readFileSync(join(import.meta.dirname, '../../../corpus/搭配.tsv'), 'utf8');
const rows = table.split('\n').filter(Boolean);
const lines = rows.map((row) => row.replace(/\t.*/, '').split(' '));
const otherwise = '…';

/** Everything that the table can make the engine offer: each line from each of its words on, after two characters or more. */
function everyOffer(): ReadonlyMap<string, string> {
  const collocations = new Collocations();
  finish(collocations.load(table));
  const typed = new Set<string>();
  for (const words of lines) {
    for (const [index, word] of words.entries()) {
      const rest = words.slice(index).join('');
      if (!canBegin(word)) continue;
      for (let length = 2; length < rest.length; length++) typed.add(rest.slice(0, length));
    }
  }
  const offers = new Map<string, string>();
  for (const before of typed) {
    for (const { text } of collocations.after(before).list) offers.set(before + text, before);
  }
  return offers;
}

describe('the shipped collocations', () => {
  const offers = [...everyOffer().keys()];

  it('are words with spaces between them, … where they went on otherwise, and a count', () => {
    const others = rows.filter((row) => !/^[\p{Script=Han}、]+(?: [\p{Script=Han}、]+)*(?: …)?\t[1-9]\d*$/u.test(row));
    assert.deepEqual(others, []);
    assert.ok(rows.length >= 10_000, `${rows.length} rows`);
    assert.equal(new Set(rows.map((row) => row.replace(/[ …]|\t.*/g, ''))).size, rows.length, 'a line twice');
  });

  it('are of 2 to 30 characters', () => {
    const lengths = lines.map((words) => words.filter((word) => word !== otherwise).join('').length);
    assert.ok(Math.min(...lengths) >= 2 && Math.max(...lengths) <= 30);
  });

  it('have no headline, no rest of a frame or of a list, and nothing else that is left out when counting', () => {
    const whole = lines.filter((words) => words.at(-1) !== otherwise).map((words) => words.join(''));
    assert.deepEqual(whole.filter(isUnfitCollocation), []);
    const left = [
      '需求为牵引',
      '建设等方面',
      '思维、法治思维',
      '五、实施科教兴国战略',
      '以军袭击',
      '也在加快建设',
      '登记管理条例',
    ];
    assert.deepEqual(left.filter(isUnfitCollocation), left);
    const kept = [
      '以需求为牵引',
      '汽车、家电等大宗消费',
      '平等使用生产要素',
      '并联审批',
      '和谐社会建设',
      '依法行政、依法办事',
    ];
    assert.deepEqual(kept.filter(isUnfitCollocation), []);
  });

  it('offer nothing but whole lines, or whole from one of their words on', () => {
    const whole = new Set(
      lines
        .filter((words) => words.at(-1) !== otherwise)
        .flatMap((words) => words.map((_, index) => words.slice(index).join(''))),
    );
    assert.ok(offers.length >= 10_000, `${offers.length} offers`);
    assert.deepEqual(
      offers.filter((offer) => !whole.has(offer) || !canEnd(offer.slice(-1), true)),
      [],
    );
  });

  it('offer nobody and nothing that they must not', () => {
    const piece = makePiece('搭配.tsv', offers.join('\n'));
    const findings = [...nothingBanned(piece), ...wholeFormulas(piece)];
    assert.equal(findings.length, 0, report(findings));
    assert.deepEqual(
      offers.filter((offer) => [placeNames, personNames, ofOneYear].some((pattern) => pattern.test(offer))),
      [],
    );
  });

  it('offer nothing that was replaced', () => {
    assert.deepEqual(
      offers.filter((offer) => pastWordings.some((wording) => offer.includes(wording))),
      [],
    );
  });

  it('are no beginnings of words that the segmenter does not know', () => {
    const torn = ['落实疫', '新时代党的治', '落实党', '认真贯彻落实党', '联防联', '工作期间', '书记蔡'];
    assert.deepEqual(
      offers.filter((offer) => torn.some((end) => offer.endsWith(end))),
      [],
    );
  });
});

describe('the offers of a table of collocations', () => {
  const after = (table: string, typed: string): readonly string[] => {
    const collocations = new Collocations();
    finish(collocations.load(table));
    return collocations.after(typed).list.map(({ text }) => text);
  };

  it('end where a line ends, not where two lines part', () => {
    assert.deepEqual(after('贯彻 落实 党 中央 部署\t9\n贯彻 落实 党 建 要求\t9', '贯彻落实'), [
      '党中央部署',
      '党建要求',
    ]);
  });

  it('know how often the words went on otherwise, and do not offer that', () => {
    assert.deepEqual(after('全面 贯彻 …\t9\n全面 贯彻 执行\t9', '全面'), ['贯彻执行']);
  });
});
