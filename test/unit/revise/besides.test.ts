import assert from 'node:assert/strict';
import { docxOf, setDraft } from '../../../src/export/exportDraft';
import { applyChanges } from '../../../src/revise/applyChanges';
import { takeBack } from '../../../src/revise/takeBack';
import { Reviser } from './reviser';

const revise = async (draft: string, change: (reviser: Reviser) => void, tracks = true): Promise<Uint8Array> => {
  const reviser = new Reviser(await docxOf(setDraft(draft)), tracks);
  change(reviser);
  return reviser.bytes();
};
const taken = async (draft: string, change: (reviser: Reviser) => void): Promise<string> =>
  applyChanges(draft, takeBack(draft, 'markdown', await revise(draft, change)).changes);
const paragraphWith = ({ paragraphs }: Reviser, text: string): Reviser['paragraphs'][number] => {
  const found = paragraphs.find(({ atoms }) =>
    atoms
      .map((atom) => atom.text)
      .join('')
      .includes(text),
  );
  assert.ok(found, text);
  return found;
};

describe('what stands beside the text of a draft', () => {
  it('proposes no name of a picture that could not be read', async () => {
    const draft = '# 关于情况的报告\n\n见下图。\n\n![各季度完成情况](缺.png)\n\n完毕。\n';
    assert.deepEqual(takeBack(draft, 'markdown', await docxOf(setDraft(draft))).changes, []);
  });

  it('puts a paragraph before and behind a block of code, not into it', async () => {
    const draft = '# 关于情况的报告\n\n命令如下。\n\n```\nnpm test\n```\n';
    const change = (reviser: Reviser): void => {
      reviser.add(paragraphWith(reviser, '命令如下'), '请先备份数据。');
      reviser.add(paragraphWith(reviser, 'npm test'), '请确认结果。');
    };
    assert.equal(
      await taken(draft, change),
      '# 关于情况的报告\n\n命令如下。\n\n请先备份数据。\n\n```\nnpm test\n```\n\n请确认结果。\n',
    );
  });

  it('parts the paragraphs that come into an empty draft', async () => {
    const bytes = await docxOf(setDraft('# 关于情况的报告\n\n第一段。\n\n第二段。\n'));
    const fresh = applyChanges('', takeBack('', 'markdown', bytes).changes);
    assert.deepEqual(
      fresh
        .split(/\n+/)
        .filter(Boolean)
        .map((line) => line.replace(/^#+ /, '')),
      ['关于情况的报告', '第一段。', '第二段。'],
    );
  });

  it('writes the name of a signer without the blank that the page has in it', async () => {
    const draft =
      '---\n发文字号: 青应急〔2026〕5号\n签发人: [张三, 李四光]\n---\n\n# 关于解决经费的请示\n\n市人民政府：\n\n请批示。\n';
    const fresh = await taken(draft, (reviser) => {
      const line = paragraphWith(reviser, '张　三');
      const at = line.atoms.findIndex(({ text }) => text === '三');
      reviser.delete(line, at, at + 1);
      reviser.insert(line, at + 1, '四');
    });
    assert.match(fresh, /签发人: \[张四, 李四光\]/);
  });

  for (const text of ['[甲](乙)', '[^1]', '<b>甲</b>', '&nbsp;', '[甲][乙]', '_甲_', '`甲`'])
    it(`is text where Markdown would see marks: ${text}`, async () => {
      const draft = '# 关于情况的报告\n\n请认真落实。\n';
      const fresh = await taken(draft, (reviser) => reviser.insert(paragraphWith(reviser, '落实'), 1, `（${text} ）`));
      const [paragraph] = setDraft(fresh).document.body;
      assert.ok(paragraph?.kind === 'paragraph');
      assert.equal(paragraph.spans.map((span) => span.text).join(''), `请（${text} ）认真落实。`);
    });

  it('takes a table whose rows have not as many cells for the same', async () => {
    const draft = '# 关于情况的报告\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 | 3 |\n| 4 |\n';
    assert.deepEqual(takeBack(draft, 'markdown', await docxOf(setDraft(draft))).changes, []);
  });

  it('does not propose again what was taken over', async () => {
    const draft = '# 关于情况的报告\n\n请认真落实，及时报送。\n';
    const bytes = await revise(draft, (reviser) => {
      const line = paragraphWith(reviser, '落实');
      reviser.delete(line, 1, 3);
      reviser.insert(line, 3, '切实');
      reviser.delete(line, 8, 10);
    });
    const [first, ...others] = takeBack(draft, 'markdown', bytes).changes;
    assert.ok(first && others.length > 0);
    const accepted = applyChanges(draft, [first]);
    const again = takeBack(accepted, 'markdown', bytes).changes;
    assert.deepEqual(
      again.map(({ before, after }) => [before, after]),
      others.map(({ before, after }) => [before, after]),
    );
  });

  it('tells whether the draft was edited since its export', async () => {
    const draft = '# 关于情况的报告\n\n请认真落实。\n';
    const bytes = await revise(draft, (reviser) => reviser.insert(paragraphWith(reviser, '落实'), 1, '务必'));
    assert.equal(takeBack(draft, 'markdown', bytes).isEdited, false);
    assert.equal(takeBack(draft.replaceAll('\n', '\r\n'), 'markdown', bytes).isEdited, false);
    const own = draft.replace('落实', '抓好');
    const { isEdited, changes } = takeBack(own, 'markdown', bytes);
    assert.equal(isEdited, true);
    const tracked = changes.filter(({ by }) => by);
    assert.deepEqual(
      [changes.length > tracked.length, applyChanges(own, tracked)],
      [true, own.replace('请', '请务必')],
    );
  });
});
