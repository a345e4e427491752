import assert from 'node:assert/strict';
import { readDraft } from '../../../src/export/readDraft';
import { textOf } from '../../../src/export/officialDocument';

const notice = `---
份号: 000001
密级: 机密★1年
紧急程度: 特急
发文机关: 青阳市人民政府
发文字号: 青政发〔2026〕9号
抄送: [市委办公室, 市政协办公室]
印发机关: 青阳市人民政府办公室
印发日期: 2026年3月6日
---

# 青阳市人民政府关于开展检查的通知

各县（市、区）人民政府：

现将有关事项通知如下：

## 一、检查内容

（一）压实责任。各级各部门要**立即行动**。

附件：1. 任务分工表

　　　2. 情况统计表

青阳市人民政府

2026年3月5日

（此件公开发布）

附件1

# 任务分工表

| 序号 | 任务 |
| --- | --- |
| 1 | 检查 |
`;

const texts = (list: readonly { readonly text: string }[]): readonly string[] => list.map(({ text }) => text);

describe('reading a draft as an official document', () => {
  it('finds the elements in front matter and text', () => {
    const document = readDraft(notice);
    assert.equal(document.form, 'general');
    assert.deepEqual(texts(document.marks), ['000001', '机密★1年', '特急']);
    assert.deepEqual(document.letterhead, ['青阳市人民政府']);
    assert.equal(document.number?.text, '青政发〔2026〕9号');
    assert.equal(document.title?.text, '青阳市人民政府关于开展检查的通知');
    assert.equal(document.recipients?.text, '各县（市、区）人民政府：');
    assert.deepEqual(texts(document.attachments), ['任务分工表', '情况统计表']);
    assert.deepEqual(texts(document.signatures), ['青阳市人民政府']);
    assert.equal(document.date?.text, '2026年3月5日');
    assert.deepEqual(texts(document.notes), ['（此件公开发布）']);
    assert.deepEqual(texts(document.copies), ['抄送：市委办公室，市政协办公室。']);
    assert.equal(document.printer?.text, '青阳市人民政府办公室');
    assert.equal(document.printDate, '2026年3月6日');
    const [annex] = document.annexes;
    assert.equal(annex?.label?.text, '附件1');
    assert.equal(annex?.title?.text, '任务分工表');
    assert.deepEqual(annex?.body[0]?.kind === 'table' && annex.body[0].rows, [
      ['序号', '任务'],
      ['1', '检查'],
    ]);
  });

  it('tells levels, first sentences that head a paragraph, and strong text', () => {
    const [, heading, paragraph] = readDraft(notice).body;
    assert.ok(heading?.kind === 'heading' && heading.level === 1);
    assert.ok(paragraph?.kind === 'paragraph');
    assert.deepEqual(paragraph.spans, [
      { text: '（一）压实责任。', heading: 2 },
      { text: '各级各部门要' },
      { text: '立即行动', bold: true },
      { text: '。' },
    ]);
    assert.equal(textOf(paragraph.spans), '（一）压实责任。各级各部门要立即行动。');
  });

  it('finds the head in the text where there is no front matter', () => {
    const { form, marks, letterhead, number, signers, title } = readDraft(
      '000012\n\n机密★1年\n\n特急\n\n青阳市应急管理局文件\n\n青应急〔2026〕5号　　　　签发人：张三丰、李四\n\n# 关于解决经费的请示\n\n市人民政府：\n\n妥否，请批示。\n',
    );
    assert.equal(form, 'upward');
    assert.deepEqual(texts(marks), ['000012', '机密★1年', '特急']);
    assert.deepEqual(
      [letterhead, number?.text, signers],
      [['青阳市应急管理局'], '青应急〔2026〕5号', ['张三丰', '李四']],
    );
    assert.equal(title?.text, '关于解决经费的请示');
  });

  it('reads a plain text without marks', () => {
    const { form, title, recipients, body } = readDraft(
      '关于开展检查的通知\n各县人民政府：\n　　现通知如下：\n　　一、检查内容\n　　重点检查企业。\n',
      'plaintext',
    );
    assert.equal(form, 'general');
    assert.equal(title?.text, '关于开展检查的通知');
    assert.equal(recipients?.text, '各县人民政府：');
    assert.deepEqual(
      body.map(({ kind }) => kind),
      ['paragraph', 'heading', 'paragraph'],
    );
  });

  for (const [title, form] of [
    ['青阳市应急管理局关于商请支持的函', 'letter'],
    ['青阳市人民政府令', 'order'],
    ['青阳市人民政府常务会议纪要', 'minutes'],
    ['在全市科技创新工作会议上的讲话', 'plain'],
    ['关于乡村产业发展的调研报告', 'plain'],
    ['青阳市应急管理局关于防汛工作情况的报告', 'upward'],
    ['关于印发方案的通知', 'general'],
  ] as const) {
    it(`takes the form from the title: ${title}`, () => {
      assert.equal(readDraft(`# ${title}\n\n同志们：\n\n正文。\n`).form, form);
    });
  }

  it('loses no text of a draft of another kind', () => {
    const { body, title } = readDraft('开头的话，没有标题。\n\n- 一项\n\n> 引文\n\n```\n代码\n```\n\n结尾。');
    assert.equal(title, undefined);
    assert.deepEqual(
      body.map((block) => (block.kind === 'paragraph' ? textOf(block.spans) : block.kind)),
      ['开头的话，没有标题。', '一项', '引文', '代码', '结尾。'],
    );
  });

  it('reads front matter with full-width colons, without blanks and with lists below a key', () => {
    const document = readDraft(
      '---\n发文机关：青阳市人民政府\n发文字号:青政发〔2026〕9号\n抄送：[市委办公室，市政协办公室]\n附件：\n  - 甲表\n  - 乙表\n---\n\n# 青阳市人民政府关于开展检查的通知\n\n各县（市、区）人民政府：\n\n请认真落实。\n',
    );
    assert.deepEqual(document.letterhead, ['青阳市人民政府']);
    assert.equal(document.number?.text, '青政发〔2026〕9号');
    assert.deepEqual(texts(document.copies), ['抄送：市委办公室，市政协办公室。']);
    assert.deepEqual(texts(document.attachments), ['甲表', '乙表']);
    assert.equal(document.title?.text, '青阳市人民政府关于开展检查的通知');
  });

  it('takes no closing formula for an office, and no sentence for those who are addressed', () => {
    const document = readDraft(
      '---\n主送: [各县人民政府]\n发文字号: 青政发〔2026〕9号\n---\n\n# 关于开展检查的通知\n\n现将检查事项通知如下，请认真贯彻落实：\n\n一、检查内容\n\n特此通知\n\n青阳市人民政府\n\n2026年3月5日\n',
    );
    assert.equal(document.recipients?.text, '各县人民政府：');
    assert.deepEqual(texts(document.signatures), ['青阳市人民政府']);
    const body = document.body.map((block) => ('spans' in block ? textOf(block.spans) : ''));
    assert.ok(body.includes('特此通知') && body.some((text) => text.startsWith('现将检查事项')), body.join('|'));
  });

  it('takes a numbered heading with one mark for a heading of the text, not for an annex', () => {
    const document = readDraft(
      '# 关于开展检查的通知\n\n各县人民政府：\n\n# 一、总体要求\n\n请落实。\n\n青阳市人民政府\n\n2026年3月5日\n\n附件一\n\n# 任务分工表\n\n略\n',
    );
    assert.deepEqual(texts(document.signatures), ['青阳市人民政府']);
    assert.deepEqual(
      document.annexes.map(({ title }) => title?.text),
      ['任务分工表'],
    );
    assert.ok(document.body.some((block) => block.kind === 'heading' && textOf(block.spans) === '一、总体要求'));
  });
});
