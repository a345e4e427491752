import assert from 'node:assert/strict';
import { widenPunctuation } from '../../../src/text/punctuation';

const widen = (text: string): string => widenPunctuation(text).text;

describe('widenPunctuation', () => {
  it('widens marks beside Chinese, placeholders and quotations', () => {
    for (const [from, to] of [
      ['同志们:大家好!今天,我们开会;好吗?', '同志们：大家好！今天，我们开会；好吗？'],
      ['X:各位朋友,X,X', 'X：各位朋友，X，X'],
      ['各县(市、区)和X(X)基地', '各县（市、区）和X（X）基地'],
      ['增长44.7%,居第3位', '增长44.7%，居第3位'],
      ['达到90%,2025年再提高', '达到90%，2025年再提高'],
      ['(一)抓落实', '（一）抓落实'],
      ['他说:"好",就走了', '他说：“好”，就走了'],
      ['抓好发展.', '抓好发展。'],
      ['增长8%.下一步', '增长8%。下一步'],
      ['达到3.5%.', '达到3.5%。'],
      ['今年，工业增长8.', '今年，工业增长8。'],
      ['今年，推广使用APP.', '今年，推广使用APP。'],
      ['推广“APP”,“PPT”', '推广“APP”，“PPT”'],
      ['违规, 请举报', '违规，请举报'],
    ] as const)
      assert.equal(widen(from), to);
  });

  it('leaves numbers, times, list numbers, Latin words and addresses alone', () => {
    for (const text of [
      '投入1.17万亿元',
      '增长44.7%',
      'R&D经费',
      '“4+4+1”体系',
      '1-11月',
      '上午10:30开会',
      '共1,844家',
      '1.加强领导',
      '详见https://www.example.com/a?b=1,2和a.b@example.com',
      '附件见a.docx',
      'Hello, world (again)!',
      '比分为3:2',
      '***同志和X市',
      '[2] 王五, 等. 治水[M]. 北京: 科学出版社, 2019: 12-15.',
      '国务院. 关于治水的意见[EB/OL]. https://www.gov.cn/a.html, 2020-03-05.',
      '见 Smith J, Wang L, et al. Roads: A Study. Nature, 2020, 12(3): 3-5.',
      '据 Smith J. “Roads: a study”, Nature, pp. 3-5, vol. 12',
      '采用 Node.js 1.2.3, npm 和 v2.0.1',
      '由甲公司，乙 Co.',
      '工业增长8.',
    ])
      assert.equal(widen(text), text);
  });

  it('counts what it changed', () => {
    assert.deepEqual(widenPunctuation('甲,乙(丙)'), { text: '甲，乙（丙）', changed: 3 });
  });
});
