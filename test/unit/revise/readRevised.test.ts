import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { docxOf, setDraft } from '../../../src/export/exportDraft';
import { IntakeError } from '../../../src/intake/problem';
import { applyChanges } from '../../../src/revise/applyChanges';
import { takeBack } from '../../../src/revise/takeBack';
import { drafts } from './drafts';

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const by = (author: string): string => `w:id="1" w:author="${author}" w:date="2026-03-01T09:30:00Z"`;
const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const gone = (text: string): string => `<w:r><w:delText>${text}</w:delText></w:r>`;

/** A Word document with these paragraphs. */
const docx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${space}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])),
  });

const code = (bytes: Uint8Array): string => {
  try {
    takeBack('文稿', 'markdown', bytes);
    return 'none';
  } catch (error) {
    return error instanceof IntakeError ? error.code : String(error);
  }
};

describe('a document that came back', () => {
  it('is refused with a reason when it is none, or damaged', async () => {
    const whole = await docxOf(setDraft(drafts.speech ?? ''));
    assert.equal(code(strToU8('这不是文档')), 'damaged');
    assert.equal(code(new Uint8Array()), 'damaged');
    assert.equal(code(whole.subarray(0, whole.length / 2)), 'damaged');
    assert.equal(code(zipSync({ 'a.txt': strToU8('甲') })), 'damaged');
    assert.equal(code(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)), 'oldWord');
    const cut = `<w:document ${space}><w:body>${paragraph(run('文稿'))}${paragraph(run('后半'))}`;
    assert.equal(code(zipSync({ 'word/document.xml': strToU8(cut) })), 'damaged');
    assert.equal(code(whole), 'none');
  });

  it('never ends in anything but such a reason, whatever its bytes', async () => {
    const whole = await docxOf(setDraft(drafts.speech ?? ''));
    for (let seed = 1; seed <= 40; seed++) {
      const bytes = whole.slice();
      for (let at = seed * 37; at < bytes.length; at += 997 + seed) bytes[at] = (bytes[at] ?? 0) ^ (seed * 29);
      assert.match(code(bytes), /^[a-z]+[A-Za-z]*$/, `seed ${seed}`);
    }
  });

  it('tells who changed what, several people in one place', () => {
    const body = paragraph(
      run('要') +
        `<w:del ${by('张三')}>${gone('加强')}</w:del><w:ins ${by('李四')}>${run('强化')}</w:ins>` +
        run('监管工作。'),
    );
    const { changes } = takeBack('要加强监管工作。\n', 'markdown', docx(body));
    assert.deepEqual(
      changes.map((one) => [one.before, one.after, one.by?.author]),
      [
        ['加强', '', '张三'],
        ['', '强化', '李四'],
      ],
    );
    assert.equal(applyChanges('要加强监管工作。\n', changes), '要强化监管工作。\n');
  });

  it('may have insertions that were deleted again, and changes without revision beside tracked ones', () => {
    const body = paragraph(
      run('请各单位认真') +
        `<w:ins ${by('张三')}><w:del ${by('李四')}>${gone('及时')}</w:del>${run('组织')}</w:ins>` +
        run('落实有关规定。'),
    );
    const { changes } = takeBack('各单位认真落实规定。\n', 'markdown', docx(body));
    assert.equal(applyChanges('各单位认真落实规定。\n', changes), '请各单位认真组织落实有关规定。\n');
    assert.deepEqual(
      changes.map((one) => one.by?.author),
      [undefined, '张三', undefined],
    );
  });

  it('gives comments with their answers, and one whose text is gone its place', () => {
    const comments = `<w:comments ${space} xmlns:w14="urn:w14">
      <w:comment w:id="0" w:author="李主任" w:date="2026-03-01T09:30:00Z"><w:p w14:paraId="01">${run('请核实')}</w:p></w:comment>
      <w:comment w:id="1" w:author="小王"><w:p w14:paraId="02">${run('已核实')}</w:p></w:comment>
      <w:comment w:id="2" w:author="李主任"><w:p w14:paraId="03">${run('删')}</w:p></w:comment></w:comments>`;
    const extended = `<w15:commentsEx xmlns:w15="urn:w15"><w15:commentEx w15:paraId="01" w15:done="1"/><w15:commentEx w15:paraId="02" w15:paraIdParent="01"/></w15:commentsEx>`;
    const body = paragraph(
      '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>' + run('同比增长') +
      '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/>' + run('15%，') +
      `<w:commentRangeStart w:id="2"/><w:del ${by('李主任')}>${gone('形势大好')}</w:del><w:commentRangeEnd w:id="2"/>` + run('。'),
    ); // prettier-ignore
    const parts = { 'word/comments.xml': comments, 'word/commentsExtended.xml': extended };
    const { threads } = takeBack('同比增长15%，形势大好。\n', 'markdown', docx(body, parts));
    assert.deepEqual(
      threads.map(({ start, end, quoted, isGone, resolved, comments: all }) => [start, end, quoted, isGone, resolved, all.map(({ text }) => text)]), // prettier-ignore
      [
        [0, 4, '同比增长', false, true, ['请核实', '已核实']],
        [8, 12, '形势大好', true, false, ['删']],
      ],
    );
  });

  it('keeps the line ends of the draft, and reads plain text line by line', () => {
    const draft = '关于值班的通知\r\n各科室要加强值班。\r\n特此通知。\r\n';
    const body = ['关于值班的通知', '各科室要切实加强值班。', '遇有突发情况，及时报告。', '特此通知。'].map((text) => paragraph(run(text))).join(''); // prettier-ignore
    const { changes } = takeBack(draft, 'plaintext', docx(body));
    assert.equal(
      applyChanges(draft, changes),
      '关于值班的通知\r\n各科室要切实加强值班。\r\n遇有突发情况，及时报告。\r\n特此通知。\r\n',
    );
  });

  it('says how little it has in common with a draft that it is not of', async () => {
    const other = await docxOf(setDraft(drafts.speech ?? ''));
    assert.ok(takeBack(drafts['front matter'] ?? '', 'markdown', other).common < 0.3);
  });

  it('takes an attachment and an addressee over into front matter', () => {
    const draft = `---\n主送: [甲局, 乙局]\n附件: 名单\n---\n# 关于报送材料的通知\n\n请按时报送。\n`;
    const body = [
      paragraph(run('关于报送材料的通知'), '<w:pStyle w:val="Title"/>'),
      paragraph(run('甲局，乙局，丙局：'), '<w:pStyle w:val="GwRecipients"/>'),
      paragraph(run('请按时报送。')),
      paragraph(run('附件：1. 名单'), '<w:pStyle w:val="GwAttachments"/>'),
      paragraph(run('2. 样表'), '<w:pStyle w:val="GwAttachments"/>'),
    ].join('');
    const styles = `<w:styles ${space}>${['Title', 'GwRecipients', 'GwAttachments'].map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`).join('')}</w:styles>`;
    const { changes } = takeBack(draft, 'markdown', docx(body, { 'word/styles.xml': styles }));
    assert.equal(applyChanges(draft, changes), draft.replace('乙局]', '乙局, 丙局]').replace('名单', '[名单, 样表]'));
  });
});
