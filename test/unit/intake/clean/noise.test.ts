import assert from 'node:assert/strict';
import { intake, shortBlocks } from '../intakeFixtures';

const title = '管好每一条渠';
const first = '　　近日，各灌区逐渠登记，建立台账，让每一条渠都有人管。';
const second = '　　下一步，将把责任压下去，发现险情及时处置，不留死角。';
const text = [first.trim(), second.trim()];

/** Blocks of a page, and what was taken out of it beside its title. */
function read(lines: readonly string[]): { blocks: string[]; removed: string[] } {
  const { drafts, removed } = intake(lines.join('\n'));
  return {
    blocks: shortBlocks(drafts[0]?.blocks),
    removed: removed.flatMap((one) => (one.kind === 'footer' ? [one.text] : [])),
  };
}

describe('what an account or a site puts around an article', () => {
  it('is taken out below the text, all of it listed', () => {
    for (const tail of [
      ['— END —', '责编：张三 审核：李 四', '阅读 3201', '点赞 在看 分享'],
      ['【END】', '编辑/张三', '往期推荐', '青阳县召开灌区会议', '一图读懂｜灌区规划，条条有据'],
      ['相关阅读：', '1.青阳县召开灌区会议', '2.怎样管好一条渠？', '上一条：关于养护灌区的通知', '【打印】【关闭】'],
      ['延伸阅读', '灌区会议召开', '长按识别二维码关注我们', '预览时标签不可点', '微信扫一扫', '关注该公众号'],
      ['收录于合集', '#灌区 3个', '轻触阅读原文', '青阳水利', '向上滑动看下一个', '知道了', '取消 允许'],
      ['喜欢就点个“在看”吧！', '赞 12', '： ， 。 视频 小程序 赞 ，轻点两下取消赞 在看 ，轻点两下取消在看'],
      ['字号：大 中 小', '分享到：微信 微博 QQ空间', '阅读 10万+', '扫码关注公众号'],
    ]) {
      const { blocks, removed } = read([title, '', first, second, '', ...tail]);
      assert.deepEqual(blocks, text, tail.join());
      assert.deepEqual(removed, tail);
    }
  });

  it('is taken out above it', () => {
    for (const head of [
      ['您现在的位置：首页 > 政务公开 > 工作动态', title, '来源：青阳日报', '【大 中 小】'],
      ['政务公开 > 工作动态 > 正文', title, '来源：青阳日报', '点击上方蓝字关注我们'],
    ])
      assert.deepEqual(read([...head, first, second]).blocks, text);
  });

  it('keeps where a text is from', () => {
    assert.deepEqual(read([title, '', first, second, '— END —', '来源：青阳日报', '责编：张三']).blocks, [
      ...text,
      '来源：青阳日报',
    ]);
  });
});

describe('an official text', () => {
  it('keeps what speaks of pages and accounts, and what stands above its date and its attachments', () => {
    const sentences = [
      '各单位要关注点赞、在看、分享等数据，及时分析。',
      '相关阅读材料由县委宣传部统一编印。',
      '扫描二维码填报灌区情况。',
      '责任编辑：各单位应当明确一名责任编辑。',
      '新增灌区 12个',
      '阅读室 3201平方米',
    ];
    const end = ['扫码关注公众号', '青阳县水利局', '2026年3月1日'];
    for (const sentence of sentences) {
      const { blocks, removed } = read([`${title}的通知`, '', first, sentence, second, ...end]);
      // A short line may be taken for a heading; that it is kept is what counts here.
      assert.deepEqual(
        blocks.map((block) => block.replace(/^1 /, '')),
        [text[0], sentence, text[1], ...end],
      );
      assert.deepEqual(removed, []);
    }
    const list = ['附件：灌区名单', '相关阅读', first.trim()];
    assert.deepEqual(read([`${title}的通知`, '', first, second, ...list]).removed, []);
  });
});
