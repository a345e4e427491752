import { dateLine, hanDate, hanDateLine, monthOf, signingLine } from './draftDate';
import type { DraftLine, DraftText } from './draftText';
import { valuesOf } from './draftText';
import type { Rule, RuleFinding } from './rule';

/** Date of signing 成文日期 and the note 附注 below it. */
export const signatureRules: readonly Rule[] = [
  {
    id: 'signing-date',
    title: { en: 'Date of signing', zh: '成文日期的写法' },
    message: {
      en: 'The date of signing is in Arabic digits, not padded: {0}',
      zh: '成文日期用阿拉伯数字标全年、月、日，月、日不编虚位，写作“{0}”。',
    },
    source: 'GB/T 9704—2012 7.3.5.4',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: signingDate,
    triggers: [
      {
        text: '# 通知\n\n特此通知。\n\n二〇二六年三月五日',
        found: ['二〇二六年三月五日'],
        fixed: '# 通知\n\n特此通知。\n\n2026年3月5日',
      },
      {
        text: '# 通知\n\n特此通知。\n\n2026年03月05日',
        found: ['2026年03月05日'],
        fixed: '# 通知\n\n特此通知。\n\n2026年3月5日',
      },
      {
        text: '---\n成文日期: 二〇二六年三月五日\n---\n\n# 通知\n\n特此通知。',
        found: ['二〇二六年三月五日'],
        fixed: '---\n成文日期: 2026年3月5日\n---\n\n# 通知\n\n特此通知。',
      },
    ],
    silent: [
      '---\n成文日期: 2026-03-05\n---\n\n# 通知\n\n特此通知。',
      '# 通知\n\n特此通知。\n\n二〇〇四年十一月四日',
      '# 通知\n\n2026年3月5日',
      '原文落款为二〇一二年四月十六日，现予废止。',
      '# 史料\n\n二〇一二年四月十六日\n\n以上为原文。\n\n一\n\n二\n\n三\n\n四\n\n五\n\n六\n\n七',
    ],
  },
  {
    id: 'note-brackets',
    title: { en: 'Note in brackets', zh: '附注加圆括号' },
    message: {
      en: 'A note below the date of signing stands in round brackets.',
      zh: '附注应加圆括号，编排在成文日期下一行。',
    },
    source: 'GB/T 9704—2012 7.3.6',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: notes,
    triggers: [
      {
        text: '# 请示\n\n妥否，请批示。\n\n2026年3月5日\n\n联系人：张明，联系电话：12345',
        found: ['联系人：张明，联系电话：12345'],
        fixed: '# 请示\n\n妥否，请批示。\n\n2026年3月5日\n\n（联系人：张明，联系电话：12345）',
      },
      {
        text: '# 通知\n\n特此通知。\n\n2026年3月5日\n\n附注：此件公开发布。\n\n附件1',
        found: ['附注：此件公开发布。'],
        fixed: '# 通知\n\n特此通知。\n\n2026年3月5日\n\n（此件公开发布）\n\n附件1',
      },
      {
        text: '# 通知\n\n特此通知。\n\n2026年3月5日\n\n联系人：张明\n\n联系电话：12345',
        found: ['联系人：张明', '联系电话：12345'],
      },
    ],
    silent: [
      '# 请示\n\n妥否，请批示。\n\n2026年3月5日\n\n（联系人：张明，联系电话：12345）',
      '# 通知\n\n特此通知。\n\n联系人：张明\n\n2026年3月5日',
      '# 通知\n\n特此通知。\n\n2026年3月5日\n\n抄送：市委办公室。',
      '# 通知\n\n特此通知。\n\n2026年3月5日\n\n附件1\n\n联系人名单\n\n联系人：张明',
    ],
  },
];

/** The standard, in force from July 2012, before which dates were in Han. */
const inForce = monthOf(2012, 7);

function* signingDate(draft: DraftText): Iterable<RuleFinding> {
  for (const line of [...valuesOf(draft, '成文日期'), signingLine(draft)]) {
    const old = line && hanDateLine.exec(line.text);
    const date = line && dateLine.exec(line.text);
    if (!line || !(old ?? date)) continue;
    const [year, month, day] = old ? hanDate(old) : [Number(date?.[1]), Number(date?.[2]), Number(date?.[3])];
    const [found, right] = [line.text.trim(), `${year}年${month}月${day}日`];
    if (found === right || (old && monthOf(year, month) < inForce)) continue;
    const edit = { offset: line.offset + line.text.indexOf(found), length: found.length };
    yield { ...edit, args: [right], fix: { ...edit, text: right } };
  }
}

/** What notes say: who is to be asked, and to whom the document may be shown. */
const note =
  /^(?:附注[：:]|联系(?:人|电话|方式|单位|处室)[：:]|(?:咨询|联系)?电话[：:]|经办人[：:]|[此本](?:件|文)(?:主动|依申请|不予)?(?:公开|发至|有删减))/;

/** The lines directly below the date of signing that are notes without brackets. A single one can be put into them. */
function* notes(draft: DraftText): Iterable<RuleFinding> {
  const prose = draft.lines.filter(({ isProse }) => isProse);
  const date = signingLine(draft);
  if (!date) return;
  const found: DraftLine[] = [];
  for (const line of prose.slice(prose.indexOf(date) + 1)) {
    if (!note.test(line.masked.trim())) break;
    found.push(line);
  }
  for (const line of found) {
    const text = line.masked.trim();
    const edit = { offset: line.offset + line.masked.indexOf(text), length: text.length };
    const inside = line.text
      .trim()
      .replace(/^附注[：:]\s*/, '')
      .replace(/[。；]$/, '');
    yield { ...edit, ...(found.length === 1 && { fix: { ...edit, text: `（${inside}）` } }) };
  }
}
