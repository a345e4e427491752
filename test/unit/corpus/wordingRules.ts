import { findPlaceholders } from '../../../src/draft/placeholders';
import type { Finding, Piece, Rule } from './piece';
import { findAll } from './piece';

/** Newspapers and stations keep their kind: X晚报, X经济报, X广播电视台. */
const medium = /^X\p{Script=Han}{0,4}(?:报|电台|电视台|通讯社|新闻网|客户端)/u;

/** Every `X` stands before a role or unit that insertion knows, once, and no other sign stands for a blank. */
export const knownPlaceholders: Rule = (piece) => [
  ...findAll(
    piece,
    /X{2,}|[×＊*]{1,}|Ｘ|_{2,}|〇{2,}|○+|某+(?=省|市(?!场)|县|区(?!域|间)|局(?!部)|厅|委|镇|乡|村|公司|集团|企业|大学|学校|同志|机关|单位|部门)/g,
    'placeholder of another form',
  ),
  ...piece.body.flatMap(({ text, line }): Finding[] => {
    const known = new Set(findPlaceholders(text).flatMap(({ offset, role }) => (role.length > 1 ? [offset] : [])));
    return [...text.matchAll(/X+(?!光|射线|染色体)/g)].flatMap(({ index }) =>
      known.has(index) || medium.test(text.slice(index)) || /^X(?:份|:1)/.test(text.slice(index))
        ? []
        : [{ path: piece.path, line, message: `placeholder without a role or unit: ${text.slice(index, index + 8)}` }],
    );
  }),
];

/** Common surnames; 任, 向, 于, 方, 何 and the like are left out, which are words too; so is 习, see `leader`. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃戴孔汤温';

/** What may follow the name of the General Secretary in the set formulas of the genre; anything else is a statement about him. */
const afterName = [
  '(?:新时代中国特色社会主义|经济|法治|生态文明|外交|强军|文化|党建)思想',
  '总书记(?:关于[^，。；：！？]{1,30}?的?)?(?:系列)?重要(?:论述|讲话|指示|批示|思想|回信|贺信|文章)',
  '总书记(?:在[^，。；：！？]{1,20}?|视察|考察|对|致|给)[^，。；：！？]{0,24}?重要(?:讲话|指示|批示|回信|贺信|论述)',
  '(?:总书记|同志)党中央的核心、全党的核心地位',
];
const leader = `习近平(?!${afterName.join('|')})(?<!以习近平(?=同志为核心的党中央)|《习近平(?=谈治国理政|著作选读|文选|文化思想|关于|新时代))`;

/** Verbs that make a quotation or a paraphrase of what stands behind them. */
const says = '(?:指出|强调|(?<!学)说(?!明)|讲过|讲到|告诫|叮嘱|勉励|号召|提出(?!的)|要求(?=[：，我各全]))';

/** What must not be in a text that anybody may borrow: words put into a leader's mouth, persons and firms of today, what is over. */
const banned = [
  { pattern: new RegExp(leader, 'g'), complaint: 'living leader outside a set formula' },
  {
    pattern: new RegExp(`总书记(?:关于|在|对|视察|考察)?[^，。；！？]{0,24}${says}`, 'g'),
    complaint: 'words of a leader',
  },
  {
    pattern: /李强|赵乐际|王沪宁|蔡奇|丁薛祥|李希(?!望)|韩正|胡锦涛|温家宝/g,
    complaint: 'living leader',
  },
  {
    // A surname before the office tells a person from an organ: 张三总书记, but 国家主席令, 人大常委会委员长会议.
    pattern: new RegExp(`[${surnames}]\\p{Script=Han}{1,2}(?:总书记|国家主席|委员长)(?!会议|令)`, 'gu'),
    complaint: 'office that names a person',
  },
  {
    pattern:
      /华为|阿里巴巴|腾讯|(?<![\dX一二三四五六七八九十两几数])百度|字节跳动|比亚迪|宁德时代|小米(?=公司|集团|科技|手机|汽车)|(?<![\dX个])特斯拉|苹果公司|清华|北京大学|复旦|浙江大学|中国科学院|中科院/g,
    complaint: 'organisation that exists',
  },
  {
    // A plan of the past may be looked back on: “十四五”时期, “十三五”以来.
    pattern: /十(?:[二三六七]五|四五)(?!”?(?:时期|期间|以来|末|规划(?:实施|目标|确定)))/g,
    complaint: 'plan that is not the current one',
  },
  {
    pattern: /党的十[六七八九]大(?:和十[六七八九]届[^，。；]{0,12})?(?:报告)?精神|二十一大|二十届[五六七]中全会/g,
    complaint: 'congress that does not guide today, or is not certain',
  },
  {
    pattern:
      /(?:党史|党纪)学习教育|(?<!爱国主义|法治)主题教育(?!活动|课|馆)|学习贯彻中央八项规定精神学习教育|两学一做|三严三实|提振消费专项行动|重要战略机遇期/g,
    complaint: 'campaign or period that ends',
  },
];

