import assert from 'node:assert/strict';
import { exportNotes } from '../../../src/export/exportReport';
import { setDraft } from '../../../src/export/exportDraft';
import type { OfficialDocument } from '../../../src/export/officialDocument';
import { textOf } from '../../../src/export/officialDocument';
import { readDraft } from '../../../src/export/readDraft';

const texts = (list: readonly { readonly text: string }[]): readonly string[] => list.map(({ text }) => text);
const bodyOf = ({ body }: OfficialDocument): readonly string[] =>
  body.map((block) => ('spans' in block ? textOf(block.spans) : block.kind));
const remarksOf = (draft: string): readonly string[] =>
  exportNotes(setDraft(draft))
    .filter(({ kind }) => kind === 'reading')
    .map(({ message, args }) => message.zh.replace(/\{(\d)\}/g, (_, at: string) => args[Number(at)] ?? ''));
const notice = (tail: string, fields = ''): string =>
  `${fields && `---\n${fields}\n---\n\n`}# 关于开展检查的通知\n\n各县人民政府：\n\n请认真落实。\n\n${tail}`;
const signed = '青阳市人民政府\n\n2026年3月1日\n';

describe('附件说明, however it is written', () => {
  for (const [name, written] of Object.entries({
    'numbers on lines below': '附件：\n1. 甲表\n2. 乙表\n\n',
    'a list with marks': '附件：\n\n- 甲表\n- 乙表\n\n',
    'names alone': '附件：\n\n甲表\n\n乙表\n\n',
    'an indented second line': '附件：1. 甲表\n      2. 乙表\n\n',
    'numbers in brackets': '附件：（1）甲表\n（2）乙表\n\n',
    'circled numbers': '附件：①甲表\n②乙表\n\n',
    'the word in every line': '附件1：甲表\n附件2：乙表\n\n',
    'the word and a blank': '附件1 甲表\n\n附件2 乙表\n\n',
    'one line': '附件：1.甲表；2.乙表\n\n',
    'a heading': '## 附件\n\n1. 甲表\n2. 乙表\n\n',
  }))
    it(name, () => {
      const document = readDraft(notice(written + signed));
      assert.deepEqual(texts(document.attachments), ['甲表', '乙表']);
      assert.deepEqual(texts(document.signatures), ['青阳市人民政府']);
      assert.deepEqual(bodyOf(document), ['请认真落实。']);
      assert.deepEqual(document.annexes, []);
    });

  it('goes on in an indented line where a name is long', () => {
    const draft = notice(`附件：1. 青阳市重点领域安全生产专项整治行动\n　　　　任务分工表\n　　　2. 乙表\n\n${signed}`);
    assert.deepEqual(texts(readDraft(draft).attachments), ['青阳市重点领域安全生产专项整治行动任务分工表', '乙表']);
  });

  it('in front matter is not numbered twice', () =>
    assert.deepEqual(texts(readDraft(notice('', '附件: [1. 甲表, 2. 乙表]')).attachments), ['甲表', '乙表']));

  it('below the date is moved above the signature, and the report says so', () => {
    const draft = notice(`${signed}\n附件：1. 甲表\n2. 乙表\n`);
    const document = readDraft(draft);
    assert.deepEqual([texts(document.attachments), document.date?.text], [['甲表', '乙表'], '2026年3月1日']);
    assert.match(remarksOf(draft).join('\n'), /附件说明写在成文日期之后/);
  });

  it('has numbers that count on, else the report says so', () =>
    assert.match(remarksOf(notice(`附件：2. 甲表\n4. 乙表\n\n${signed}`)).join('\n'), /序号不连续/));
});

