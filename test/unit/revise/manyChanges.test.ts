import assert from 'node:assert/strict';
import { docxOf, setDraft } from '../../../src/export/exportDraft';
import { applyChanges } from '../../../src/revise/applyChanges';
import { takeBack } from '../../../src/revise/takeBack';

const words = [
  '安全生产',
  '项目建设',
  '乡村振兴',
  '营商环境',
  '科技创新',
  '生态保护',
  '社会治理',
  '民生保障',
  '党的建设',
  '改革开放',
];
/** A paragraph of its own, the same for the same number. */
const paragraph = (at: number, verb: string): string =>
  `第${at}号事项由${words[at % 10] ?? ''}专班${verb}办理，${words[(at * 7) % 10] ?? ''}与${words[(at * 3 + 1) % 10] ?? ''}统筹安排，时限为${at * 13}日。`;
const draft = (count: number, verb: string): string =>
  `# 关于分解任务的通知\n\n各县人民政府：\n\n${Array.from({ length: count }, (_, at) => paragraph(at, verb)).join('\n\n')}\n`;

describe('a document that was changed in every paragraph', () => {
  it('is compared paragraph by paragraph, however many there are', async () => {
    const [old, fresh] = [draft(400, '牵头'), draft(400, '负责')];
    const { changes } = takeBack(old, 'markdown', await docxOf(setDraft(fresh)));
    assert.equal(changes.length, 400);
    assert.deepEqual(new Set(changes.map(({ before, after }) => `${before}>${after}`)), new Set(['牵头>负责']));
    assert.equal(applyChanges(old, changes), fresh);
  }).timeout(60_000);

  it('is still compared where nothing tells its paragraphs apart', async () => {
    const [old, fresh] = ['甲', '乙'].map((word) => `# 名单\n\n${`${word}类人员若干名。\n\n`.repeat(300)}`) as [
      string,
      string,
    ];
    const { changes } = takeBack(old, 'markdown', await docxOf(setDraft(fresh)));
    assert.equal(applyChanges(old, changes).trim(), fresh.trim());
  }).timeout(60_000);
});
