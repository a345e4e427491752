import { withoutEnd } from '../../base/endRun';
import type { Block } from '../../library/document';

/** Shortest and longest sentence that is proposed, and the longest that is called short. */
const lengths = { least: 10, short: 24, most: 60 };
/** Most sentences that are proposed for one article. */
const mostCandidates = 30;
/** Least score of a sentence that is proposed. */
const enough = 3;

/** What introduces a truth, and is no part of it: 实践证明，…… */
const introduction =
  /^(?:从[^，。；]{2,24}看|[^，。；：]{0,24}(?:证明|表明|启示我们|告诉我们|深知|牢记|懂得|认识到|常说|可以说|说到底|归根[到结]底|同时|因此|所以|当然))[，：]/;
/** What leans on the sentence before, counts, or holds a place open does not stand alone. */
const leaning =
  /^(?:从.+看|[^，]{0,8}时期|据|会上|会前|会后|今天|昨天|上午|下午|这次|本次|我(?!们要|们党|国)|大家|希望|请|对|严禁|这|那|其|此|该|他|她|它|同时|另外|此外|因此|所以|但是?|然而|而且|并且|为此|对此|刚才|下面|以上|上述|首先|其次|再次|最后|第[一二三四五六七八九十]|[一二三四五六七八九十]是|一方面|另一方面|比如|例如|今年|去年|近年|目前|截至)/;
