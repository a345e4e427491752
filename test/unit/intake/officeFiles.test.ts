import assert from 'node:assert/strict';
import { intake, shortBlocks } from './intakeFixtures';

/* What a clerk of an office tried, whose files are typed, pasted together and copied from pages. Each failed once. */

const first = '请各社区组织力量逐栋登记，建立台账，让每一户都有人管。';
const second = '各单位要在汛期前完成排查，发现险情及时处置，不留死角。';
const title = '关于排查房屋安全的通知';

describe('what a web page puts below its text', () => {
  it('names those who edited it, and how to open it on a telephone', () => {
    const below = [
      '责编：王小明 审核：周立',
      '【责任编辑：方明】',
      '编辑：小青 | 校对：阿阳 | 监制：老李',
      '扫一扫在手机打开当前页',
    ];
    for (const line of below) {
      const { drafts, removed } = intake(`${title}\n\n各社区：\n\n　　${first}\n\n　　${second}\n\n　　${line}\n`);
      const found = drafts.flatMap(({ blocks }) => shortBlocks(blocks));
      assert.ok(found.includes(second) && !found.includes(line), found.join('\n'));
      assert.ok(
        removed.some(({ text }) => text === line),
        line,
      );
    }
    const official = '各单位要做好材料的编辑、审核、校对，责任编辑由专人担任。';
    assert.ok(
      intake(`${title}\n\n各社区：\n\n　　${first}\n\n　　${official}\n`).drafts[0]?.blocks.some(
        ({ text }) => text === official,
      ),
    );
  });
});

describe('lines without indent behind a blank line', () => {
  const blocksOf = (text: string): readonly string[] =>
    intake(text).drafts.flatMap(({ blocks }) => shortBlocks(blocks));

  it('are no rest of the paragraph before, where no line of the file was broken', () => {
    const next = ['在全市现场会上的发言', '林业局　方圆'];
    const text = `${title}\n\n各社区：\n　　${first}\n　　${second}\n\n${next.join('\n')}\n\n各位领导：\n　　${first}\n`;
    const found = blocksOf(text);
    for (const line of next) assert.ok(found.includes(line), found.join('\n'));
    assert.ok(found.includes(second) && found.includes('各位领导：'), found.join('\n'));
  });

  it('are attachments behind a note in brackets, and their tables', () => {
    const note = '（联系人：黎明；联系电话：0556-2222333）';
    const annex = ['附件1', '联系企业安排表', '序号\t企业', '1\t青阳重工'];
    for (const gap of ['\n', '']) {
      const found = blocksOf(`${title}\n各社区：\n　　${first}\n　　${note}\n${gap}${annex.join('\n')}\n`);
      for (const line of [note, ...annex]) assert.ok(found.includes(line), found.join('\n'));
    }
  });
});
