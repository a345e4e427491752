import { findPlaceholders } from '../placeholders';
import type { DraftText } from './draftText';
import type { Rule, RuleFinding } from './rule';
import { patternRule } from './rule';

/** What a template or an earlier piece has left, and what the writer meant to come back to. */
export const leftoverRules: readonly Rule[] = [
  {
    id: 'placeholder',
    title: { en: 'Placeholder left', zh: '遗留的占位符' },
    message: { en: '“{0}” is still to be filled in.', zh: '“{0}”尚未填写。' },
    source: '',
    force: 'hint',
    severity: 'warning',
    on: true,
    scope: 'line',
    check: placeholders,
    triggers: [
      { text: 'X市委常委会会议强调', found: ['X市'] },
      { text: '增长X%，达到XX亿元', found: ['X', 'XX'] },
      { text: 'X代表发言，X片区改造，X线路公交', found: ['X', 'X', 'X'] },
      { text: '会议以〔会议主旨〕为主题', found: ['〔会议主旨〕'] },
    ],
    silent: [
      'X光检查',
      '〔2026〕5号',
      '*强调*的文字',
      'iPhone X发布',
      '`X市`',
      'X线检查、X线机、X线摄影',
      '用X波段雷达',
      'X型支撑和X形路口',
      '其中X代表未知数',
      '队伍代号用X代表消防救援，X坐标以米计',
      '《X战警》',
      '在推特（X）平台发文',
      '乘用车〔按发动机汽缸容量（排气量）分档〕',
    ],
  },
  patternRule({
    id: 'to-do',
    title: { en: 'Note to oneself', zh: '待补充、待核实的记号' },
    message: { en: '“{0}”: a note to oneself is left.', zh: '“{0}”：待办记号尚未处理。' },
    source: '',
    force: 'hint',
    severity: 'warning',
    on: true,
    pattern:
      /[（(【[]\s*(?:待|需|请|拟)(?:补|定|核|查|完善|修改|更新|确认)[^（）()【】[\]\n]{0,12}[）)】\]]|\bTODO\b|\bTBD\b|(?<![？?])[？?]{3,}|此处(?:待|需|应)?(?:补充|填写|插入|省略)[^，。；\n]{0,8}/g,
    accept: ({ 0: match }) =>
      !/^[（(](?:修改|更新|完善|确认|补充)(?:稿|后|版|本|部分|意见|说明|通知|协议|资料|材料)/.test(match),
    args: ([match]) => [match],
    triggers: [
      { text: '全年完成投资（待核实）', found: ['（待核实）'] },
      { text: '此处补充案例', found: ['此处补充案例'] },
    ],
    silent: ['补充协议', '（修改稿）', '加装（更新）电梯', '补充完善相关制度', '请确认后报送'],
  }),
];

function* placeholders({ lines }: DraftText): Iterable<RuleFinding> {
  for (const { masked, offset, isProse } of lines) {
    if (!isProse) continue;
    for (const { offset: at, text, kept, role } of findPlaceholders(masked)) {
      const whole = text || kept;
      yield {
        offset: offset + at - (text ? 0 : 1),
        length: (text || role).length,
        args: [text ? `${text}${kept}` : whole],
      };
    }
  }
}