const open = /[X×]|\*{2,}|\d|[：:]|[（(]|我市|我省|我县|我区|同志们|记者|谢谢/;

/** A sentence that may stand alone as a quote. */
export interface QuoteCandidate {
  readonly text: string;
  readonly score: number;
}

/** Sentences of an article that are built like quotes, the best first: short, whole, parallel or antithetical. */
export function quoteCandidates(blocks: readonly Block[]): readonly QuoteCandidate[] {
  const found = new Map<string, QuoteCandidate>();
  for (const { kind, text } of blocks) {
    if (kind !== 'paragraph' && kind !== 'item') continue;
    for (const sentence of text.match(/(?<![^。！？])[^。！？]+[。！？]/g) ?? []) {
      const quote = sentence.trim().replace(introduction, '');
      const score = quoteScore(quote);
      if (score >= enough) found.set(quote, { text: quote, score });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, mostCandidates);
}

/** Verbs of everyday administration: clauses that begin with them are parallel in every paragraph, and no quotes. */
const administrative =
  /^(?:要|把|将|用好|全链条|高质量(?!发展)|高水平|因地制宜|时不我待|更加注重|要?以[^，；]{1,8}[促带抓])?(?:进一步|不断|切实|认真|扎实|全面|持续|深入|积极|大力|着力|加快|加强|加大|推进|推动|推广|落实|完善|健全|强化|深化|提升|提高|优化|建立|建设|建成|促进|增强|确保|坚持|贯彻|组织|开展|做[好实优强大]|抓(?:[好紧]|实(?!体))|统筹|严[格控肃]|聚焦|围绕|实[施现行]|支持|打造|培[育养]|壮大|夯实|盘活|广泛|鼓励|引导|引进|发展(?!是|成果)|发挥|启动|践行|抢抓|办好|改善|保障|维护|巩固|拓展|扩大|规范|加力|学习运用|有[序效力]|稳[步妥定]|锻强|突出|强调|重点|实打实|新[建增改]|改[造建]|完成|争[创取]|探索|创建|整治|治理|防范|化解|兜牢|牢牢)/;
/** Places and works by name: a plan or a report speaks of them, a quote does not. */
const particular =
  /[省市县区州盟旗]、|铁路|高速|机场|口岸|流域|工程|项目|示范区|开发区|率(?:[、，]|[高低]于)|“[^“”+]*\+[^”]*”|小区|园区|企业科技|专精特新/;
/** What is said of offices and their procedures is an instruction. */
const offices =
  /部门|办公室|机关|联席会议|单位|县区|乡镇|市县|依规|依纪|依法|违规|违反|制度|机制|考核|各位|来宾|督察|督查|专班|清单|会议|报告|年底|月底|每[周月]|省委|市委|县委|区委/;
/** What was reached, and what is still lacking: a report says so of this year and this place. */
const reported =
  /取得|成效|成果丰|获(?:评|得|批|国)|佳绩|新高|建设(?:加快|加力|、)|[序实速面利准][有力]?推进|蓬勃|涌动|火爆|显著|稳居|前列|增强|不足|压力|困难|矛盾|隐患|有待|还不|影响|试点|指标|未发生|覆盖|举办|挂牌|建成|较[重为大]|加[快速](?:建设|演进|重构|释放|发展|形成)|竞争力|百年变局|亮丽底色|总书记|两个维护|党中央|^——/;

/** What joins two clauses, and counts for nothing when their build is compared. */
const joints =
  /^(?:才能|就能|才会|就会|才是|就要|而是|不是|而且|不仅|只有|只要|如果|没有|就没有|既|又|也|更|还|就|才|则|却|而|不)?(?:要|是)?/;
/** What a thing is at bottom: 文化是一个国家、一个民族的灵魂。 */
const definition =
  /^[^，；。]{2,20}是[^，；。]{0,24}(?:灵魂|命脉|生命线?|根本(?:力量|所在)?|根基|根脉|基石|基础|基点|前提|关键|核心|源泉|(?<!强大)动力|力量|底线|底气|底色|本色|法宝|标尺|试金石|出发点|落脚点|着力点|主心骨|压舱石|定盘星|晴雨表|硬道理|财富|民生|共同体|(?:之|所)[在本基源要道计策母首魂])(?:[，；]|$)/;
/** What a thing takes: it is said of what is reached, too. */
const onlyThus = /^只有.{2,40}才能?|^没有.{2,40}就没有/;
/** Frames that set one thing against another. */
const antithesis =
  /没有.{1,80}也没有|不能.{1,40}不能|一旦.{1,80}就|不是.{1,80}而是|既.{1,80}又|不仅.{1,80}[更还]|没有.{1,80}就没有|只有.{1,80}才|越.{1,80}越|宁.{1,80}[不也]|[，；].{0,80}(?:才[能会是有]|方[能可得])|一(?:端|头|手|边).{1,80}一(?:端|头|手|边)|不[能可要].{1,80}更不[能可要]|[不无]怕.{1,80}[就只]怕/;

/** How much a sentence is built like a quote; below 0 for one that does not stand alone. */
function quoteScore(sentence: string): number {
  if (sentence.length < lengths.least || sentence.length > lengths.most) return -1;
  if (leaning.test(sentence) || open.test(sentence)) return -1;
  if (count(sentence, '“') !== count(sentence, '”') || count(sentence, '《') !== count(sentence, '》')) return -1;
  if (offices.test(sentence) || particular.test(sentence)) return 0;
  if (reported.test(sentence) && !onlyThus.test(sentence)) return 0;
  // Within a clause 、 parts what is listed; alone it parts clauses: 清清白白做人、干干净净做事。
  const clauses = withoutEnd(sentence, /[。！？”]/).split(/[，；]/.test(sentence) ? /[，；]/ : /、/);
  return Math.max(definitionScore(clauses), parallelScore(sentence, clauses));
}

/** How much a sentence says what a thing is at bottom, once or in a row: 甲是乙的根本，是丙的关键，也是丁的所在。 */
function definitionScore(clauses: readonly string[]): number {
  const [first = '', ...others] = clauses;
  if (clauses.length > 3 || administrative.test(first)) return 0;
  const again = others.filter((clause) => /^(?:也|更|又|还)?是/.test(clause)).length;
  if (again === others.length && again > 0 && /^[^，]{2,20}是/.test(first)) return enough + again;
  return definition.test(first) && others.length < 2 && !administrative.test(others[0] ?? '') ? enough : 0;
}

/** How evenly the clauses of a sentence are built, or how they are set against each other. */
function parallelScore(sentence: string, clauses: readonly string[]): number {
  if (clauses.length < 2 || clauses.length > 6) return -1;
  // What is everyday administration says nothing by itself, however evenly.
  const everyday = clauses.filter((clause) => administrative.test(clause)).length;
  if (everyday * 2 >= clauses.length || (everyday > 0 && !antithesis.test(sentence))) return 0;
  // Enumerations are alike by nature.
  if (clauses.some((clause) => count(clause, '、') > 1 && !antithesis.test(sentence)) || isList(sentence, clauses))
    return 0;
  let score = 0;
  for (let at = 1; at < clauses.length; at++)
    score = Math.max(score, parallel(clauses[at - 1] ?? '', clauses[at] ?? ''));
  // Two pairs: 甲乙，丙丁；戊己，庚辛。
  const [first = '', second = '', third = '', fourth = ''] = clauses;
  if (clauses.length === 4) score = Math.max(score, (parallel(first, third) + parallel(second, fourth)) / 1.5);
  // A couplet: nothing but two clauses of the same length.
  if (clauses.length === 2 && first.length === second.length) score++;
  // Three and more of one build: 排比.
  const runs = clauses.slice(1).filter((clause, at) => parallel(clauses[at] ?? '', clause) >= 3).length;
  if (runs >= 2) score++;
  // Clauses that begin with the same words: 靠的就是……，靠的就是……
  if (clauses.every((clause) => clause.startsWith(first.slice(0, 3)))) score = Math.max(score, enough);
  // A short one is easily remembered.
  const whole = sentence.length <= lengths.short || onlyThus.test(sentence);
  const opposed = antithesis.test(sentence) ? (whole ? enough : 2) : 0;
  return score + opposed - (everyday > 0 ? 1 : 0);
}

/** Nouns with one ending, 、 between them: 科技金融、绿色金融、普惠金融。 */
const isList = (sentence: string, clauses: readonly string[]): boolean =>
  !/[，；]/.test(sentence) &&
  (/[和与及等]/.test(sentence) || new Set(clauses.map((clause) => clause.slice(-2))).size === 1);

/** How alike two clauses are built: as long, the same words in the same places; what joins them and quotation marks apart. */
function parallel(first: string, second: string): number {
  return Math.max(alike(first, second), alike(bare(first), bare(second)));
}

const bare = (clause: string): string => clause.replace(/[“”‘’《》]/g, '').replace(joints, '');

function alike(a: string, b: string): number {
  if (a.length < 3 || b.length < 3 || Math.abs(a.length - b.length) > 1) return 0;
  const same = [...a].filter(
    (character, at) => b[at] === character || b[at + b.length - a.length] === character,
  ).length;
  // The same clause again, or a list of names.
  if (same > a.length / 1.5) return 0;
  return (a.length === b.length ? 2 : 1) + Math.min(same, 3) + (a.length >= 5 ? 1 : 0) - (same === 0 ? 1 : 0);
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;
