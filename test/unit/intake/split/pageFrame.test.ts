import assert from 'node:assert/strict';
import { intake } from '../intakeFixtures';

const title = '2026年青阳县政府工作报告';
const occasion = '——2026年2月3日在青阳县第十八届人民代表大会第五次会议上';
const text = '各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议，并请县政协委员提出意见。';

/** What a text that was copied from a page says of itself, and the beginning of what is left of it. */
const copied = (...lines: readonly string[]): readonly unknown[] => {
  const { drafts, removed, tally } = intake([...lines, text].join('\n'));
  assert.equal(tally.read, tally.inArticles + tally.removed);
  const [draft] = drafts;
  return [draft?.front.title, draft?.front.source, draft?.front.date, draft?.blocks[0]?.text, removed.length];
};

describe('a text that was copied from a page', () => {
  it('loses the buttons and the path above its title, and those below', () => {
    assert.deepEqual(
      copied('下载', '打印', '【字号：', '加大', '还原', '】', title, occasion, '来源：青阳日报', '时间：2026-02-09'),
      [title, '青阳日报', '2026-02-03', occasion, 9],
    );
    assert.deepEqual(
      copied('您的位置：', '首页', '>', '要闻', '要闻', title, '来源：青阳日报', '【字体：', '大', '中', '小', '】'),
      [title, '青阳日报', '', '各位代表：', 12],
    );
  });

  it('says its source and date on two lines each', () =>
    assert.deepEqual(copied(title, '发表时间：', '2026-02-09 09:45:30', '来源：', '青阳日报客户端', '阅读量：'), [
      title,
      '青阳日报客户端',
      '2026-02-09',
      '各位代表：',
      4,
    ]));

  it('keeps a single line that looks like a button', () => {
    const { drafts } = intake(['打印', '', text, text].join('\n'));
    assert.match(drafts[0]?.front.title + (drafts[0]?.blocks[0]?.text ?? ''), /打印/);
  });
});