describe('a page of 附件, however it is headed', () => {
  for (const heading of [
    '附件1：任务表',
    '附件1 任务表',
    '# 附件1：任务表',
    '## 附件1　任务表',
    '附件一：任务表',
    '附件1\n\n# 任务表',
  ])
    it(heading.replaceAll('\n', ' '), () => {
      const document = readDraft(
        notice(`附件：任务表\n\n${signed}\n${heading}\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n`),
      );
      assert.deepEqual(
        document.annexes.map(({ title }) => title?.text),
        ['任务表'],
      );
      assert.match(document.annexes[0]?.label?.text ?? '', /^附件[1一]$/);
      assert.deepEqual([texts(document.attachments), texts(document.signatures)], [['任务表'], ['青阳市人民政府']]);
    });

  it('stands behind 版记 as well', () => {
    const document = readDraft(
      notice(`${signed}\n抄送：市委办公室。\n\n青阳市人民政府办公室 2026年3月6日印发\n\n附件1\n\n# 任务表\n\n略。\n`),
    );
    assert.deepEqual(texts(document.copies), ['抄送：市委办公室。']);
    assert.deepEqual([document.printer?.text, document.printDate], ['青阳市人民政府办公室', '2026年3月6日']);
    assert.equal(document.date?.text, '2026年3月1日');
    assert.equal(document.annexes.length, 1);
  });

  it('is none where a title without a number heads a part of the text', () => {
    const document = readDraft(`# 关于开展检查的通知\n\n各县人民政府：\n\n# 总体要求\n\n请落实。\n\n${signed}`);
    assert.deepEqual([document.annexes.length, document.date?.text], [0, '2026年3月1日']);
  });
});

describe('成文日期, however it is written', () => {
  for (const [written, printed] of [
    ['2026年3月1日', '2026年3月1日'],
    ['2026 年 3 月 1 日', '2026年3月1日'],
    ['２０２６年３月１日', '2026年3月1日'],
    ['2026年03月01日', '2026年3月1日'],
    ['2026年3月1号', '2026年3月1日'],
    ['2026-03-01', '2026年3月1日'],
    ['2026/3/1', '2026年3月1日'],
    ['2026.3.1', '2026年3月1日'],
    ['二〇二六年三月一日', '二〇二六年三月一日'],
    ['二0二六年三月一日', '二〇二六年三月一日'],
    ['二○二六年三月一日', '二〇二六年三月一日'],
    ['2026年　月　日', '2026年　月　日'],
  ] as const) {
    it(`on a line of its own: ${written}`, () => {
      const document = readDraft(notice(`青阳市人民政府\n\n${written}\n`));
      assert.deepEqual([document.date?.text, texts(document.signatures)], [printed, ['青阳市人民政府']]);
    });
    it(`in front matter: ${written}`, () =>
      assert.equal(readDraft(notice('', `发文机关: 青阳市人民政府\n成文日期: ${written}`)).date?.text, printed));
  }

  for (const line of [
    '青阳市人民政府　　2026年3月1日',
    '青阳市人民政府 2026年3月1日',
    '青阳市人民政府2026年3月1日',
    '青阳市人民政府 2026-03-01',
  ])
    it(`behind the office: ${line}`, () => {
      const { date, signatures, body } = readDraft(notice(`${line}\n`));
      assert.deepEqual([date?.text, texts(signatures), body.length], ['2026年3月1日', ['青阳市人民政府'], 1]);
    });

  it('stays one where another line stands below it, and the report tells where that went', () => {
    const draft = notice(`${signed}\n联系人：张三，电话：12345678\n`);
    const { date, signatures, notes } = readDraft(draft);
    assert.deepEqual(
      [date?.text, texts(signatures), texts(notes)],
      ['2026年3月1日', ['青阳市人民政府'], ['联系人：张三，电话：12345678']],
    );
    assert.match(remarksOf(draft).join('\n'), /“联系人：张三，电话：12345678”已作为附注排印/);
  });

  it('is told in the report where it is printed otherwise', () =>
    assert.match(
      remarksOf(notice('青阳市人民政府\n\n2026-03-01\n')).join('\n'),
      /“2026-03-01”已按标准格式排印为“2026年3月1日”/,
    ));

  it('is none in a sentence that ends with one', () => {
    const { date, body } = readDraft(notice('自发布之日起施行，有效期至2027年3月1日\n'));
    assert.deepEqual([date, body.length], [undefined, 2]);
  });
});

