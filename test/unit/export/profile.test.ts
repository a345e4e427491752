import assert from 'node:assert/strict';
import { docxOf, setDraft } from '../../../src/export/exportDraft';
import { learnProfile } from '../../../src/export/learnProfile';
import { parameters, standardProfile } from '../../../src/export/profile';
import { readProfile } from '../../../src/export/readProfile';
import { IntakeError } from '../../../src/intake/problem';

const draft = `---
发文机关: 青阳市人民政府
发文字号: 青政发〔2026〕9号
---

# 关于开展检查的通知

各县人民政府：

请认真落实。

| 甲 | 乙 |
| --- | --- |
| 1 | 2 |

青阳市人民政府

2026年3月1日
`;
const numbers = parameters.filter(({ standard }) => typeof standard === 'number').map(({ key }) => key);

describe('a file of settings for the export', () => {
  for (const value of [0, 0.1, 1000])
    it(`never breaks the export, whatever its numbers: ${value}`, async () => {
      for (const keys of [...numbers.map((key) => [key]), numbers]) {
        const { profile } = readProfile(Object.fromEntries(keys.map((key) => [key, value])));
        const set = setDraft(draft, { profile });
        assert.ok(set.pages.length > 0 && set.pages.length < 500, `${keys.join()} ${set.pages.length}`);
        assert.ok((await docxOf(set)).length > 0);
      }
    }).timeout(60_000);

  it('has by name what it says and no page can have', () => {
    assert.deepEqual(readProfile({ bodySize: 0, 每行字数: 0 }).unknown, ['bodySize', '每行字数']);
    const { profile, unknown } = readProfile({ textHeight: 290, bodySize: 15 });
    assert.deepEqual([profile.textHeight, profile.bodySize, unknown], [standardProfile.textHeight, 15, ['textHeight']]);
    assert.deepEqual(readProfile({ letterheadSize: 0, linePitch: 0 }).unknown, []);
  });
});

describe('a sample that is no Word document', () => {
  for (const [name, bytes, code] of [
    ['an old format', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'oldWord'],
    ['text', new TextEncoder().encode('这不是文档'), 'damaged'],
    ['nothing', new Uint8Array(), 'damaged'],
  ] as const)
    it(`says why: ${name}`, () =>
      assert.throws(
        () => learnProfile(bytes),
        (error) => error instanceof IntakeError && error.code === code,
      ));
});
