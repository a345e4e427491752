import assert from 'node:assert/strict';
import { docxOf, setDraft } from '../../../src/export/exportDraft';
import type { Paragraph } from '../../unit/revise/reviser';
import { Reviser } from '../../unit/revise/reviser';

/** A notice with three paragraphs of text. */
export const noticeDraft = `# 关于开展防汛督查的通知

各县（市、区）人民政府：

为做好防汛工作，市政府决定开展防汛督查。

各地要认真组织自查，及时整改问题。

督查结果将予以通报。
`;

/**
 * A draft as a leader sent it back: the first paragraph of its text reworded, a comment on the second, and what `change` does.
 * @param draft begins as `noticeDraft`
 * @returns the Word file
 */
export async function revisedDraft(
  draft: string,
  change: (reviser: Reviser, first: Paragraph, second: Paragraph, third: Paragraph) => void,
): Promise<Uint8Array> {
  const reviser = new Reviser(await docxOf(setDraft(draft)), true);
  const [first, second, third] = reviser.paragraphs.filter(({ style }) => style === 'BodyText');
  assert.ok(first && second && third);
  reviser.delete(first, 1, 3);
  reviser.insert(first, 3, '切实抓好');
  reviser.comment(second, 2, 6, '时限要写明。');
  change(reviser, first, second, third);
  return reviser.bytes();
}
