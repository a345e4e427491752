/** Words that a heading of an official document ends with: what is to be built, raised, kept. */
const endings = new Set(
  '建设 发展 工作 改革 创新 水平 能力 体系 机制 格局 优势 活力 动力 合力 保障 支撑 管理 服务 治理 监管 落实 实效 成效 质量 效益 效能 基础 根基 底线 防线 防控 责任 担当 作风 队伍 环境 生态 氛围 形象 品牌 转型 升级 转化 融合 振兴 领导 引领 支持 投入 合作 开放 安全 稳定 民生 福祉 任务 目标 方向 意识 信心 决心 认识 站位 思想 共识 做法 措施 举措 成绩 问题 情况 要求 意见 打算 安排 部署 重点 关键 短板 瓶颈 难题 空间 潜力 平台 载体 项目 产业 集群 链条 市场 主体 需求 供给 权益 公平 和谐 秩序 监督 纪律 规矩 成果 进展 突破 跨越 提升 增强 优化 完善 见效 增效 到位 有力 有序 常态 长效 篇章 局面 台阶 高地 贡献 路径 动能 代化 体化 质量'.split(
    ' ',
  ),
);

/** Words that the first sentence of a paragraph begins with. */
const beginnings =
  /^(?:全面|坚持|深入|紧紧|围绕|立足|聚焦|按照|根据|近年来|今年以来|今年|去年|当前|目前|一直以来|长期以来|党的|习近平|我市|我省|我县|我区|我们|全市|全省|全县|全区|各级|各地|各部门|各单位|各县|各乡镇|要|必须|始终|积极|大力|认真|严格|切实|充分|进一步|持续|着力|不断|加快|通过|针对|以|把|对|在|从|随着|为|是|这是|一是|首先|实践证明|实施|推进|推动|加强|建立|健全|完善|组织|开展|制定|出台|成立|抓好|抓住|做好|突出|强化|落实|结合|统筹|发挥|依托|面对|面向|作为|由于|由|只有|没有|如果|无论|牢固|牢牢|主动|优先|重点|主要|据统计|截至|\d{4}年|“)/;

/** Somebody speaks: the heading is over. */
const speaker = /(?:主持人|发布人|发言人|记者|[问答]|[X×]\p{Script=Han}{0,4})\s*[:：]/u;

/** Shortest and longest heading without its number, and least text after it. */
const shortest = 4;
const longest = 40;
const leastRest = 12;

/** Least score of a place that counts; found by measuring, see bench/intake.ts. */
const enough = 4;

/** Forms of headings, so that another one is compared with all of them at once, however many they are. */
export class HeadingForms {
  count = 0;
  mostClauses = 0;
  shortest = Infinity;
  longest = 0;
  private readonly lengths = new Set<number>();
  private readonly clauses = new Set<number>();
  private readonly lastCharacters = new Set<string>();
  private readonly lastWords = new Set<string>();

  /** @param heading without its number */
  add(heading: string): void {
    const { length } = heading;
    const clauses = clausesOf(heading);
    this.count++;
    this.mostClauses = Math.max(this.mostClauses, clauses);
    this.shortest = Math.min(this.shortest, length);
    this.longest = Math.max(this.longest, length);
    this.lengths.add(length);
    this.clauses.add(clauses);
    this.lastCharacters.add(heading.slice(-1));
    if (length > leastAlike) this.lastWords.add(heading.slice(-4, -2));
  }

  hasLengthNear(length: number): boolean {
    return [-2, -1, 0, 1, 2].some((step) => this.lengths.has(length + step));
  }

  hasClauses(clauses: number): boolean {
    return this.clauses.has(clauses);
  }

  /** Whether one of them ends in the same way, or has the same words before its last. */
  hasAlike(heading: string): boolean {
    return (
      this.lastCharacters.has(heading.slice(-1)) ||
      (heading.length > leastAlike && this.lastWords.has(heading.slice(-4, -2)))
    );
  }
}

/** Shorter headings are not compared by the words before their last. */
const leastAlike = 8;

/** What the other headings and the text of an article say about a place where a heading may end. */
export interface HeadingContext {
  /** What the headings of the same level that stand alone have in common. */
  readonly siblings: HeadingForms;
  /** How often two characters stand together in the article. */
  readonly pairs: ReadonlyMap<string, number>;
}

/**
 * Where a numbered heading that lost its line break goes over into its paragraph: 一、抓好春耕备耕工作|今年以来…. Every
 * place is judged by the words on both sides, by whether they stand together elsewhere, and by the other headings.
 * @param start UTF-16 offset after the number
 * @returns UTF-16 offset of the paragraph, 0 if there is no such place
 */
export function splitFused(text: string, start: number, context: HeadingContext): number {
  const label = speaker.exec(text.slice(start + 2, start + longest));
  if (label) return start + 2 + label.index;
  const sentence = text.search(/[。；;！!？?]/);
  const limit = Math.min(start + longest, sentence < 0 ? text.length : sentence - 2, text.length - leastRest);
  let best = { score: enough - 0.1, at: 0 };
  for (let at = start + shortest; at <= limit; at++) {
    const score = scoreOf(text, start, at, context);
    if (score > best.score) best = { score, at };
  }
  return best.at;
}

function scoreOf(text: string, start: number, at: number, { siblings, pairs }: HeadingContext): number {
  const [last = '', first = ''] = [text[at - 1], text[at]];
  // Marks stand between clauses, not between a heading and its text; closing quotes may.
  if (
    /[，、,：:（(“《的地得和与及或在对将把被从向以是为于]/.test(last) ||
    /[，、,：:）)”》的了着过和与及或]/.test(first)
  )
    return 0;
  const head = text.slice(start, at);
  const rest = text.slice(at, at + 12);
  if (count(head, '“') !== count(head, '”') || count(head, '《') !== count(head, '》')) return 0;
  let score = 0;
  if (endings.has(head.slice(-2))) score += 2;
  else if (/[”》]/.test(last)) score += 1;
  const beginning = beginnings.exec(rest)?.[0];
  if (beginning !== undefined) score += Math.min(beginning.length, 2);
  // Two characters that never stand together elsewhere are no word.
  const together = (pairs.get(last + first) ?? 1) - 1;
  score += together === 0 ? 1 : -2;
  if ((pairs.get(rest.slice(0, 2)) ?? 0) > 1) score += 1;
  if ((pairs.get(head.slice(-2)) ?? 0) > 1) score += 0.5;
  // The first sentence takes up a word of the heading.
  if (
    [0, 1, 2].some(
      (from) => /^\p{Script=Han}{2}$/u.test(rest.slice(from, from + 2)) && head.includes(rest.slice(from, from + 2)),
    )
  )
    score += 1;
  if (siblings.count > 0) {
    const within = head.length >= siblings.shortest - 3 && head.length <= siblings.longest + 3;
    score += siblings.hasLengthNear(head.length) ? 1.5 : within ? 0.5 : -1;
    score += siblings.hasClauses(clausesOf(head)) ? 1 : -1;
    // Headings of a row are often made alike: 打好…战, …要随之….
    if (siblings.hasAlike(head)) score += 2;
  }
  const parts = head.split(/[，,]/);
  if (parts.length === 2 && parts[0]?.length === parts[1]?.length) score += 2.5;
  // A heading of two clauses has no stump for its second.
  if ((parts.at(-1)?.length ?? 0) < 4) score -= 2;
  return score;
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** Clauses of a heading. */
export const clausesOf = (text: string): number => text.split(/[，,]/).length;
