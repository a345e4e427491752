import assert from 'node:assert/strict';
import { labelText, lineText, shownItem, shownRow, shownText } from '../../../../src/editor/shared/shownText';

const turned = '会议纪要\u202egnp.exe';

describe('text of strangers', () => {
  it('shows what would not be seen, in as many characters', () => {
    assert.equal(shownText('甲\u0000乙\u001b[31m丙\u007f丁\u0085'), '甲␀乙␛[31m丙␡丁\ufffd');
    assert.equal(shownText(turned), '会议纪要\ufffdgnp.exe');
    assert.equal(shownText('\u2066\u2069\u061c\u200f\u2028'), '\ufffd'.repeat(5));
    assert.equal(shownText('甲\ud842乙\udfb7'), '甲\ufffd乙\ufffd');
    for (const text of [turned, '甲\ud842', '\u0000\u0085']) assert.equal(shownText(text).length, text.length);
  });

  it('is left as it is where it is only text', () => {
    const text = '第一段，𠮷林大道\t（一）\r\n<b>**重点**</b> ${1:TM_FILENAME} “引文”—…';
    assert.equal(shownText(text), text);
  });

  it('has no icons, links or lines of its own', () => {
    assert.equal(labelText('$(flame)$(trash~spin)').includes('$('), false);
    assert.equal(labelText('[打开](command:workbench.action.quit)').includes(']('), false);
    assert.equal(lineText('甲\n2026-01-01 [error] 乙\r\n丙'), '甲⏎2026-01-01 [error] 乙⏎丙');
  });

  it('is so in all parts of the row of a tree, and highlights still fit', () => {
    const item = shownItem({
      label: { label: turned, highlights: [[4, 5]] },
      description: turned,
      tooltip: turned,
      accessibilityInformation: { label: turned, role: 'treeitem' },
      id: turned,
    });
    assert.deepEqual(item, {
      label: { label: shownText(turned), highlights: [[4, 5]] },
      description: shownText(turned),
      tooltip: shownText(turned),
      accessibilityInformation: { label: shownText(turned), role: 'treeitem' },
      id: turned,
    });
    assert.deepEqual(shownItem({ label: turned, description: true }), { label: shownText(turned), description: true });
  });

  it('is so in all parts of a row of a quick pick, and nothing is added', () => {
    const hostile = `$(flame)${turned}`;
    const shown = labelText(hostile);
    assert.deepEqual(shownRow({ label: hostile, description: hostile, detail: hostile, value: hostile }), {
      label: shown,
      description: shown,
      detail: shown,
      value: hostile,
    });
    assert.deepEqual(shownRow({ label: '甲' }), { label: '甲' });
  });
});
