import assert from 'node:assert/strict';
import { figures, noWornEdges, noWornFigures } from './figureRules';
import { sample } from './piece';

describe('corpus rule noWornFigures', () => {
  const harvest = noWornFigures([{ name: '秋收', pattern: /秋收/g, most: 2 }]);

  it('passes a figure as often as it bears, and set phrases', () => {
    assert.deepEqual(harvest([sample('春耕秋收，秋收冬藏。'), sample('- 秋收冬藏', '短语/a.md')]), []);
  });

  it('finds every place beyond that, over all pieces', () => {
    assert.deepEqual(harvest([sample('春耕秋收。\n\n秋收冬藏。'), sample('- 秋收万颗子。', '金句/b.md')]), [
      { path: '金句/b.md', line: 9, message: '秋收, 2 at most: - 秋收万颗子。' },
    ]);
  });

  /** How often a figure of the library is seen in a text. */
  const seen = (name: string, body: string): number => {
    const figure = figures.filter((known) => known.name.startsWith(name)).map((known) => ({ ...known, most: 0 }));
    assert.equal(figure.length, 1, name);
    return noWornFigures(figure)([sample(body, '金句/a.md')]).length;
  };

  for (const [name, body, times] of [
    ['账', '- 进账和欠账都要算。', 2],
    ['账', '- 款项到账，台账、账户、账目分明。', 0],
    ['少', '- 少说一句，多做一件；少坐一天，多跑一回。', 2],
    ['少', '- 多少年来，少年多有志气。', 0],
    ['等', '- 等秋收了，春耕的苦就不苦了。', 1],
    ['等', '- 等得起，才种得出好粮。\n- 大麦、小麦等都熟了。', 0],
    ['愿', '- 愿每块田都有人种。\n- 田要有人种，愿我们常来。', 2],
    ['愿', '- 愿意种田的人多了，自愿最要紧。', 0],
    ['先用', '- 先使用后付费，先试用、见效再结算。', 2],
    ['先用', '- 先用上再说。', 0],
  ] as const) {
    it(`sees ${name} ${times} times in ${body.replaceAll('\n', '')}`, () => assert.equal(seen(name, body), times));
  }
});

describe('corpus rule noWornEdges', () => {
  const quotes = (...lines: string[]): ReturnType<typeof sample> =>
    sample(lines.map((line) => `- ${line}`).join('\n'), '金句/a.md');

  it('passes different ones, and paragraphs', () => {
    assert.deepEqual(noWornEdges(2, 1)([quotes('春耕要早。', '秋收要快。'), sample('春耕要早。\n\n春耕要快。')]), []);
  });

  it('finds quotes that begin or end alike, punctuation aside', () => {
    assert.deepEqual(noWornEdges(2, 1)([quotes('春耕要早。', '“春耕”不误。')]), [
      { path: '金句/a.md', line: 10, message: '2 quotes have 春耕, 1 at most' },
    ]);
    assert.equal(noWornEdges(2, 1)([quotes('忙的是春耕。', '苦的是春耕！', '乐的是春耕？')]).length, 2);
  });
});
