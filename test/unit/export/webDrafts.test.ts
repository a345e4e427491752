import assert from 'node:assert/strict';
import { readDraft } from '../../../src/export/readDraft';

const texts = (list: readonly { readonly text: string }[]): readonly string[] => list.map(({ text }) => text);
const signed = '青阳市人民政府\n\n2026年3月1日\n';
const notice = (tail: string, fields = ''): string =>
  `${fields && `---\n${fields}\n---\n\n`}# 关于开展检查的通知\n\n各县人民政府：\n\n请认真落实。\n\n${tail}`;

describe('who signs and speaks', () => {
  for (const offices of [
    '青阳市财政局、青阳市审计局',
    '青阳市财政局，青阳市审计局',
    '青阳市财政局 青阳市审计局',
    '[青阳市财政局, 青阳市审计局]',
  ])
    it(`issues jointly: ${offices}`, () => {
      const { letterhead, signatures } = readDraft(notice('', `发文机关: ${offices}\n成文日期: 2026年3月1日`));
      assert.deepEqual(letterhead, ['青阳市财政局', '青阳市审计局']);
      assert.deepEqual(texts(signatures), ['青阳市财政局', '青阳市审计局']);
    });

  it('speaks: a name alone below the title', () => {
    const { subtitles, body } = readDraft(
      '# 在全市工作会议上的讲话\n\n张三丰\n\n（2026年3月1日）\n\n同志们：\n\n大家好。\n',
    );
    assert.deepEqual([texts(subtitles), body.length], [['张三丰', '（2026年3月1日）'], 1]);
  });

  it('signs below a list of names, which stays text', () => {
    const { signatures, body } = readDraft(notice(`获奖名单：\n\n张三\n\n李四\n\n${signed}`));
    assert.deepEqual([texts(signatures), body.length], [['青阳市人民政府'], 4]);
  });

  it('signs below a line that ends without a mark, however long', () => {
    const long = '请各单位结合实际认真组织开展安全生产大检查并于每月五日之前报送有关情况和下一步工作安排';
    const { signatures, date } = readDraft(notice(`${long}\n青阳市人民政府\n2026年3月1日\n`));
    assert.deepEqual([texts(signatures), date?.text], [['青阳市人民政府'], '2026年3月1日']);
  });
});

describe('documents as they stand on the web', () => {
  const promulgation = (lines: string): string =>
    `${lines}\n\n青政办发〔2026〕5号\n\n各县人民政府：\n\n《青阳市优化营商环境行动方案》已经市政府同意，现印发给你们，请认真落实。\n\n青阳市人民政府办公室\n\n2026年3月1日\n\n青阳市优化营商环境行动方案\n\n为优化营商环境，制定本方案。\n\n一、总体要求\n\n坚持问题导向。\n`;
  for (const lines of [
    '青阳市人民政府办公室关于印发《青阳市优化营商环境行动方案》的通知',
    '青阳市人民政府办公室\n\n关于印发青阳市优化营商环境\n\n行动方案的通知',
  ])
    it(`have their number below the title, and what they promulgate behind the date: ${lines.replaceAll('\n', '')}`, () => {
      const document = readDraft(promulgation(lines), 'plaintext');
      assert.equal(document.title?.text, lines.replaceAll('\n', ''));
      assert.deepEqual([document.number?.text, document.recipients?.text], ['青政办发〔2026〕5号', '各县人民政府：']);
      assert.deepEqual([texts(document.signatures), document.notes], [['青阳市人民政府办公室'], []]);
      assert.deepEqual(
        document.annexes.map(({ title, body }) => [title?.text, body.length]),
        [['青阳市优化营商环境行动方案', 3]],
      );
    });

  for (const [signature, name, date] of [
    ['科技处2026年3月1日', '科技处', '2026年3月1日'],
    ['XX县教委(章)\n\n二0xx年五月二十日', 'XX县教委(章)', '二0xx年五月二十日'],
    ['xx市公安局\n\n20xx年3月1日', 'xx市公安局', '20xx年3月1日'],
  ] as const)
    it(`are signed: ${signature.replaceAll('\n', ' ')}`, () => {
      const document = readDraft(notice(`${signature}\n`));
      assert.deepEqual([texts(document.signatures), document.date?.text], [[name], date]);
    });

  it('have no page for attachments that are not there', () => {
    const { annexes, body } = readDraft(notice('附件：\n'));
    assert.deepEqual([annexes, body.length], [[], 2]);
  });

  it('are read across lines that a program broke, and only there', () => {
    const wrapped =
      '关于放假的通知\n\n各单位：\n根据国务院办公厅关于今年国庆节放假的通知精神，学校决定今年国庆节放假时间为十月一日\n至七日。国庆节法定假日三天，将前后两个公休日分别调至十月四日和五日，请各单位据此做好安\n排。请各单位妥善安排节假日期间的值班和安全保卫工作，并在放假之前将值班人员名单分别报送\n学校办公室和保卫处。\n学校办公室\n2026年9月20日\n';
    const { body, signatures } = readDraft(wrapped, 'plaintext');
    assert.deepEqual([body.length, texts(signatures)], [1, ['学校办公室']]);
    const list =
      '在全市工作会议上的讲话\n\n同志们：\n\n今天的会议很重要。\n\n青阳市重点领域安全生产专项整治行动任务分工及完成时限一览表\n青阳市重点项目前期工作推进情况和存在问题及下一步工作安排表\n';
    assert.equal(readDraft(list, 'plaintext').body.length, 3);
  });
});
