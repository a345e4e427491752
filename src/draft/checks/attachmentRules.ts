import { skeletonOf } from '../../text/characters';
import { attachmentList, contentOf } from './attachmentList';
import type { DraftLine, DraftText } from './draftText';
import { valuesOf } from './draftText';
import type { Rule, RuleFinding } from './rule';

const proseLines = ({ lines }: DraftText): readonly DraftLine[] => lines.filter(({ isProse }) => isProse);

/** Attachments 附件: the lines that list them, references to them, their titles. */
export const attachmentRules: readonly Rule[] = [
  {
    id: 'attachment-line',
    title: { en: 'Attachment line', zh: '附件说明的写法' },
    message: { en: 'No mark stands behind the name of an attachment.', zh: '附件名称后不加标点符号。' },
    source: 'GB/T 9704—2012 7.3.4',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: attachmentMarks,
    triggers: [
      { text: '附件：1.任务分工表；', found: ['；'], fixed: '附件：1.任务分工表' },
      {
        text: '附件：1.任务分工表；\n　　　2.青阳市安全生产\n　　　　联系人名单；\n　　　3.时间表。',
        found: ['；', '；', '。'],
        fixed: '附件：1.任务分工表\n　　　2.青阳市安全生产\n　　　　联系人名单\n　　　3.时间表',
      },
    ],
    silent: [
      '附件：1.任务分工表',
      '附件：名单（略）',
      '附件所列单位要抓紧落实。',
      '附件：1.任务分工表\n　　　2.联系人名单\n\n1.甲。\n\n2.乙。',
    ],
  },
  {
    id: 'attachment-missing',
    title: { en: 'Attachment referred to and missing', zh: '所引附件缺失' },
    message: { en: 'The draft lists no attachment {0}.', zh: '附件说明中没有附件{0}。' },
    source: 'GB/T 9704—2012 7.3.7',
    force: 'hint',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: missingAttachment,
    triggers: [
      { text: '# 通知\n\n任务分工见附件3。\n\n附件：1.甲表\n\n　　　2.乙表', found: ['附件3'] },
      { text: '---\n附件:\n  - 甲表\n  - 乙表\n---\n\n# 通知\n\n任务分工见附件3。', found: ['附件3'] },
    ],
    silent: [
      '# 通知\n\n任务分工见附件2。\n\n附件：1.甲表\n\n　　　2.乙表',
      '# 通知\n\n任务分工见附件2。\n\n附件：1.青阳市开展安全生产大检查\n　　　　任务分工表\n　　　2.乙表',
      '---\n附件: [甲表, 乙表]\n---\n\n# 通知\n\n任务分工见附件2。',
      '按《办法》附件3执行',
      '任务分工见附件。\n\n附件：甲表',
    ],
  },
  {
    id: 'attachment-title',
    title: { en: 'Titles of an attachment that differ', zh: '附件名称前后不一' },
    message: { en: 'The attachment line names it “{0}”.', zh: '附件说明中的名称为“{0}”。' },
    source: 'GB/T 9704—2012 7.3.7',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: attachmentTitles,
    triggers: [
      {
        text: '# 通知\n\n附件：1.任务分工表\n\n　　　2.联系人名单\n\n2026年3月5日\n\n附件1\n\n任务分解表\n\n附件2\n\n联系人名单',
        found: ['任务分解表'],
      },
      { text: '# 通知\n\n附件：任务分工表\n\n2026年3月5日\n\n附件\n\n任务分解表', found: ['任务分解表'] },
    ],
    silent: [
      '# 通知\n\n附件：1.任务分工表\n\n　　　2.联系人名单\n\n2026年3月5日\n\n附件1\n\n任务分工表\n\n附件2\n\n联系人名单',
      '# 通知\n\n附件：青阳市开展安全生产大检查任务分工表\n\n附件\n\n青阳市开展安全生产大检查\n\n任务分工表',
      '# 通知\n\n附件：1.青阳市开展安全生产大检查\n　　　　任务分工表\n　　　2.青阳市安全生产\n　　　　联系人名单\n\n2026年3月5日\n\n附件1\n\n青阳市开展安全生产大检查任务分工表\n\n附件2\n\n青阳市安全生产联系人名单',
      '# 通知\n\n附件：青阳市安全生产\n　　　联系人名单\n\n附件\n\n青阳市安全生产联系人名单',
      '# 通知\n\n附件：市水利局关于防汛情况的报告\n\n附件\n\n关于防汛情况的\n\n报告',
      '# 通知\n\n附件：任务分工表（另发）\n\n附件\n\n任务分工表',
      '# 通知\n\n附件：任务分工表',
    ],
  },
];

/** The last line of each name in the attachment lines; of the last name, which may go on below, the line that it begins on. */
function* attachmentMarks(draft: DraftText): Iterable<RuleFinding> {
  for (const line of attachmentList(proseLines(draft)).listed.flatMap(({ lines }) => lines.at(-1) ?? [])) {
    const text = line.masked.trimEnd();
    if (!/[^。；，、;,]{2}[。；，、;,]$/.test(text)) continue;
    const offset = line.offset + text.length - 1;
    yield { offset, length: 1, fix: { offset, length: 1, text: '' } };
  }
}

function* missingAttachment(draft: DraftText): Iterable<RuleFinding> {
  const { listed } = attachmentList(proseLines(draft));
  const stated = listed.length > 0 ? [] : valuesOf(draft, '附件', '附件说明');
  // A single attachment has no number.
  const numbers = new Set([
    ...listed.map(({ number }) => number),
    ...(stated.length > 1 ? stated.map((_, index) => index + 1) : []),
  ]);
  if (numbers.size === 0 || numbers.has(0)) return;
  const end = listed[0]?.lines[0]?.offset ?? draft.text.length;
  for (const { masked, offset, isProse } of draft.lines) {
    if (!isProse || offset >= end) continue;
    for (const match of masked.matchAll(/(?<=[见按照（(依据参将随]|详见|填写)附件\s?(\d{1,2})(?!\d)/g)) {
      if (numbers.has(Number(match[1])) || masked.slice(0, match.index).endsWith('》')) continue;
      yield { offset: offset + match.index, length: match[0].length, args: [match[1] ?? ''] };
    }
  }
}

const compared = (title: string): string => skeletonOf(title.replace(/[（(](?:另发|略|不发|样式|式样)[）)]$/, ''));

/** The title of an attachment is the line, or the lines, below 附件1. */
function* attachmentTitles({ lines }: DraftText): Iterable<RuleFinding> {
  const prose = lines.filter(({ isProse }) => isProse);
  const { listed, after } = attachmentList(prose);
  for (let at = after; at < prose.length; at++) {
    const line = prose[at];
    const [isTitle, number] = (line && /^附件\s?(\d{1,2})?$/.exec(contentOf(line))) ?? [];
    const attachment = listed.find((one) => one.number === Number(number ?? 0));
    const title = prose[at + 1];
    if (isTitle === undefined || !attachment || !title) continue;
    const found = contentOf(title);
    const names = attachment.names.map(compared);
    const written = [1, 2, 3].map((count) =>
      compared(
        prose
          .slice(at + 1, at + 1 + count)
          .map(contentOf)
          .join(''),
      ),
    );
    // Where the office stands in the letterhead, the title begins with 关于.
    if (written.some((one) => names.some((name) => name === one || (one.startsWith('关于') && name.endsWith(one)))))
      continue;
    const name = attachment.names[0] ?? '';
    yield { offset: title.offset + title.masked.indexOf(found), length: found.length, args: [name] };
  }
}
