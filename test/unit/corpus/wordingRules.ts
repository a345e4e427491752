import { findPlaceholders } from '../../../src/draft/placeholders';
import type { Finding, Rule } from './piece';
import { findAll } from './piece';

/** Newspapers and stations keep their kind: X晚报, X经济报, X广播电视台. */
const medium = /^X\p{Script=Han}{0,4}(?:报|电台|电视台|通讯社|新闻网|客户端)/u;

/** Every `X` stands before a role or unit that insertion knows, once, and no other sign stands for a blank. */
export const knownPlaceholders: Rule = (piece) => [
  ...findAll(piece, /X{2,}|[×＊*]{1,}|Ｘ|_{2,}|〇{2,}|○+|某+(?=[省市县区局厅公大同])/g, 'placeholder of another form'),
  ...piece.body.flatMap(({ text, line }): Finding[] => {
    const known = new Set(findPlaceholders(text).flatMap(({ offset, role }) => (role.length > 1 ? [offset] : [])));
    return [...text.matchAll(/X+/g)].flatMap(({ index }) =>
      known.has(index) || medium.test(text.slice(index)) || text.startsWith('X份', index)
        ? []
        : [{ path: piece.path, line, message: `placeholder without a role or unit: ${text.slice(index, index + 8)}` }],
    );
  }),
];

/** What must not be in a text that anybody may borrow: persons of today, firms and schools that exist, plans that end. */
const banned = [
  { pattern: /习近平|李强|赵乐际|王沪宁|蔡奇|丁薛祥|李希(?!望)|韩正|胡锦涛|温家宝/g, complaint: 'living leader' },
  { pattern: /\p{Script=Han}{2,3}(?:总书记|国家主席|委员长)(?!会议)/gu, complaint: 'office that names a person' },
  {
    pattern: /华为|阿里巴巴|腾讯|百度|字节跳动|比亚迪|宁德时代|小米|特斯拉|苹果公司|清华|北京大学|复旦|浙江大学|中国科学院|中科院/g,
    complaint: 'organisation that exists',
  },
  { pattern: /十[二三四五六七]五|党的(?:十|二十)[一二三四五六七八九]?大|[一二]十届\p{Script=Han}中全会/gu, complaint: 'wording that dates' },
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
