import { beginLogit, endLogit } from './boundaryWords';
import type { HeadingForms } from './headingForms';

/** Words that a heading of an official document ends with: what is to be built, raised, kept. */
const endings = new Set(
  '建设 发展 工作 改革 创新 水平 能力 体系 机制 格局 优势 活力 动力 合力 保障 支撑 管理 服务 治理 监管 落实 实效 成效 质量 效益 效能 基础 根基 底线 防线 防控 责任 担当 作风 队伍 环境 生态 氛围 形象 品牌 转型 升级 转化 融合 振兴 领导 引领 支持 投入 合作 开放 安全 稳定 民生 福祉 任务 目标 方向 意识 信心 决心 认识 站位 思想 共识 做法 措施 举措 成绩 问题 情况 要求 意见 打算 安排 部署 重点 关键 短板 瓶颈 难题 空间 潜力 平台 载体 项目 产业 集群 链条 市场 主体 需求 供给 权益 公平 和谐 秩序 监督 纪律 规矩 成果 进展 突破 跨越 提升 增强 优化 完善 见效 增效 到位 有力 有序 常态 长效 篇章 局面 台阶 高地 贡献 路径 动能 代化 体化 质量'.split(
    ' ',
  ),
);

/** Words that the first sentence of a paragraph begins with. */
const beginnings =
  /^(?:全面|坚持|深入|紧紧|围绕|立足|聚焦|按照|根据|近年来|今年以来|今年|去年|当前|目前|一直以来|长期以来|党的|习近平|我市|我省|我县|我区|我们|全市|全省|全县|全区|各级|各地|各部门|各单位|各县|各乡镇|要|必须|始终|积极|大力|认真|严格|切实|充分|进一步|持续|着力|不断|加快|通过|针对|以|把|对|在|从|随着|为|是|这是|一是|首先|实践证明|实施|推进|推动|加强|建立|健全|完善|组织|开展|制定|出台|成立|抓好|抓住|做好|突出|强化|落实|结合|统筹|发挥|依托|面对|面向|作为|由于|由|只有|没有|如果|无论|牢固|牢牢|主动|优先|重点|主要|据统计|截至|\d{4}年|“)/;

/** A clause of two characters that no paragraph begins with: 强化责任|落实，推动…. */
const stump = /^(?!今年|去年|当前|目前|为此|同时|首先|其次|今后)\p{Script=Han}{1,2}[，,、]/u;

/** Somebody speaks: the heading is over. */
const speaker = /(?:主持人|发布人|发言人|记者|[问答]|[X×]\p{Script=Han}{0,4})\s*[:：]/u;

/** The first number of a level below the first and the second: the heading is over. */
const firstBelow: readonly RegExp[] = [/[（(]一[）)]|(?<!\d)1[.．、](?!\d)/, /(?<!\d)1[.．、](?!\d)/];

/** What must or must not be done, and by whom: a provision. */
const provision = /的[，,]|应当|不得|可以由/;

/** Shortest and longest heading without its number, and least text after it. */
const shortest = 4;
const longest = 40;
const leastRest = 12;
/** More numbers of a level are provisions, not headings. */
const mostHeadings = 20;
/** What the other headings and the text of an article say about a place where a heading may end. */
export interface HeadingContext {
  /** What the headings of the same level have in common: those of the section, or of the article. */
  readonly siblings: HeadingForms;
  /** How many of them stand alone, of how many numbered paragraphs of the level. */
  readonly alone: number;
  readonly numbered: number;
  /** How often two characters stand together in the article. */
  readonly pairs: ReadonlyMap<string, number>;
}

/** How a numbered paragraph may be read otherwise: its first sentence as a heading that is run in, or all of it as a heading. */
export type OtherReading = 'runIn' | 'heading' | undefined;

/**
 * Where a numbered heading is over because its paragraph begins with the first number of the level below, or somebody speaks.
 * @param start UTF-16 offset after the number
 * @returns UTF-16 offset of the paragraph, 0 if there is no such place
 */
export function labelledStart(text: string, start: number, level: number): number {
  const label = speaker.exec(text.slice(start + 2, start + longest));
  if (label) return start + 2 + label.index;
  const below = firstBelow[level - 1]?.exec(text.slice(start + 2, start + longest));
  return below && !/[。；;！!？?]/.test(text.slice(start, start + 2 + below.index)) ? start + 2 + below.index : 0;
}

