import { findPlaceholders } from '../../../src/draft/placeholders';
import type { Finding, Rule } from './piece';
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
      known.has(index) || medium.test(text.slice(index)) || text.startsWith('X份', index)
        ? []
        : [{ path: piece.path, line, message: `placeholder without a role or unit: ${text.slice(index, index + 8)}` }],
    );
  }),
];

/** Common surnames; 任, 向, 于, 方, 何 and the like are left out, which are words too. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃戴孔汤习温';

/** What must not be in a text that anybody may borrow: persons of today, firms and schools that exist, plans that end. */
const banned = [
  { pattern: /习近平|李强|赵乐际|王沪宁|蔡奇|丁薛祥|李希(?!望)|韩正|胡锦涛|温家宝/g, complaint: 'living leader' },
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
    pattern: /十[二三四五六七]五|党的(?:十|二十)[一二三四五六七八九]?大|[一二]十届\p{Script=Han}中全会/gu,
    complaint: 'wording that dates',
  },
  {
    pattern:
      /(?:党史|党纪)学习教育|(?<!爱国主义|法治)主题教育(?!活动|课|馆)|两学一做|三严三实|提振消费专项行动|重要战略机遇期/g,
    complaint: 'campaign or period that ends',
  },
];

/** None of the banned names and wordings. */
export const nothingBanned: Rule = (piece) =>
  banned.flatMap(({ pattern, complaint }) => findAll(piece, pattern, complaint));

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