describe('elements in front matter and text', () => {
  it('print an office once where the date is stated and the office stands in the text', () => {
    const document = readDraft(notice('青阳市人民政府\n', '发文机关: 青阳市人民政府\n成文日期: 2026年3月1日'));
    assert.deepEqual([texts(document.signatures), bodyOf(document)], [['青阳市人民政府'], ['请认真落实。']]);
  });

  it('are united: 密级 stated, 紧急程度 found', () => {
    const document = readDraft(`---\n密级: 秘密\n---\n\n特急\n\n青政发〔2026〕9号\n\n${notice(signed)}`);
    assert.deepEqual(texts(document.marks), ['秘密', '特急']);
  });

  it('cost a remark where they differ', () => {
    const draft = `---\n发文字号: 青政发〔2026〕9号\n附件: 甲表\n---\n\n青政发〔2026〕8号\n\n${notice(`附件：乙表\n\n${signed}`)}`;
    assert.deepEqual(remarksOf(draft), [
      '发文字号：文件开头的信息块写的是“青政发〔2026〕9号”，正文写的是“青政发〔2026〕8号”，两处不一致，已按信息块排印。',
      '附件：文件开头的信息块写的是“甲表”，正文写的是“乙表”，两处不一致，已按正文排印。',
    ]);
  });

  for (const [fields, told] of [
    ['发文机关: 甲局\n文种: 信函\n签发人: 张三', /签发人“张三”没有排印/],
    ['发文机关: 甲局\n文种: 信函\n印发机关: 甲局办公室', /印发机关“甲局办公室”没有排印/],
    ['发文机关: 甲局\n文种: 纪要\n签发人: 张三', /签发人“张三”没有排印/],
    ['发文机关: 甲局\n主送单位: 各县', /“主送单位”，不是公文要素的名称，没有排印：是否应为“主送”/],
    ['发文机关: 甲局\n拟稿: 张三', /“拟稿”，不是公文要素的名称，没有排印。/],
  ] as const)
    it(`tell what is not printed: ${fields.replaceAll('\n', ' ')}`, () =>
      assert.match(remarksOf(notice(signed, fields)).join('\n'), told));

  it('cost nothing where all is as it should be', () =>
    assert.deepEqual(
      remarksOf(
        notice(
          `附件：1. 甲表\n2. 乙表\n\n${signed}`,
          '发文机关: 青阳市人民政府\n发文字号: 青政发〔2026〕9号\n附件: [1. 甲表, 2. 乙表]\ntags: [检查]',
        ),
      ),
      [],
    ));

  it('print 印发日期 alone, and the names that people write for a key', () => {
    const { flow } = setDraft(notice(signed, '印发日期: 2026-03-06\n主送机关: 各县人民政府\n抄送机关: 市委办公室'));
    assert.equal(flow.imprint?.printed, '2026年3月6日印发');
    assert.deepEqual(texts(flow.imprint.copies), ['抄送：市委办公室。']);
  });

  it('keep list items with a colon, and both values of a key that stands twice', () => {
    const { attachments } = readDraft(notice('', '附件:\n  - 甲表: 乡镇填写\n  - 乙表'));
    assert.deepEqual(texts(attachments), ['甲表: 乡镇填写', '乙表']);
    assert.deepEqual(texts(readDraft(notice('', '附件: 甲表\n附件: 乙表')).attachments), ['甲表', '乙表']);
  });

  it('are read behind blank lines, and told where they are not closed', () => {
    assert.equal(readDraft(`\n\n${notice('', '发文字号: 青政发〔2026〕9号')}`).number?.text, '青政发〔2026〕9号');
    const draft = notice('', '发文字号: 青政发〔2026〕9号').replace('9号\n---', '9号');
    assert.match(remarksOf(draft).join('\n'), /缺少结尾的“---”/);
  });
});
