import { parameters } from '../../src/export/profile';
import { textOf } from './generatedText';
import type { Random } from './random';

/** Some lines. */
export const lines = (random: Random, most: number, line: () => string, between = '\n'): string =>
  Array.from({ length: random.between(1, most) }, line).join(between);

/** Beginnings and marks of lines that mean something in a draft. */
const starts = [
  ...['', '', '　　', '    ', '\t', '# ', '## ', '### ', '- ', '* ', '> ', '1. ', '2．', '3、', '| ', '```\n', '~~~\n', '<!-- '],
  ...['一、', '二、', '三、', '十一、', '（一）', '（二）', '(三)', '1.', '2.', '3.', '（1）', '（2）', '①', '第一章 ', '第二条 '],
  ...['一是', '二是', '附件：', '附件：1.', '抄送：', '主送：', '---\n', '关于', '各县：'],
] as const; // prettier-ignore
const insides = [
  ...['X市', 'XX', '××', '***', '____', '□□', '〔姓名〕', 'X年X月X日', '详见第三部分', '见上文（二）', '“', '”', '《', '》', '（', '）', '"', "'"],
  ...['**', '__', '`', '[', '](', '](http://x.cn)', '![', '[^1]', '<b>', '</b>', '<br>', '&nbsp;', '&#0;', '\\', '$', '${1:', '}', '|'],
  ...['，，', '。。', '...', '--', '2026年3月1日', '〔2026〕9号', '5-6%', '\u202e', '\u0000', '\ud842', '\u200b', '𠮷', '👨‍👩‍👧', 'e\u0301', '\r\n', '\r'],
] as const; // prettier-ignore

/** Some words, or what means something to a reader. */
export const pieceOf = (random: Random): string =>
  random.chance(0.3)
    ? random.of(insides)
    : random.chance(0.05)
      ? random.of(insides).repeat(random.between(2, 80))
      : textOf(random);
/** A line of a draft. */
export const lineOf = (random: Random): string =>
  random.of(starts) + Array.from({ length: random.between(0, 4) }, () => pieceOf(random)).join('');

/** A draft, or what may be one. */
export const draft = (random: Random): string =>
  `${random.chance(0.6) ? `关于${textOf(random)}的${random.of(['通知', '报告', '请示', '函', '意见', '讲话'])}\n\n` : ''}${lines(random, 25, () => lineOf(random), random.of(['\n', '\n\n', '\r\n']))}${random.of(['', '\n'])}`;

const yamlPieces = [
  ...['title: ', 'category: ', 'tags: ', 'source: ', 'date: ', 'title:', '? ', '- ', '  - ', '[', ']', '{', '}', ', ', '&a ', '*a', '<<: *a'],
  ...['"', "'", '|\n  ', '>-\n  ', '#', '!!str ', '!!binary ', '%YAML 1.2', '---', '...', '\t', '\\u202e', '\\ud842', '发文字号: ', '主送: '],
  ...['2026-03-05', '2026-3-5', '~', 'null', '是', '0x1F', '1e400', '\ufeff', '\u2028', '__proto__: ', 'constructor: ', ': '],
] as const; // prettier-ignore

/** A file with front matter, and a body of plain sentences. */
export const frontMatter = (random: Random): string => {
  const line = (): string =>
    random.chance(0.5)
      ? `${random.of(['title', 'category', 'source', 'date', 'tags', '备注', 'number'])}: ${pieceOf(random)}`
      : Array.from({ length: random.between(1, 6) }, () =>
          random.chance(0.6) ? random.of(yamlPieces) : textOf(random),
        ).join('');
  const body = lines(random, 4, () => `正文${textOf(random).replace(/[#|>`*[\]]/g, '')}`, '\n\n');
  return `---\n${lines(random, 8, line)}\n---${random.of(['\n', '\n\n', ' \n'])}${body}\n`;
};

const queryPieces = [
  ...['"', '“', '”', '-', '－', '类:', '类：', 'category:', 'tag:', '标签：', 'source:', 'title:', '题：', ' ', '　', ':', '-类:"', '-短语', '短语'],
  ...['科技创新', '创新', 'kjcx', 'keji', 'xian', '一体推进', '％', '.*', '(', '[', '\\', '\ud842', '\u202e', '\u0000', '𠮷', 'ﬁ', '\n'],
] as const; // prettier-ignore
/** What may be typed into the search. */
export const query = (random: Random): string =>
  Array.from({ length: random.between(0, 14) }, () =>
    random.chance(0.85)
      ? random.of(queryPieces)
      : random.chance(0.9)
        ? textOf(random)
        : random.of(queryPieces).repeat(300),
  ).join('');

/** A name of a value of a layout, as files have it. */
function keyOf(random: Random): string {
  const { key, title } = random.of(parameters);
  return random.of([key, key, title.zh]);
}

/** An object in JSON, as settings and profiles of layout have it. */
export const settings = (random: Random): string => {
  const value = (): unknown =>
    random.of<() => unknown>([
      () => random.between(-5, 1200),
      () => random.next() * 10 ** random.between(-3, 309),
      () => textOf(random),
      () => pieceOf(random),
      () => [textOf(random), random.between(0, 3), null],
      () => null,
      () => random.chance(0.5),
      () => ({ a: textOf(random) }),
    ])();
  const key = (): string =>
    random.chance(0.7) ? keyOf(random) : random.of(['__proto__', 'constructor', 'X市', '〔姓名〕', textOf(random), '']);
  return JSON.stringify(Object.fromEntries(Array.from({ length: random.between(0, 8) }, () => [key(), value()])));
};
