/** A placeholder 占位符 in a text: what a writer has to fill in. */
export interface Placeholder {
  /** UTF-16 offset of the part that is to be replaced. */
  readonly offset: number;
  /** The part that is to be replaced: `X市`, or `X` alone where a unit or a title stays (`X`亿元, `X`厅长). */
  readonly text: string;
  /**
   * What stands there, `X` and its role: `X市`, `X厅长`, `X亿元`. Placeholders of the same role stand for the same thing
   * when `linked` is set; two numbers of the same unit do not.
   */
  readonly role: string;
  readonly linked: boolean;
}

/** Places and units: the name replaces the whole of `X市`, because its kind may change with it. */
// prettier-ignore
const names = [
  '省', '市', '县（市、区）', '县', '区', '自治区', '自治州', '州', '旗', '镇', '乡', '街道', '社区', '村',
  '新区', '高新区', '开发区', '经开区', '园区', '示范区', '试验区', '科技城', '产业园',
  '委员会', '办公室', '人民政府', '政府', '机关', '单位', '部门',
  '局', '厅', '委', '办', '部', '科', '院', '中心', '协会', '学会', '联合会',
  '集团', '公司', '企业', '银行', '大学', '学院', '学校', '医院', '研究院', '研究所', '实验室',
  '产业', '行业', '技术', '项目', '工程', '平台', '产品', '计划', '行动', '会议', '报', '日报', '晚报', '商报', '科技报',
  '财经报', '通讯社', '电视台', '广播电视台', '新闻网', '融媒体中心',
];

/** Titles of persons: only the surname is missing. */
// prettier-ignore
const titles = [
  '同志', '书记', '副书记', '省长', '副省长', '市长', '副市长', '县长', '副县长', '区长', '副区长', '镇长', '乡长', '局长', '副局长',
  '厅长', '副厅长', '部长', '副部长', '处长', '科长', '主任', '副主任', '主席', '副主席', '秘书长', '院长', '副院长', '所长',
  '校长', '副校长', '行长', '会长', '理事长', '教授', '院士', '研究员', '博士', '先生', '女士', '总经理', '董事长', '总裁', '总工程师',
  '工程师', '记者', '代表', '委员', '老师', '师傅',
];

/** Units of measure: only the number is missing, and each number is one of its own. */
// prettier-ignore
const units = [
  '%', '％', '‰', '个百分点', '万亿元', '亿元', '万元', '元', '亿美元', '万美元', '美元', '万亿', '亿', '万家', '万人', '万户', '万名', '万件', '万个',
  '万亩', '万吨', '万台', '万', '余', '多', '年', '月', '日', '时', '分', '天', '周', '季度', '届', '次', '家', '项', '个', '人', '名', '位', '件', '条', '支', '批',
  '场', '户', '倍', '台', '套', '篇', '只', '座', '处', '公里', '平方公里', '平方米', '米', '亩', '吨', '公斤', '分钟', '小时', '工作日',
  '份', '期', '号', '章', '类', '级', '大', '所', '层', '辆',
];

const kinds = new Map<string, 'name' | 'title' | 'unit'>([
  ...units.map((unit) => [unit, 'unit'] as const),
  ...names.map((name) => [name, 'name'] as const),
  ...titles.map((title) => [title, 'title'] as const),
]);
const longestFirst = [...kinds.keys()].sort((a, b) => b.length - a.length);

/** `X`, `XX`, `×`, `××`, `Ｘ`, but no X that belongs to a latin word, a number or an X-ray; `***`; or 〔…〕 that holds words. */
const mark =
  /(?<![A-Za-z0-9&+])(?:X{1,4}|×{1,4}|Ｘ{1,4})(?![A-Za-z0-9&+]|光|射线|染色体)|(?<!\*)\*{3,6}(?!\*)|〔(?![^〕]*\d)[^〔〕\n]{1,20}〕/g;

/**
 * Finds the placeholders of a text, in order. Brackets that hold digits are document numbers (`X政发〔2026〕3号`); stars are
 * emphasis or a line across the page unless a role follows.
 */
export function findPlaceholders(text: string): readonly Placeholder[] {
  return [...text.matchAll(mark)].flatMap((match): Placeholder[] => {
    const [found] = match;
    const offset = match.index;
    if (found.startsWith('〔')) return [{ offset, text: found, role: found, linked: true }];
    const after = text.slice(offset + found.length, offset + found.length + 8);
    const suffix = longestFirst.find((candidate) => after.startsWith(candidate)) ?? '';
    const role = found + suffix;
    if (found.startsWith('*') && (!suffix || isEmphasis(text, offset + found.length))) return [];
    // One multiplication sign is a name's own (“数据要素×”行动) unless a role follows.
    if (found === '×' && !suffix) return [];
    switch (kinds.get(suffix)) {
      case 'name':
        return [{ offset, text: role, role, linked: true }];
      case 'title':
        return [{ offset, text: found, role, linked: true }];
      case 'unit':
      case undefined:
        return [{ offset, text: found, role, linked: false }];
    }
  });
}

/** Whether stars that end at `offset` open an emphasis: others on the line close it, before no role. */
function isEmphasis(text: string, offset: number): boolean {
  const line = text.slice(offset).split('\n', 1)[0] ?? '';
  const close = line.indexOf('***');
  return close > 0 && !longestFirst.some((suffix) => line.startsWith(suffix, close + 3));
}
