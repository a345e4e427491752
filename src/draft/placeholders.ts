/** A placeholder 占位符 in a text: what a writer has to fill in. */
export interface Placeholder {
  /** UTF-16 offset of the part that is to be replaced. */
  readonly offset: number;
  /** The part that is to be replaced: `X市`, or `X` alone where a unit or a title stays; empty between brackets 〔〕. */
  readonly text: string;
  /** The unit, title or bracket behind it that stays: `亿元`, `厅长`; empty if none does. */
  readonly kept: string;
  /**
   * What stands there, `X` and its role: `X市`, `X厅长`, `X亿元`, `〔X〕`. Placeholders of the same role stand for the same
   * thing when `linked` is set; two numbers of the same unit do not.
   */
  readonly role: string;
  /** The role behind the sign: `市`, `厅长`, `亿元`; empty if none follows. */
  readonly suffix: string;
  readonly linked: boolean;
}

/** Places and units: the name replaces the whole of `X市`, because its kind may change with it. */
// prettier-ignore
const names = [
  '省', '市', '县（市、区）', '县(市、区)', '县', '区', '自治区', '自治州', '州', '旗', '镇', '乡', '街道', '社区', '村',
  '新区', '高新区', '开发区', '经开区', '经济技术开发区', '园区', '示范区', '试验区', '科技城', '产业园',
  '委员会', '办公室', '人民政府', '政府', '机关', '单位', '部门',
  '局', '厅', '委', '办', '部', '科', '院', '中心', '协会', '学会', '联合会',
  '集团', '公司', '企业', '银行', '大学', '学院', '学校', '医院', '研究院', '研究所', '实验室',
  '产业', '行业', '技术', '项目', '工程', '平台', '产品', '计划', '行动', '会议', '报', '日报', '晚报', '商报', '科技报',
  '财经报', '通讯社', '电视台', '广播电视台', '新闻网', '融媒体中心',
];

/** Titles of persons: only the surname is missing. */
// prettier-ignore
const titles = [
  '同志', '总书记', '书记', '副书记', '省长', '副省长', '市长', '副市长', '县长', '副县长', '区长', '副区长', '镇长', '乡长', '局长', '副局长',
  '厅长', '副厅长', '部长', '副部长', '处长', '科长', '主任', '副主任', '主席', '副主席', '秘书长', '院长', '副院长', '所长',
  '校长', '副校长', '行长', '会长', '理事长', '教授', '院士', '研究员', '博士', '先生', '女士', '总经理', '董事长', '总裁', '总工程师',
  '工程师', '记者', '代表', '委员', '老师', '师傅', '司长', '副司长', '组长', '副组长', '站长', '队长', '馆长', '台长', '社长', '总编辑',
  '巡视员', '常务副省长', '常务副市长', '常务副县长', '常务副区长', '常务副部长', '党委书记', '党组书记', '支部书记',
];

/** Units of measure: only the number is missing, and each number is one of its own. */
// prettier-ignore
const units = [
  '%', '％', '‰', '个百分点', '万亿元', '亿元', '万元', '元', '亿美元', '万美元', '美元', '万亿', '亿', '万家', '万人', '万户', '万名', '万件', '万个',
  '万亩', '万吨', '万台', '万', '余', '多', '年', '月', '日', '时', '分', '天', '周', '季度', '届', '次', '家', '项', '个', '人', '名', '位', '件', '条', '支', '批',
  '场', '户', '倍', '台', '套', '篇', '只', '座', '处', '公里', '平方公里', '平方米', '米', '亩', '吨', '公斤', '分钟', '小时', '工作日',
  '份', '期', '号', '章', '类', '级', '大', '所', '层', '辆', '公顷', '宗', '起', '轮', '卷', '门', '学时', '微克', '毫克', '张', '岁',
];

/** Words that begin as a name of one character does: `X科` is no office in X科技有限公司. */
// prettier-ignore
const otherWords = [
  '区域', '区块', '区间', '区别', '报告', '报道', '报表', '报送', '报名', '办法', '办理', '办事', '办公', '办学', '办好', '部署', '部分', '部队',
  '局面', '局部', '局势', '科技', '科研', '科学', '科普', '乡村', '乡土', '乡愁', '乡贤', '市场', '旗帜', '旗舰', '委托', '委派', '院校', '院线',
  '村庄', '村落',
];

const kinds = new Map<string, 'name' | 'title' | 'unit'>([
  ...units.map((unit) => [unit, 'unit'] as const),
  ...names.map((name) => [name, 'name'] as const),
  ...titles.map((title) => [title, 'title'] as const),
]);
const longestFirst = [...kinds.keys()].sort((a, b) => b.length - a.length);

const signs = (sign: string): string => `${sign}{1,6}(?:[.．]${sign}{1,4})?`;

/** What X is a letter in: X线摄影, X型支撑, X代表未知数; and the network of that name. */
const otherX =
  '光|坐标|射线|线(?![上下路])|片(?!区)|荧光|波段|型|形|轴|染色体|连锁|战警|理论|代表(?:未知|变量|自变量)|(?<=[用以由]X)代表|(?<=(?:推特|Twitter|社交(?:媒体|平台|网络))[（(]X)[）)]';

/**
 * `X`, `XX`, `X.X`, `×`, `××`, `Ｘ`, but no X that belongs to a latin word, a number or `otherX`; a year of which digits are
 * missing (`20XX年`); `***`, `xx`, `____`, `□□`, `○○`; 〔…〕 without a number.
 */
