import { misspellings } from '../../src/draft/checks/misspellings';
import type { Planter } from './plant';
import { appending, around, between, choose, numerals, replacing } from './plant';

/** Planters of the rules that need the draft alone. */
export const draftPlanters: readonly Planter[] = [
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
  appending('ellipsis', (random) => `一桩桩、一件件【${choose(['...', '…', '。。。'], random) ?? ''}｜……】让人感动。`),
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
  appending('note-brackets', (random) => {
    const note = choose(['联系人：张明，联系电话：12345', '此件公开发布', '联系电话：12345'], random) ?? '';
    return `2026年3月5日\n\n【${note}｜（${note}）】`;
  }),
  appending('article-count', (random) => {
    const from = between(1, 6, random);
    const article = (value: number): string => `第${numerals.charAt(value)}条　各单位应当抓好落实。`;
    return `${article(from)}\n\n${article(from + 1)}\n\n【第${numerals.charAt(from + 3)}条】　本办法自印发之日起施行。`;
  }),
  appending('document-number', (random) => {
    const number = between(1, 99, random);
    return `根据青政发【[2026]${number}｜〔2026〕${number}】号文件要求，抓紧落实。`;
  }),
  appending('attachment-line', () => '附件：1.任务分工表【；】'),
  appending('copy-to', () => '抄送：市委办公室，市人大常委会办公【室｜室。】'),
  around(
    'title-mark',
    (text, random) => `# 关于做好${choose(['防汛', '安全生产', '信访'], random) ?? ''}工作的通知【。】\n\n${text}`,
  ),
  appending('heading-order', (random) => `一、总体要求\n\n（【${between(1, 3, random)}】）指导思想`),
  appending('ordinal-mark', (random) => `要抓好几件事。${choose(['第一', '首先'], random) ?? ''}【、｜，】提高认识。`),
  replacing('between-quotes', /(?<=”)(?=“)/g, () => '【、】'),
  appending('ellipsis-with-deng', (random) => `粮食、蔬菜【${choose(['……等', '等……'], random) ?? ''}】物资供应充足。`),
  appending('mark-beside-ellipsis', (random) => `村庄、学校【${choose(['、……', '……，'], random) ?? ''}】都变了样。`),
  replacing('straight-quote', /“(\p{Script=Han}{2,8})”/gu, ([, inner = '']) => `【"】${inner}"`),
  appending('nested-title-marks', () => '学习《关于印发【《｜〈】督查工作办法【》｜〉】的通知》。'),
  appending('short-year', (random) => `计划【${between(26, 39, random)}年】底前完成。`),
  appending('approximate-digits', (random) => {
    const first = between(2, 7, random);
    return `大约需要【${first}、${first + 1}｜${numerals.charAt(first)}${numerals.charAt(first + 1)}】个月。`;
  }),
  appending('vague-time', (random) => `【${choose(['近日', '日前', '不久前'], random) ?? ''}】，全市会议召开。`),
  around(
    'addressee-colon',
    (text) =>
      `# 关于开展督查的通知\n\n各县（市、区）人民政府，市直各部【门｜门：】\n\n现将有关事项通知如下。\n\n${text}`,
  ),
  around(
    'report-with-request',
    (text, random) =>
      `# 关于防汛工作情况的报告\n\n${text}\n\n【${choose(['妥否，请批示', '当否，请审批', '以上意见，请批复'], random) ?? ''}】。`,
  ),
  around(
    'number-and-year',
    (text, random) =>
      `青政发〔【${between(2019, 2025, random)}】〕5号\n\n# 关于开展督查的通知\n\n${text}\n\n2026年3月5日`,
  ),
];