/** Formulas that are cut short or put together wrongly. Each stands whole or not at all. */
const torn = [
  /(?<!习近平)新时代中国特色社会主义思想(?!铸魂育人)/g,
  /(?<!以习近平)同志为核心|以习近平同志为核心(?!的党中央)/g,
  /党的二十大和(?!二十届)|二十届历次(?!全会)|二十届[一二三四]中(?:、[一二三四]中)*(?!全会|、|[一二三四])/g,
  /“两个确立”(?:的)?决定性(?!意义)|(?:做到|坚决)“?两个维护(?!”)/g,
  /增强“四个自信”|坚定“四个意识”|做到“两个确立”|拥护“两个维护”/g,
  /“五位一体”战略布局|“四个全面”总体布局/g,
  /以人民为中心的?发展理念|新发展理念、新发展阶段/g,
];

/** No set formula of the genre stands there torn. */
export const wholeFormulas: Rule = (piece) =>
  torn.flatMap((pattern) => findAll(withoutWrongWordings(piece), pattern, 'formula not whole'));

/** What guides the work: a doctrine, or what a congress, a plenum or the General Secretary laid down. */
const guidance =
  /习近平新时代中国特色社会主义思想|习近平总书记[^，。；]{0,40}重要(?:论述|讲话|指示|批示)|党的二十大|二十届[^，。；]{0,12}全会|习近平\p{Script=Han}{2,4}思想/u;
/** Who leads it. */
const leadership =
  /以习近平同志为核心的党中央|党的(?:全面)?领导|党的建设|党建|党中央|[省市县区镇乡]委|党委|党组|党工委|党支部/u;

/**
 * A speech to the ranks and a plan name what guides the work, a report who leads it. Greetings, press conferences and
 * everyday papers need neither.
 */
export const genreFormulas: Rule = ({ path, body, article: { title, category } }) => {
  const text = body.map((line) => line.text).join('\n');
  const missing: string[] = [];
  const guided =
    (category === '讲话致辞' && title.includes('讲话')) ||
    (category === '公文范文' && /讲话|动员|方案|意见/.test(title));
  if (guided && !guidance.test(text)) missing.push('指导思想');
  const led = category === '工作综述' || (category === '公文范文' && /汇报|报告|总结|述职/.test(title));
  if (led && !leadership.test(text)) missing.push('党的领导');
  return missing.map((what) => ({ path, line: 1, message: `${title} lacks ${what}` }));
};

/** Amounts and shares as fact: nobody counted them. Limits in the definition of an indicator are its text. */
export const noFigures: Rule = (piece) =>
  findAll(
    { ...piece, body: piece.body.filter(({ text }) => !isDefinition(piece, text)) },
    /\d[\d.,]*(?:%|‰|个百分点|万?亿(?:元|千瓦时)?|万(?:元|人次?|户|家|亩|吨|件))/g,
    'figure instead of X',
  );

const isDefinition = ({ article }: Piece, text: string): boolean =>
  article.category === '指标' && /^\s+(?:口径|用法)：/.test(text);

/** Without the lines that hold up what is over or wrong, as such. */
const withoutWrongWordings = (piece: Piece): Piece => ({
  ...piece,
  body: piece.body.filter(({ text }) => !/^ {2}- (?:旧提法|误写|仍用)：/.test(text)),
});

/** None of the banned names and wordings. */
export const nothingBanned: Rule = (piece) =>
  banned.flatMap(({ pattern, complaint }) => findAll(withoutWrongWordings(piece), pattern, complaint));

/** Departments that are a 厅 in a province and a 局 below it. */
const departments =
  '科技|科学技术|教育|财政|民政|司法|商务|审计|水利|交通运输|农业农村|自然资源|生态环境|住房和?城乡建设|工业和信息化|人力资源和社会保障|文化和旅游';

/** Departments carry the name that they have at their level: 省科技厅, 市科技局, 县科技局. */
export const plausibleOffices: Rule = (piece) => [
  ...findAll(piece, new RegExp(`省(?:${departments})局`, 'g'), 'a 厅 in a province'),
  ...findAll(piece, new RegExp(`(?:市|县|(?<!自治)区)(?:${departments})厅`, 'g'), 'a 局 below the province'),
];

/** Days exist, and years lie between 1840 and the year of the piece. */
export const plausibleDates: Rule = (piece) => {
  const latest = Number(piece.article.date.slice(0, 4));
  return [
    ...findAll(piece, /(?<!\d)(?:0|1[3-9]|[2-9]\d)\d*月(?!度|内)/g, 'no such month'),
    ...findAll(piece, /(?<=月)(?:0|3[2-9]|[4-9]\d|\d{3,})日/g, 'no such day'),
    ...piece.body.flatMap(({ text, line }) =>
      [...text.matchAll(/(?<!\d)(\d{4})年/g)]
        .filter(([, year]) => Number(year) < 1840 || Number(year) > latest)
        .map(([found]) => ({ path: piece.path, line, message: `year out of range: ${found}` })),
    ),
  ];
};
