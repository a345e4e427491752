import assert from 'node:assert/strict';
import { putBack } from '../../../../src/intake/plan/putBack';
import type { Block } from '../../../../src/library/document';
import { intake, shortBlocks } from '../intakeFixtures';

const blocks = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));
const shown = (articles: readonly (readonly Block[])[]): string[][] => articles.map(shortBlocks);

describe('what was removed', () => {
  it('goes back behind the text that it stood behind, in order', () => {
    const pieces = ['甲', '乙'].map((text) => ({ kind: 'footer', text, after: '第二段。' }) as const);
    assert.deepEqual(shown(putBack([blocks('第一段。', '第二段。', '第三段。')], pieces)), [
      ['第一段。', '第二段。', '甲', '乙', '第三段。'],
    ]);
  });

  it('goes to the end of the last article where its place is not known', () => {
    const piece = { kind: 'hidden', text: '隐藏' } as const;
    assert.deepEqual(shown(putBack([blocks('一。'), blocks('二。')], [piece])), [['一。'], ['二。', '隐藏']]);
  });

  it('finds its place in a text that was cleaned', () => {
    const advertisement = '【来自：某某公文素材网，加QQ群12345678】';
    const { drafts, removed } = intake(
      `    各地要抓紧春耕,不误农时。\n${advertisement}\n    各村要修好水渠,管好用水。`,
    );
    assert.deepEqual(
      removed.map(({ text }) => text),
      [advertisement],
    );
    assert.deepEqual(
      shown(
        putBack(
          drafts.map((draft) => draft.blocks),
          removed,
        ),
      ),
      [['各地要抓紧春耕，不误农时。', advertisement, '各村要修好水渠，管好用水。']],
    );
  });
});
