import assert from 'node:assert/strict';
import { balancedMarks } from '../corpus/punctuationRules';
import { knownPlaceholders } from '../corpus/wordingRules';
import type { SnippetEntry, SnippetRule } from './snippetRules';
import {
  inExpandedText,
  markedBlanks,
  namedBlocks,
  pinyinPrefixes,
  readSnippets,
  realChoices,
  soundTabStops,
  uniquePrefixes,
} from './snippetRules';

const entry = (body: string, prefixes: readonly string[] = ['通知', 'tongzhi', 'tz']): SnippetEntry => ({
  path: 'a.json',
  line: 2,
  name: prefixes[0] ?? '',
  prefixes,
  body,
  description: '丙',
});

const messages = (rule: SnippetRule, ...entries: SnippetEntry[]): string[] =>
  rule(entries).map(({ message }) => message);

describe('readSnippets', () => {
  const file = (...lines: string[]): string => ['{', ...lines, '}'].join('\n');
  const faults = (text: string): string[] => readSnippets('a.json', text).findings.map(({ message }) => message);
  const good = [
    '  "通知": {',
    '    "prefix": ["通知"],',
    '    "body": ["甲", "乙"],',
    '    "description": "丙"',
    '  }',
  ];

  it('gives every snippet with its line and its body as one text', () => {
    assert.deepEqual(readSnippets('a.json', file(...good)), {
      entries: [{ path: 'a.json', line: 2, name: '通知', prefixes: ['通知'], body: '甲\n乙', description: '丙' }],
      findings: [],
    });
  });

  it('finds JSON that is not strict', () => {
    assert.match(faults(file('// 甲', ...good)).join(), /SyntaxError/);
    assert.match(faults(file(...good.with(4, '  },'))).join(), /SyntaxError/);
  });

  it('finds a name that stands twice', () => {
    assert.deepEqual(faults(file(...good.with(4, '  },'), ...good)), ['name twice: 通知']);
  });

  it('finds keys that are missing, unknown or of another shape', () => {
    assert.deepEqual(faults(file('  "甲": {', '    "prefix": "乙", "body": [], "scope": ""', '  }')), [
      '甲: prefix is not a list of words',
      '甲: body is not a list of lines',
      '甲: description is missing',
      '甲: unknown key scope',
    ]);
  });
});

describe('snippet rule uniquePrefixes', () => {
  it('finds a prefix of two snippets, and one with white space', () => {
    assert.deepEqual(messages(uniquePrefixes, entry('甲'), entry('乙', ['通告', 'tongzhi', 'tg'])), [
      '通告: prefix tongzhi is that of 通知 too',
    ]);
    assert.equal(messages(uniquePrefixes, entry('甲', ['通 知', ''])).length, 2);
    assert.deepEqual(messages(uniquePrefixes, entry('甲')), []);
  });
});

describe('snippet rule pinyinPrefixes', () => {
  it('passes pinyin and initials, of further words and other readings too', () => {
    assert.deepEqual(messages(pinyinPrefixes, entry('', ['方案', '实施方案', 'fangan', 'fa', 'shishifangan'])), []);
    assert.deepEqual(messages(pinyinPrefixes, entry('', ['标识', 'biaozhi', 'biaoshi', 'bs', 'bz'])), []);
  });

  it('finds a prefix of one letter, and asks for no initials of a word of one character', () => {
    assert.deepEqual(messages(pinyinPrefixes, entry('', ['函', 'han'])), []);
    assert.deepEqual(messages(pinyinPrefixes, entry('', ['函', 'han', 'h'])), ['函: prefix h is one letter']);
  });

  it('finds what is missing or misspelt', () => {
    assert.deepEqual(messages(pinyinPrefixes, entry('', ['通知', 'tongzi', 'tz'])), [
      '通知: pinyin of 通知 is missing',
      '通知: prefix tongzi is no pinyin',
    ]);
    assert.deepEqual(messages(pinyinPrefixes, entry('', ['通知', 'tongzhi'])), ['通知: initials of 通知 are missing']);
    assert.deepEqual(messages(pinyinPrefixes, entry('', ['tongzhi'])), ['tongzhi: no Chinese prefix']);
  });
});

describe('snippet rule soundTabStops', () => {
  it('passes linked stops, choices and one end', () => {
    assert.deepEqual(messages(soundTabStops, entry('${1:事由}${2|甲,乙|}$1$0')), []);
  });

  for (const [body, complaint] of [
    ['${1:甲}', /\$0 stands 0 times/],
    ['${1:甲}$0$0', /\$0 stands 2 times/],
    ['${1:甲}${3:乙}$0', /stop 2 is missing/],
    ['${2:甲}$0', /stop 1 is missing/],
    ['${1:甲}${1:乙}$0', /two defaults: 甲 \/ 乙/],
    ['$1$0', /stop 1 does not say its role/],
    ['${1:甲$0', /not closed/],
  ] as const) {
    it(`finds the fault of ${body}`, () => assert.match(messages(soundTabStops, entry(body)).join(), complaint));
  }
});

describe('snippet rule markedBlanks', () => {
  it('passes blanks in brackets, X before a unit and choices', () => {
    assert.deepEqual(messages(markedBlanks, entry('${1:〔事由〕}〔${2:X}〕${3:X年X月X日}${4|同意,不同意|}$1$0')), []);
  });
  it('finds plain words, parts, and two stops of one name', () => {
    assert.equal(messages(markedBlanks, entry('${1:事由}$0')).length, 1);
    assert.equal(messages(markedBlanks, entry('${1:〔事由〕的通知}$0')).length, 1);
    assert.equal(messages(markedBlanks, entry('${1:〔事由〕}${2:〔事由〕}$0')).length, 1);
  });
});

describe('snippet rule realChoices', () => {
  it('passes alternatives', () => assert.deepEqual(messages(realChoices, entry('${1|甲,乙|}')), []));
  for (const body of ['${1|甲|}', '${1|甲,甲|}', '${1|甲,|}', '${1||}']) {
    it(`finds ${body}`, () => assert.equal(messages(realChoices, entry(body)).length, 1));
  }
});

describe('inExpandedText', () => {
  it('judges the text that a snippet gives', () => {
    assert.deepEqual(messages(inExpandedText(balancedMarks), entry('“${1:甲}”$0')), []);
    assert.equal(messages(inExpandedText(balancedMarks), entry('“${1:甲”}“$0')).length, 1);
  });

  it('judges what may be chosen, the first alternative and the others', () => {
    for (const body of ['${1|某机关,甲|}$0', '${1|甲,某机关|}$0']) {
      assert.equal(messages(inExpandedText(knownPlaceholders), entry(body)).length, 1, body);
    }
  });
});

describe('snippet rule namedBlocks', () => {
  it('finds a block that a description names and that is not there', () => {
    const naming = { ...entry(''), description: '版头用“版头”块，“通知”块' };
    assert.deepEqual(messages(namedBlocks, naming), ['通知: names a block that is not there: “版头”块']);
    assert.deepEqual(messages(namedBlocks, naming, entry('', ['版头'])), []);
  });
});
