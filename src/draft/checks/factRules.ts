import type { DraftLine, DraftText } from './draftText';
import { hanNumber } from './hanNumerals';
import { numberedLines } from './headingRules';
import { indicatorRule } from './indicatorRule';
import type { Rule, RuleFinding } from './rule';
import { sumRule } from './sumRule';

/** What a draft says twice, and must say alike: counts, sums, indicators. */
export const factRules: readonly Rule[] = [
  {
    id: 'stated-count',
    title: { en: 'Stated count and what follows', zh: '所述项数与下文不符' },
    message: { en: 'The text says {0}, and {1} follow.', zh: '前文称“{0}”，下文列出{1}项。' },
    source: '',
    force: 'hint',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: statedCount,
    triggers: [
      {
        text: '下面，我讲三点意见。\n\n一、提高认识\n\n二、压实责任\n\n三、改进作风\n\n四、强化督查',
        found: ['三点'],
      },
      { text: '重点做好三项工作：一是强化统筹；二是狠抓落实。', found: ['三项'] },
      { text: '我讲三点意见。第一，提高认识。第二，压实责任。第三，改进作风。第四，强化督查。', found: ['三点'] },
      { text: '我讲4点意见。一是学习。二是落实。三是总结。', found: ['4点'] },
      { text: '主要做了三件事：第一，学；第二，改；第三，立；第四，评。', found: ['三件'] },
      { text: '我讲四点意见：\n\n第一、学。\n\n第二、改。\n\n第三、立。', found: ['四点'] },
      { text: '要在四个方面下功夫。一要严。二要实。三要新。', found: ['四个'] },
      { text: '我讲3点意见。\n\n一、提高认识\n\n二、压实责任', found: ['3点'] },
    ],
    silent: [
      '下面，我讲三点意见。\n\n一、提高认识\n\n二、压实责任\n\n三、改进作风',
      '下面，我讲以下几点。\n\n一、提高认识\n\n二、压实责任',
      '会议明确了三项任务。\n\n一、会议精神\n\n（一）甲\n\n（二）乙\n\n二、下步打算\n\n三、请示事项',
      '我讲三点意见。第一，提高认识。一是学；二是改。第二，压实责任。\n\n第三，改进作风。',
      '会议定于下午3点。\n\n一、提高认识\n\n二、压实责任',
      '重点做好两项工作：一是强化统筹；二是狠抓落实。',
      '要突出三个重点：一是抓项目，一是抓环境。',
      '抓好三件事：一是学，二是改，三是立。此外还有两条：一是严，二是实。',
      '应当在两个月内召开会议：\n\n（一）人数不足；\n\n（二）亏损；\n\n（三）请求。',
      '这次会议的主要任务有两项：学习全会精神，部署今年工作。\n\n一、上半年工作\n\n二、形势\n\n三、打算',
    ],
  },
  sumRule,
  indicatorRule,
];

const numeral = '两|[二三四五六七八九]|十[一二三四五六七八九]?';
/** A count of things to come, at the end of a sentence or heading: 讲三点意见。 */
const stated = new RegExp(
  `(?:讲|谈|提(?:出)?|抓(?:好)?|抓了|做[好了]|办[好了]|干了|取得(?:了)?|采取(?:了)?|把握(?:好)?|以下|如下|突出(?:了)?|实现|报告|汇报|通报|强调|明确(?:了)?|坚持|注意|落实|推进|开展|总结|部署(?:了)?|聚焦|有|为|从|在|围绕)(?:[^，。；：、“”《》]{0,6}?)(?<![第几“数近上多])((?:${numeral})(?:点|条|件|项|个|大|个方面|方面)|(?<!\\d)[2-9](?:[点条](?=意见|要求|建议|体会|希望|考虑|想法|说明|措施)|个方面))(?![十几多余月年]|工作日|小时|星期|世纪|百分点)[^，。；：、“”《》几\\d]{0,10}(?:突破|发力|用力|入手|推进)?([：:。])`,
  'gu',
);

const countOf = (text: string): number =>
  /^\d/.test(text)
    ? Number.parseInt(text)
    : text.startsWith('两')
      ? 2
      : hanNumber(/^[二三四五六七八九十一]+/.exec(text)?.[0] ?? '');

