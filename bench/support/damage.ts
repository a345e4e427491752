import type { Block } from '../../src/library/document';
import { textWidth } from '../../src/text/width';
import type { Random } from './random';

/** A clean article, as it should come back. */
export interface CleanArticle {
  readonly title: string;
  readonly category: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly blocks: readonly Block[];
}

/** How the lines of a damaged text lie. */
export type Setting = 'unwrapped' | 'pageTops' | 'wrapped';

/** What was done to a text. */
export interface Damage {
  readonly setting: Setting;
  /** Width of the column in Han characters. */
  readonly column: number;
  readonly linesPerPage: number;
  readonly halfWidth: boolean;
  /** Share of the paragraphs that lost their indent. */
  readonly flush: number;
  readonly pageNumbers: boolean;
  readonly runningHead: string;
  readonly advertisements: boolean;
  readonly footer: boolean;
  /** Share of the numbered headings that are fused with their paragraph, without any mark between. */
  readonly fused: number;
  readonly contents: boolean;
  /** Whether the table of contents lost line breaks. */
  readonly brokenContents: boolean;
  /** Whether long titles are broken over two lines. */
  readonly brokenTitles: boolean;
}

const advertisements = [
  '【来自:写作素材网,QQ群12345678,加入会员群,海量范文随便下】',
  '【更多材料请关注微信公众号某某文库】',
  '（微信号：gongwen_demo，扫码关注领取）',
];
const footers = [
  '本文内容由网友自发贡献,仅代表作者本人观点。本站仅提供信息存储服务,如有侵权请联系删除。',
  '欢迎转载,请保留本文链接:https://www.example.com/123.html',
];
const pageNumbers: readonly ((page: number) => string)[] = [
  (page) => `- ${page} -`,
  (page) => `— ${page} —`,
  (page) => `第${page}页`,
  (page) => String(page),
  (page) => `${page} / 99`,
];

/** Choices for a damaged text; the same for the same seed. */
export function damageOf(random: Random): Damage {
  return {
    setting: random.of(['unwrapped', 'pageTops', 'wrapped', 'wrapped'] as const),
    column: random.between(24, 40),
    linesPerPage: random.between(18, 40),
    halfWidth: random.chance(0.6),
    flush: random.of([0, 0.05, 0.15]),
    pageNumbers: random.chance(0.5),
    runningHead: random.chance(0.3) ? '内部资料汇编' : '',
    advertisements: random.chance(0.5),
    footer: random.chance(0.5),
    fused: random.of([0, 0, 0.05, 0.1]),
    contents: random.chance(0.7),
    brokenContents: random.chance(0.6),
    brokenTitles: random.chance(0.5),
  };
}

/** Turns clean articles into a file as writers get it. */
export function damageText(articles: readonly CleanArticle[], damage: Damage, random: Random): string {
  const pages = new Pages(damage, random);
  if (articles.length > 1) {
    pages.put(`公文素材合集${articles.length}篇(全文${articles.length * 4321}字)`);
    if (damage.contents) for (const line of contentsLines(articles, damage, random)) pages.put(line);
    pages.gap();
  }
  for (const article of articles) {
    for (const line of titleLines(article.title, damage)) pages.put(line);
    if (article.source) pages.put(article.source);
    if (article.tags.length > 0) pages.put(article.tags.join(' '));
    pages.gap();
    for (const paragraph of fuse(article.blocks, damage, random)) pages.paragraph(paragraph);
    pages.gap();
  }
  if (damage.footer) for (const line of footers) pages.put(line);
  return pages.text;
}

function contentsLines(articles: readonly CleanArticle[], damage: Damage, random: Random): string[] {
  const numerals = '一二三四五六七八九十';
  let text = '目录\n\n';
  let category = '';
  let count = 0;
  for (const [at, article] of articles.entries()) {
    if (article.category !== category) {
      category = article.category;
      text += `${numerals[count++] ?? ''}、${category}\n`;
    }
    const dots = random.of([
      '…'.repeat(random.between(8, 30)),
      '.'.repeat(random.between(10, 60)),
      `${'…'.repeat(12)}..`,
    ]);
    const broken = damage.brokenContents && random.chance(0.6);
    text += `${article.title}${dots}${at * 9 + 2}${broken ? '' : '\n'}`;
  }
  return text.split('\n');
}