/**
 * Where a numbered heading that lost its line break goes over into its paragraph: 一、抓好春耕备耕工作|今年以来…. Every
 * place is judged by the words on both sides, by whether they stand together elsewhere, and by the other headings; the best
 * must be likelier than that the paragraph is whole. All weights are those of a logistic choice between the places and none,
 * fitted to real documents and to the damaged ones that were looked at (`bench/RESULTS.md`, “Taking material in”).
 * @param start UTF-16 offset after the number
 * @returns UTF-16 offset of the paragraph, 0 if there is no such place
 */
export function splitFused(
  text: string,
  start: number,
  level: number,
  other: OtherReading,
  context: HeadingContext,
): number {
  const sentence = text.search(/[。；;！!？?]/);
  // An item of a list and a provision are no headings.
  if (/[；;]$/.test(text) || provision.test(text.slice(start, sentence < 0 ? undefined : sentence))) return 0;
  const limit = Math.min(start + longest, sentence < 0 ? text.length : sentence - 2, text.length - leastRest);
  let best = { score: scoreOfWhole(level, other, context), at: 0 };
  for (let at = start + shortest; at <= limit; at++) {
    const score = scoreOf(text, start, at, context);
    if (score > best.score) best = { score, at };
  }
  return best.at;
}

/** How likely it is that a numbered paragraph holds no fused heading: less so the more headings of its level stand alone. */
function scoreOfWhole(level: number, other: OtherReading, { siblings, alone, numbered }: HeadingContext): number {
  if (numbered > mostHeadings) return Infinity;
  return (
    2.1 +
    (siblings.count > 0 ? 1.4 : 0) +
    (alone === 0 ? 2.3 : (-6.2 * alone) / numbered) +
    (other === 'heading' ? 1.5 : other === 'runIn' ? -1.3 : 0) -
    (level === 1 ? 2 : 0)
  );
}

function scoreOf(text: string, start: number, at: number, { siblings, pairs }: HeadingContext): number {
  const [last = '', first = ''] = [text[at - 1], text[at]];
  // Marks stand between clauses, not between a heading and its text; closing quotes may.
  if (
    /[，、,：:（(“《的地得和与及或在对将把被从向以是为于]/.test(last) ||
    /(?:有待|亟待|仍需|不断|进一步|持续)$/.test(text.slice(start, at)) ||
    /[，、,：:）)”》的了着过和与及或]/.test(first)
  )
    return -Infinity;
  const head = text.slice(start, at);
  const rest = text.slice(at, at + 12);
  if (count(head, '“') !== count(head, '”') || count(head, '《') !== count(head, '》')) return -Infinity;
  const clauses = head.split(/[，,]/).map(({ length }) => length);
  const [one = 0, two = 0] = clauses;
  let score = 0.8 * endLogit(head) + 0.59 * beginLogit(rest);
  if (endings.has(head.slice(-2))) score += 1;
  if (beginnings.test(rest)) score += 0.6;
  // Two characters that stand together elsewhere may be a word.
  if ((pairs.get(last + first) ?? 0) > 1) score -= 3;
  // The first sentence takes up a word of the heading, or says what its subject is: 人才评价…|人才是….
  if ([0, 1, 2].some((from) => isWordOf(rest.slice(from, from + 2), head))) score += 1.5;
  if (head.slice(0, 2) === rest.slice(0, 2)) score += 3;
  if (/^[^，,。；;：:、]{2,9}是/.test(rest)) score += 3;
  if (siblings.count > 0) {
    if (!siblings.hasLengthNear(head.length)) score -= 1.9;
    if (!siblings.hasClauses(clauses.length)) score -= 1.6;
    // Headings of a row are often made alike: 打好…战, …要随之….
    if (siblings.hasAlike(head)) score += 1.4;
  }
  if (clauses.length === 2 && Math.abs(one - two) <= 1) score += 1.3;
  // A heading of two clauses has no stump for its second.
  if ((clauses.at(-1) ?? 0) < 4) score -= 2.5;
  if (stump.test(rest)) score -= 2;
  return score - 0.09 * head.length;
}

const isWordOf = (word: string, text: string): boolean => /^\p{Script=Han}{2}$/u.test(word) && text.includes(word);

const count = (text: string, mark: string): number => text.split(mark).length - 1;
