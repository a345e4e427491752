import type { Random } from './random';

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Texts that a reader or the cleaning may take for something else than text. */
const tricky = [
  '一、抓好春耕生产', '（一）备足农资', '1.加强领导', '（1）选种', '第一章 总则', '- 3 -', '第3页', '12', '网络', '来源：市农业局', '附件：1.名单', '2.方案',
  '青政发〔2026〕9号', '签发人：张三', '特急', '各县人民政府：', '2026年3月1日', '（此件公开发布）', '谢谢大家！', '（热烈鼓掌）', '目录',
  '加群123456789领取公文素材', '更多公文素材请访问www.example.com', '【来自：某某公文素材网】', '版权所有', '责任编辑：李四', '上一篇：修渠',
  '各位同志：今天开会', '主持人：请提问。', '篇一', '第二篇 修渠', '公文素材5篇', '修渠…………3', '种树......12', '|甲|乙|', '# 标题', '> 引用',
  '***', '———', 'ABC', 'a1b2', '10.5%', '𠮷野家', '١٢٣', '①②', 'Ⅳ', 'ﬁn', '㎡', '⼀⼆',
] as const; // prettier-ignore

/** A paragraph: a sentence of random Han characters, letters and digits, or one that looks like something else. */
export function textOf(random: Random): string {
  if (random.chance(0.3)) return random.of(tricky);
  let text = '';
  for (let clause = random.between(1, 6); clause > 0; clause--) {
    for (let length = random.between(2, 18); length > 0; length--)
      text += random.chance(0.92) ? String.fromCharCode(random.between(0x4e00, 0x9fa5)) : random.of([...'aZ09 %.-']);
    text += clause > 1 ? random.of([...'，、；：,']) : random.of(['。', '！', '', '…', '”']);
  }
  return text.trim();
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Gives texts and keeps them. */
export class Source {
  readonly texts: string[] = [];

  constructor(readonly random: Random) {}

  text(): string {
    const text = textOf(this.random);
    this.texts.push(text);
    return text;
  }

  /** For XML. */
  xml(): string {
    return escaped(this.text());
  }

  /** Some of a thing, joined. */
  some(make: () => string, from = 1, to = 6, between = ''): string {
    return Array.from({ length: this.random.between(from, to) }, make).join(between);
  }

  of(...makes: readonly (() => string)[]): string {
    return this.random.of(makes)();
  }
}