function* statedCount(draft: DraftText): Iterable<RuleFinding> {
  const prose = draft.lines.filter(({ isProse }) => isProse);
  const numbered = new Map(numberedLines(draft).map((one) => [one.line, one]));
  for (const [at, line] of prose.entries()) {
    for (const match of line.masked.matchAll(stated)) {
      const count = match[1] ?? '';
      const behind = line.masked.slice(match.index + match[0].length);
      const actual =
        behind.trim() === ''
          ? headingsFrom(prose, at + 1, numbered)
          : match[2] === '。'
            ? Math.max(...ordinalMarkers.map((one) => ordinalsFrom(one, behind, prose, at + 1)))
            : inSentence(behind);
      if (actual < 2 || actual === countOf(count)) continue;
      yield {
        offset: line.offset + match.index + match[0].indexOf(count, 1),
        length: count.length,
        args: [count, String(actual)],
      };
    }
  }
}

/** How far headings of one level count on from 1, if the line at `from` begins such a list; else 0. */
function headingsFrom(
  lines: readonly DraftLine[],
  from: number,
  numbered: ReadonlyMap<DraftLine, { readonly level: number; readonly value: number }>,
): number {
  const line = lines[from];
  const first = line && numbered.get(line);
  if (!line) return 0;
  if (first?.value !== 1) return enumeratedLines(lines.slice(from));
  let last = 1;
  for (const next of lines.slice(from + 1)) {
    const one = numbered.get(next);
    if (next.heading === 1 || next.text.slice(next.contentStart).startsWith('附件')) break;
    if (!one || one.level > first.level) continue;
    if (one.level < first.level || one.value !== last + 1) break;
    last = one.value;
  }
  // A list of one is no list; and one that stands within a longer text says nothing of its end.
  return last;
}

const ordinals = '一二三四五六七八九十';
const marker =
  /(?:^|[。；：:，])(?:第?([一二三四五六七八九十])(?:是|要|，|、(?=\p{Script=Han}))|(首先|其次|再次|最后)，)/gu;

/** Paragraphs that begin 一是, 二是 … or 第一，第二，…, one after the other. */
function enumeratedLines(lines: readonly DraftLine[]): number {
  let last = 0;
  for (const { masked, contentStart } of lines) {
    const [, one] = /^第([一二三四五六七八九十])(?:，|、(?!第)|是|要)/.exec(masked.slice(contentStart)) ?? [];
    const ordinal = one ?? /^([一二三四五六七八九十])[是要]/.exec(masked.slice(contentStart))?.[1];
    if (ordinal === undefined || ordinals.indexOf(ordinal) !== last) break;
    last++;
  }
  return last;
}

/** 第一， and 一是: one may stand within the other. */
const ordinalMarkers = [
  /(?:^|[。；])第([一二三四五六七八九十])(?:，|、(?!第)|是|要)/gu,
  /(?:^|[。；])([一二三四五六七八九十])[是要]/gu,
];

/**
 * How far 第一，… 第二，… or 一是… 二是… count on in a paragraph that begins with the first behind the count, and in those below
 * it; else 0.
 */
function ordinalsFrom(ordinalMarker: RegExp, behind: string, lines: readonly DraftLine[], below: number): number {
  let last = 0;
  let text = behind.trimStart();
  for (let at = below; ; at++) {
    let isFirst = true;
    for (const { 1: ordinal = '', index } of text.matchAll(ordinalMarker)) {
      if ((isFirst && index > 0) || ordinals.indexOf(ordinal) !== last) return last;
      isFirst = false;
      last++;
    }
    const next = lines[at];
    if (isFirst || !next) return last;
    text = next.masked.slice(next.contentStart);
  }
}

/** How far 一是 …二是 … count on, if the text begins with 一是; else 0. */
function inSentence(text: string): number {
  let last = 0;
  for (const { 1: ordinal, index } of text.matchAll(marker)) {
    if (last === 0 && index > 0) return 0;
    const value = ordinals.indexOf(ordinal ?? '') + 1;
    // 一是 … 一是 …, or a second list.
    if (value === 1 && last > 0) return text.slice(0, index).includes('。') || last > 1 ? last : 0;
    if (value !== last + 1) break;
    last = value;
  }
  return last;
}
