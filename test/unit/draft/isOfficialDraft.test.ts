import assert from 'node:assert/strict';
import { isOfficialDraft } from '../../../src/draft/isOfficialDraft';

describe('isOfficialDraft', () => {
  for (const text of [
    '# 关于开展督查工作的通知\n\n各县（区）人民政府：',
    '---\n文种: 通知\n---\n\n# A',
    '全市要把科技创新摆在首位，运用 GPT、AI 等工具。',
  ])
    it(`takes ${JSON.stringify(text.slice(0, 20))}`, () => assert.ok(isOfficialDraft(text)));

  for (const text of [
    '',
    '# Readme\n\nInstall with npm, then run it.',
    '# 说明\n\nRun `npm install` and open the editor; see the docs for more about how it works',
    '草稿',
  ])
    it(`leaves ${JSON.stringify(text.slice(0, 20))}`, () => assert.ok(!isOfficialDraft(text)));
});