const mark = new RegExp(
  [
    `(?<![A-Za-z0-9&+×Ｘ])(?![XＸ](?:${otherX}))(?:${['X', '×', 'Ｘ'].map(signs).join('|')})(?![A-Za-z0-9&+×Ｘ])`,
    '(?<![A-Za-z0-9])(?=[0-9Xx×Ｘ]{4}年)[0-9]{1,3}[Xx×Ｘ]{1,3}(?=年)',
    '(?<![A-Za-z0-9])x{2,4}(?![A-Za-z0-9])',
    '(?<!\\*)\\*{3,6}(?!\\*)',
    '(?<!_)_{3,}(?!_)',
    '□{2,}',
    '(?<![一二三四五六七八九十○])○{2,}(?![一二三四五六七八九十○])',
    '〔[^〔〕\\n]{0,20}〕',
  ].join('|'),
  'g',
);

/** Where nothing is to be filled in: code in a line, and addresses. */
const verbatim = /`[^`\n]*`|(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[!-~]+/gi;

/** Signs that have other uses: they are blanks only where a role follows. */
const needsRole = /^(?:×|x+|_+)$/;

/**
 * Finds the placeholders of a text, in order. Brackets that hold digits are document numbers (`X政发〔2026〕3号`) unless some
 * are missing; stars are emphasis or a line across the page unless a role follows or they stand alone in a sentence.
 */
export function findPlaceholders(text: string): readonly Placeholder[] {
  const skipped = [...text.matchAll(verbatim)].map(({ index, 0: { length } }) => [index, index + length] as const);
  return [...text.matchAll(mark)].flatMap((match): Placeholder[] => {
    const [found] = match;
    const offset = match.index;
    if (skipped.some(([start, end]) => offset >= start && offset < end)) return [];
    if (found.startsWith('〔')) return bracketed(found, offset);
    const end = offset + found.length;
    const suffix = suffixAt(text, end);
    const role = found + suffix;
    if (!suffix && needsRole.test(found)) return [];
    if (found.startsWith('*') && (suffix ? isEmphasis(text, end) : !isAlone(text, offset, end))) return [];
    // A name of its own: iPhone X.
    if (!suffix && /[A-Za-z] $/.test(text.slice(0, offset).slice(-2))) return [];
    switch (kinds.get(suffix)) {
      case 'name':
        return [{ offset, text: role, kept: '', role, suffix, linked: true }];
      case 'title':
        return [{ offset, text: found, kept: suffix, role, suffix, linked: true }];
      case 'unit':
      case undefined:
        return [{ offset, text: found, kept: suffix, role, suffix, linked: false }];
    }
  });
}

/** The role that stands at an offset; empty if none does. */
function suffixAt(text: string, offset: number): string {
  const after = text.slice(offset, offset + 8);
  const suffix = longestFirst.find((candidate) => after.startsWith(candidate)) ?? '';
  return suffix.length === 1 && otherWords.some((word) => after.startsWith(word)) ? '' : suffix;
}

/** Words in the brackets of a table of a law that say how it is read: 〔按排气量分档〕. */
const isNote = /^按.{2,}(?:分档|分级|分类|计算|计征|计税|折算)$|^(?:注[：:]|编者注|不含|不包括)/;

/** Brackets around words are replaced with them; the number between the brackets of a document number, without. */
function bracketed(found: string, offset: number): Placeholder[] {
  const inside = found.slice(1, -1);
  if (/^(?:[ 　]*|[0-9]{0,3}(?:[Xx]+|×+|Ｘ+))$/.test(inside)) {
    return [{ offset: offset + 1, text: inside, kept: '〕', role: found, suffix: '', linked: false }];
  }
  return /[0-9]/.test(inside) || isNote.test(inside)
    ? []
    : [{ offset, text: found, kept: '', role: found, suffix: '', linked: true }];
}

/** Whether stars that end at `offset` open an emphasis: others on the line close it, before no role. */
function isEmphasis(text: string, offset: number): boolean {
  const line = text.slice(offset).split('\n', 1)[0] ?? '';
  const close = line.indexOf('***');
  return close > 0 && suffixAt(line, close + 3) === '';
}

/** Whether the stars from `start` to `end` are the only ones on their line, which has text besides. */
function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const after = text.slice(end).split('\n', 1)[0] ?? '';
  return /\S/.test(before) && !`${before}${after}`.includes('*');
}

/** Kinds of places and bodies that a name is not said without. */
// prettier-ignore
const partOfName = new Set([
  '省', '市', '县', '区', '自治区', '自治州', '州', '旗', '镇', '乡', '街道', '社区', '村', '新区', '高新区', '开发区', '经开区', '园区',
  '局', '厅', '集团', '公司', '产业', '大学', '学院', '医院',
]);

/**
 * A value as it replaces a placeholder. A unit or a title that stays behind it is not said twice (王厅长 for X厅长 gives 王,
 * full or half width alike); the kind of a place or body is kept where the value names none (临河 for X县 gives 临河县, and
 * 临河区 stays 临河区).
 */
export function fitValue(value: string, { kept, suffix }: Placeholder): string {
  const narrow = (text: string): string => text.normalize('NFKC');
  const cut = value.slice(0, value.length - kept.length);
  if (kept) return narrow(value.slice(cut.length)) === narrow(kept) ? cut : value;
  const isNamed = !partOfName.has(suffix) || names.some((name) => value.endsWith(name));
  return value && !isNamed ? value + suffix : value;
}
