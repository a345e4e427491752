import { NearMissIndex } from '../../src/draft/checks/nearMissIndex';
import { misspellings } from '../../src/draft/checks/misspellings';
import { readingsAt } from '../../src/text/pinyin';

/** A text with one error; where the rule is to find it, in UTF-16 units. */
export interface Planted {
  /** The text without it. */
  readonly clean: string;
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** Plants errors of one rule. */
export interface Planter {
  readonly rule: string;
  /** @returns undefined where the text gives no place for it */
  readonly plant: (text: string, random: () => number) => Planted | undefined;
}

const choose = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

/** The body: not the front matter. */
const bodyStart = (text: string): number => /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;

/**
 * Replaces one match of a pattern.
 * @param wrong what takes its place, with the part that is wrong between 【 and 】
 */
function replacing(
  rule: string,
  pattern: RegExp,
  wrong: (match: RegExpExecArray, random: () => number) => string | undefined,
): Planter {
  return {
    rule,
    plant: (text, random) => {
      const start = bodyStart(text);
      const match = choose([...text.slice(start).matchAll(pattern)], random);
      const marked = match && wrong(match, random);
      if (!match || marked === undefined) return undefined;
      const offset = start + match.index + marked.indexOf('【');
      const length = marked.indexOf('】') - marked.indexOf('【') - 1;
      const replacement = marked.replace(/[【】]/g, '');
      const rest = text.slice(start + match.index + match[0].length);
      return { clean: text, text: text.slice(0, start + match.index) + replacement + rest, offset, length };
    },
  };
}

/**
 * Puts lines of their own behind the text.
 * @param lines the part that is wrong stands between 【 and 】, if it has a right form behind ｜
 */
const appending = (rule: string, lines: (random: () => number) => string): Planter => ({
  rule,
  plant: (text, random) => {
    const [, before = '', wrong = '', right = '', after = ''] =
      /^([^【]*)【([^｜】]*)(?:｜([^】]*))?】([\s\S]*)$/.exec(
        `${text.trimEnd().replace(/[【】]/g, '')}\n\n${lines(random)}\n`,
      ) ?? [];
    return { text: before + wrong + after, clean: before + right + after, offset: before.length, length: wrong.length };
  },
});

const numerals = '零一二三四五六七八九十';
const between = (least: number, most: number, random: () => number): number =>
  least + Math.floor(random() * (most - least + 1));

/** Planters of the rules that a mechanical change of a clean text violates. */
export function planters(expressions: readonly string[]): readonly Planter[] {
  const isExpression = new Set(expressions);
  return [
    replacing('placeholder', /(?<=。)\p{Script=Han}{2}(?=\p{Script=Han}{2,})/gu, () => '【XX市】'),
    replacing('to-do', /(?<=\p{Script=Han}{4})(?=[。；])/gu, (_, random) =>
      choose(['【（待核实）】', '【（待补充）】'], random),
    ),
    replacing(
      'misspelling',
      new RegExp([...new Set(misspellings.map(({ right }) => right))].join('|'), 'g'),
      ([right], random) => {
        const wrong = choose(
          misspellings.filter((one) => one.right === right && one.wrong.length === right.length),
          random,
        );
        return wrong && `【${wrong.wrong}】`;
      },
    ),
    replacing(
      'heading-count',
      /(?<=^(?:#+ )?)[二三四五六七八](?=、\p{Script=Han})/gmu,
      ([digit]) => `【${numerals.charAt(numerals.indexOf(digit) + 1)}】`,
    ),
    replacing('first-level-mark', /(?<=^(?:#+ )?[一二三四五六七八九])、(?=\p{Script=Han})/gmu, () => '【．】'),
    replacing('second-level-mark', /(?<=^(?:#+ )?（[一二三四五六七八九]）)(?=\p{Script=Han})/gmu, () => '【、】'),
    appending('third-level-mark', (random) => `${between(1, 9, random)}【、｜.】完善工作机制`),
    replacing('enumeration-mark', /(?<=[。；：][一二三四五]是)(?=\p{Script=Han})/gu, () => '【，】'),
    appending('between-title-marks', () => '深入学习《实践论》【、｜】《矛盾论》。'),
    replacing(
      'mark-before-deng',
      /(?<=\p{Script=Han}{2}、\p{Script=Han}{2})(?=等(?:方面|领域|问题|工作|重点|任务))/gu,
      () => '【、】',
    ),
    replacing('doubled-mark', /(?<=\p{Script=Han})[，。、；](?=\p{Script=Han})/gu, ([mark]) => `【${mark}${mark}】`),
    replacing('colliding-marks', /(?<=\p{Script=Han})。(?=\p{Script=Han})/gu, () => '【，。】'),
    appending(
      'ellipsis',
      (random) => `一桩桩、一件件【${choose(['...', '…', '。。。'], random) ?? ''}｜……】让人感动。`,
    ),
    appending('dash', (random) => `紧盯总目标【${choose(['--', '———'], random) ?? ''}｜——】建设现代化强市。`),
    replacing(
      'half-width-mark',
      /(?<=\p{Script=Han})[，；：](?=\p{Script=Han})/gu,
      ([mark]) => `【${mark === '，' ? ',' : mark === '；' ? ';' : ':'}】`,
    ),
    replacing(
      'half-width-bracket',
      /(?<=\p{Script=Han})（\p{Script=Han}{2,12}）(?=[\p{Script=Han}，。])/gu,
      ([match]) => `【(${match.slice(1, -1)})】`,
    ),
    replacing(
      'full-width-digit',
      /(?<=\p{Script=Han})\d{2,4}(?=[\p{Script=Han}])/gu,
      ([match]) => `【${[...match].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')}】`,
    ),
    replacing('unpaired-mark', /“(\p{Script=Han}{2,8})”/gu, ([, inner = '']) => `${inner}【”】`),
    appending('year-range', (random) => `编制${between(2020, 2026, random)}【-｜—】2030年规划。`),
    appending('percent-range', (random) => {
      const from = between(2, 6, random);
      return `预计增长【${from}｜${from}%】～8%。`;
    }),
    appending('number-range', (random) => `公示期为${between(2, 5, random)}【-｜～】7天。`),
    appending('wan-range', (random) => {
      const from = between(2, 4, random);
      return `吸纳就业【${from}｜${from}万】～5万人。`;
    }),

    appending('leading-zero', (random) => `提高【.｜0.】${between(1, 9, random)}个百分点。`),
    appending('day-hao', (random) => `请于11月${between(10, 28, random)}【号｜日】前报送。`),
    appending('impossible-date', (random) => `请于【${between(13, 19, random)}月${between(1, 28, random)}日】前报送。`),
    appending('approximate-number', () => '用了三【、｜】四天走访。'),
    replacing(
      'near-expression',
      new RegExp(
        `(?<!\\p{Script=Han})(?:${expressions
          .slice()
          .sort((a, b) => b.length - a.length)
          .join('|')})(?!\\p{Script=Han})`,
        'gu',
      ),
      ([expression], random) => {
        const at = between(1, expression.length - 2, random);
        const sound = readingsAt(expression, at)[0];
        const like = choose(
          sounds(sound ?? '').filter((one) => one !== expression.charAt(at)),
          random,
        );
        const changed = expression.slice(0, at) + (like ?? '') + expression.slice(at + 1);
        const known = new NearMissIndex([expression], () => []);
        // What is an expression itself, or is told apart by grammar, is no error.
        if (like === undefined || isExpression.has(changed) || [...known.findIn(changed)].length === 0)
          return undefined;
        return `${expression.slice(0, at)}【${like}】${expression.slice(at + 1)}`;
      },
    ),
    appending('weekday', (random) => {
      const day = between(1, 28, random);
      const weekday = new Date(Date.UTC(2026, 10, day)).getUTCDay();
      const name = (number: number): string => '日一二三四五六'.charAt(number % 7);
      return `会议定于2026年11月${day}日（星期【${name(weekday + between(1, 6, random))}｜${name(weekday)}】）召开。`;
    }),
    appending('stated-count', (random) => {
      const count = between(3, 6, random);
      const items = Array.from({ length: count }, (_, at) => `${numerals.charAt(at + 1)}是强化统筹协调`).join('；');
      return `要重点抓好【${numerals.charAt(count + 1)}项】工作：${items}。`;
    }),
    appending('sum-of-parts', (random) => {
      const [first, second, third] = [between(11, 30, random), between(11, 30, random), between(11, 30, random)];
      const unit = choose(['项', '个', '家', '亿元'], random) ?? '项';
      return `全市共安排项目【${first + second + third + between(1, 4, random)}】${unit}，其中产业类${first}${unit}、民生类${second}${unit}、生态类${third}${unit}。`;
    }),
    appending('indicator-value', (random) => {
      const value = between(300, 900, random);
      return `2025年，全市地区生产总值达到${value}.5亿元。\n\n2025年，全市地区生产总值达到【${value + between(1, 50, random)}.5亿元】。`;
    }),
    appending(
      'missing-section',
      (random) => `一、总体要求\n\n分工详见【第${numerals.charAt(between(8, 10, random))}部分】。`,
    ),
    appending(
      'attachment-missing',
      (random) => `分工见【附件${between(4, 9, random)}】。\n\n附件：1.任务分工表\n\n　　　2.联系人名单`,
    ),
    appending(
      'attachment-title',
      () => '附件：1.任务分工表\n\n　　　2.联系人名单\n\n附件1\n\n任务分工表\n\n附件2\n\n【联络员名单】',
    ),
    appending('signing-date', (random) => {
      const [month, day] = [between(1, 9, random), between(1, 9, random)];
      return `特此通知。\n\n【2026年0${month}月0${day}日｜2026年${month}月${day}日】`;
    }),
    appending('document-number', (random) => {
      const number = between(1, 99, random);
      return `根据青政发【[2026]${number}｜〔2026〕${number}】号文件要求，抓紧落实。`;
    }),
    appending('attachment-line', () => '附件：1.任务分工表【；】'),
    appending('copy-to', () => '抄送：市委办公室，市人大常委会办公【室｜室。】'),
  ];
}

let bySound: Map<string, string[]> | undefined;

/** Common characters of a reading. */
function sounds(reading: string): readonly string[] {
  if (!bySound) {
    bySound = new Map();
    const common =
      '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';
    for (const character of common)
      for (const one of readingsAt(character, 0)) bySound.set(one, [...(bySound.get(one) ?? []), character]);
  }
  return bySound.get(reading) ?? [];
}