const titleLines = (title: string, { brokenTitles }: Damage): string[] =>
  brokenTitles && title.length > 18 ? [title.slice(0, title.length - 8), title.slice(-8)] : [title];

/** A text of the file that stands by itself; a heading is never indented like a paragraph that lost nothing. */
interface Piece {
  readonly text: string;
  readonly heading: boolean;
}

function fuse(blocks: readonly Block[], { fused }: Damage, random: Random): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (!block) continue;
    const numbered = block.kind === 'heading' && /^(?:[一二三四五六七八九十]+、|（)/.test(block.text);
    if (numbered && next?.kind === 'paragraph') {
      if (random.chance(fused)) {
        pieces.push({ text: block.text + next.text, heading: false });
        at++;
        continue;
      }
    }
    pieces.push({ text: block.text, heading: block.kind === 'heading' });
  }
  return pieces;
}

const half: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
};

/** Sets text on pages. */
class Pages {
  private readonly lines: string[] = [];
  private onPage = 0;
  private page = 1;
  private readonly number: (page: number) => string;
  /** Whether lines of the page so far are joined to one. */
  private atTop = false;

  constructor(
    private readonly damage: Damage,
    private readonly random: Random,
  ) {
    this.number = random.of(pageNumbers);
  }

  get text(): string {
    const text = this.lines.join('\n');
    return this.damage.halfWidth ? text.replace(/[，：；！？（）]/g, (mark) => half[mark] ?? mark) : text;
  }

  put(line: string): void {
    this.lines.push(line);
  }

  gap(): void {
    this.lines.push('');
  }

  paragraph({ text, heading }: Piece): void {
    const { setting, column, linesPerPage } = this.damage;
    const numbered = /^(?:[一二三四五六七八九十]+、|（)/.test(text);
    const indented = heading && !numbered ? false : !this.random.chance(this.damage.flush);
    const set = wrap(this.withAdvertisement(text, heading), column, heading && !numbered ? 0 : 2);
    let current = indented ? '    ' : '';
    for (const [at, line] of set.entries()) {
      if (this.onPage >= linesPerPage) {
        // The last line of a page, and an indent that a new page's paragraph loses.
        if (at > 0) this.lines.push(current);
        this.breakPage();
        current = at === 0 && setting === 'pageTops' ? '' : at === 0 ? current : '';
      }
      this.onPage++;
      const last = at === set.length - 1;
      const breaks = setting === 'wrapped' || (setting === 'pageTops' && this.atTop);
      this.atTop = false;
      if (last || !breaks) current += line;
      else {
        this.lines.push(current + line);
        current = '';
      }
    }
    this.lines.push(current);
  }

  private breakPage(): void {
    const { pageNumbers: numbered, runningHead } = this.damage;
    this.lines.push('');
    if (numbered) this.lines.push(this.number(this.page), '');
    if (runningHead) this.lines.push(runningHead, '');
    this.page++;
    this.onPage = 0;
    this.atTop = true;
  }

  private withAdvertisement(text: string, heading: boolean): string {
    if (!this.damage.advertisements || heading || !this.random.chance(0.05)) return text;
    const ends = [...text.matchAll(/[。，]/g)].map(({ index }) => index + 1);
    if (ends.length === 0) return text;
    const at = this.random.of(ends);
    return text.slice(0, at) + this.random.of(advertisements) + text.slice(at);
  }
}

/** Breaks a paragraph into the lines of a column: never before a closing mark, never within a number or a Latin word. */
function wrap(text: string, column: number, indent: number): string[] {
  const units = text.match(/[A-Za-z0-9.%&+-]+|[\s\S]/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  let room = column - indent;
  for (const unit of units) {
    const width = textWidth(unit);
    const closes = /^[，。、；：！？）》”’…」]$/.test(unit);
    if (line && width > room && !closes) {
      lines.push(line);
      line = '';
      room = column;
    }
    line += unit;
    room -= width;
  }
  if (line) lines.push(line);
  return lines;
}
