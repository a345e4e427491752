import type { DraftLine, DraftText } from './draftText';
import type { Rule, RuleFinding } from './rule';
import { patternRule } from './rule';

const proseLines = ({ lines }: DraftText): readonly DraftLine[] => lines.filter(({ isProse }) => isProse);
/** Year and number as 7.2.5 writes them; a year of two digits is of this century. */
const numberForm = ([, , bracketed, number, year, padded, short, own]: RegExpExecArray): string =>
  `〔${bracketed ?? year ?? `20${short ?? ''}`}〕${number ?? padded ?? own ?? ''}`;

/** Elements 要素 of an official document. */
export const elementRules: readonly Rule[] = [
  patternRule({
    id: 'document-number',
    title: { en: 'Form of the document number', zh: '发文字号的形式' },
    message: {
      en: 'A document number is written {0}',
      zh: '发文字号年份用六角括号，序号不加“第”、不编虚位，写作“{0}”。',
    },
    source: 'GB/T 9704—2012 7.2.5',
    force: 'standard',
    severity: 'information',
    on: true,
    pattern:
      /(?<=\p{Script=Han})(?:([[［【(（﹝])((?:19|20)\d{2})[\]］】)）﹞]第?0*(\d{1,5})|〔((?:19|20)\d{2})〕(?:第0*|0+)(\d{1,5})|[〔﹝](\d{2})[〕﹞]第?0*(\d{1,5}))(?=号)/gu,
    // Round brackets stand behind other words, too; the others behind the code of an office alone.
    accept: ({ 1: bracket = '', index }, line) =>
      !/[(（【]/.test(bracket) || /[发函办字政党委令呈报议纪督通组人财教科税释质规]$/.test(line.slice(0, index)),
    fix: (match) => numberForm(match),
    args: (match) => [`${numberForm(match)}号`],
    triggers: [
      { text: '青政发[2026]5号', found: ['[2026]5'], fixed: '青政发〔2026〕5号' },
      {
        text: '财税[2026]5号、法释[2026]5号、建质［2026］5号、国发﹝2026﹞5号、青政发〔26〕5号、财税（2026）5号',
        found: ['[2026]5', '[2026]5', '［2026］5', '﹝2026﹞5', '〔26〕5', '（2026）5'],
        fixed: '财税〔2026〕5号、法释〔2026〕5号、建质〔2026〕5号、国发〔2026〕5号、青政发〔2026〕5号、财税〔2026〕5号',
      },
      { text: '青办函〔2026〕第012号', found: ['〔2026〕第012'], fixed: '青办函〔2026〕12号' },
    ],
    silent: ['青政发〔2026〕5号', '（2026）青01民初5号', '中华人民共和国国务院令第5号'],
  }),
  {
    id: 'addressee-colon',
    title: { en: 'Colon behind the addressees', zh: '主送机关后用冒号' },
    message: { en: 'A full-width colon stands behind the addressees.', zh: '主送机关后标全角冒号。' },
    source: 'GB/T 9704—2012 7.3.2',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: addressee,
    triggers: [
      {
        text: '# 关于开展督查的通知\n\n各县（市、区）人民政府，市直各部门，\n\n现将有关事项通知如下：',
        found: ['，'],
        fixed: '# 关于开展督查的通知\n\n各县（市、区）人民政府，市直各部门：\n\n现将有关事项通知如下：',
      },
      {
        text: '# 关于开展督查的通知\n\n各县（市、区）人民政府，市直各部门。\n\n现将有关事项通知如下：',
        found: ['。'],
        fixed: '# 关于开展督查的通知\n\n各县（市、区）人民政府，市直各部门：\n\n现将有关事项通知如下：',
      },
      {
        text: '# 关于开展督查的通知\n\n各县（市、区）人民政府，市直各部门\n\n现将有关事项通知如下：\n\n一、督查内容',
        found: ['门'],
        fixed: '# 关于开展督查的通知\n\n各县（市、区）人民政府，市直各部门：\n\n现将有关事项通知如下：\n\n一、督查内容',
      },
    ],
    silent: [
      '# 关于开展督查的通知\n\n各县（市、区）人民政府：\n\n现通知如下：',
      '# 在会议上的讲话\n\n（2026年3月5日）\n\n同志们：',
      '# 关于开展督查的通知\n\n中共X市委办公室\n\n现将有关事项通知如下：'.replace('X市', '青阳市'),
    ],
  },
  patternRule({
    id: 'copy-to',
    title: { en: 'Full stop behind 抄送', zh: '抄送机关后用句号' },
    message: { en: 'A full stop stands behind the last office of 抄送.', zh: '抄送最后一个机关名称后标句号。' },
    source: 'GB/T 9704—2012 7.4.2',
    force: 'standard',
    severity: 'warning',
    on: true,
    pattern: /^抄送[：:]\s*\S.{0,200}?([^。\s])\s*$/g,
    atStart: true,
    part: ([match, last = '']) => ({ at: match.trimEnd().length - last.length, text: last }),
    fix: ([, last = '']) => (/[；，、]/.test(last) ? '。' : `${last}。`),
    triggers: [
      { text: '抄送：市委办公室，市人大常委会办公室', found: ['室'], fixed: '抄送：市委办公室，市人大常委会办公室。' },
    ],
    silent: ['抄送：市委办公室。', '抄送机关应当准确'],
  }),
  {
    id: 'report-with-request',
    title: { en: 'A request within a report', zh: '报告中夹带请示事项' },
    message: { en: 'A report must hold no request.', zh: '不得在报告等非请示性公文中夹带请示事项。' },
    source: '《党政机关公文处理工作条例》第十五条',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: requestInReport,
    triggers: [{ text: '# 关于防汛工作情况的报告\n\n现将情况报告如下。\n\n妥否，请批示。', found: ['妥否，请批示'] }],
    silent: [
      '# 关于解决经费的请示\n\n妥否，请批示。',
      '# 关于防汛工作情况的报告\n\n特此报告。',
      '# 调研报告\n\n“妥否，请批示”是请示的结语。',
    ],
  },
];

const organ = /(?:政府|委员会|常委会|办公室|办公厅|局|厅|委|部门|单位|机关|公司|院|会|署|办)$/;

/** The line under the title, if it lists offices and the text behind it begins as a letter to them does. */
function* addressee(draft: DraftText): Iterable<RuleFinding> {
  const lines = proseLines(draft);
  const { title } = draft;
  if (title?.heading !== 1 || !/(?:通知|通报|意见|函|请示|报告|批复)$/.test(title.text.trim())) return;
  const at = lines.indexOf(title);
  const [line, next] = [lines[at + 1], lines[at + 2]];
  const whole = line?.masked.trim() ?? '';
  const mark = /[，。；、,;.]$/.exec(whole)?.[0] ?? '';
  const text = whole.slice(0, whole.length - mark.length);
  if (!line || !next || line.heading > 0 || text.length > 120 || !organ.test(text) || /[。；：:]/.test(text)) return;
  if (!/[，、]|^各/.test(text)) return;
  const end = line.masked.trimEnd().length - 1;
  const last = mark ? '' : (line.text[end] ?? '');
  const edit = { offset: line.offset + end, length: 1 };
  yield { ...edit, fix: { ...edit, text: `${last}：` } };
}

function* requestInReport(draft: DraftText): Iterable<RuleFinding> {
  const title = draft.title?.text.trim() ?? '';
  if (!title.endsWith('报告') || title.includes('请示')) return;
  for (const { masked, offset, isProse } of draft.lines) {
    if (!isProse) continue;
    for (const match of masked.matchAll(
      /(?<![“‘《])(?:妥否|当否|可否|是否妥当|以上(?:请示|意见))，?请(?:予)?(?:批示|批复|指示|审批|审定)/g,
    )) {
      yield { offset: offset + match.index, length: match[0].length };
    }
  }
}
