import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/library/article';
import { parseArticle } from '../../src/library/parseArticle';
import { shippedCorpus } from '../shippedCorpus';
import { Random } from './random';

const paragraphsInArticle = 25;
const shortestParagraph = 60;
const longestParagraph = 270;
/** Characters that are copied before the walk turns to another place: about one or two phrases. */
const shortestCopy = 4;
const longestCopy = 12;
/** One sentence in so many names a place that hardly any other names. */
const sentencesPerName = 3;
const nameCharacters =
  '临安平和泰兴隆昌永福瑞祥清溪河湾岭峰石桥柳杨松柏梅兰竹桃杏枣麦谷稻桑茶云雁鹤鹿龙凤金银铜铁玉珠'.split('');
const nameEndings = ['镇', '乡', '村', '街道', '社区', '林场', '水库', '园区', '渡口', '码头'];
const categories = ['讲话致辞', '理论文章', '新闻发布', '工作综述'];

/**
 * Articles of 25 new paragraphs each, always the same: a walk through the shipped corpus that copies a few characters
 * and goes on at another place where the last two stand as well, so that pairs of characters are as in real prose and no
 * two paragraphs are alike. Now and then a rare place name is put in.
 */
export const recombinedCorpus = (paragraphs: number): readonly Article[] => [...recombinedArticles(paragraphs)];

/** The same one by one, for libraries that no memory holds. */
export function* recombinedArticles(paragraphs: number): Generator<Article> {
  const walk = new Walk();
  for (let number = 0; number * paragraphsInArticle < paragraphs; number++) {
    const count = Math.min(paragraphsInArticle, paragraphs - number * paragraphsInArticle);
    const body = Array.from({ length: count }, () => walk.paragraph()).join('\n\n');
    const path = `${categories[number % categories.length] ?? ''}/${walk.clause()}${number}.txt`;
    yield parseArticle({ uri: path, path, origin: 'personal' }, body).article;
  }
}

/** The articles below a folder: every `.md` and `.txt` file. */
export const folderCorpus = (folder: string): readonly Article[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|txt)$/i.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
      return parseArticle({ uri: path, path: path.replaceAll('\\', '/'), origin: 'personal' }, text).article;
    });

class Walk {
  private readonly random = new Random(20_271);
  private readonly source: string;
  private readonly placesOf = new Map<string, number[]>();
  private readonly beginnings: readonly number[];

  constructor() {
    const passages = shippedCorpus().flatMap((article) => article.passages);
    this.source = passages
      .filter(({ kind }) => kind !== 'phrase')
      .map(({ text }) => text.replace(/\s|\*/g, ''))
      .join('\n');
    for (let at = 1; at < this.source.length; at++) {
      const pair = this.source.slice(at - 1, at + 1);
      const places = this.placesOf.get(pair);
      if (places) places.push(at + 1);
      else this.placesOf.set(pair, [at + 1]);
    }
    this.beginnings = Array.from(this.source.matchAll(/(?<=[。！？\n])[\u4e00-\u9fff]/g), ({ index }) => index);
  }

  paragraph(): string {
    const length = this.random.between(shortestParagraph, longestParagraph);
    let text = '';
    while (text.length < length) text += this.sentence();
    return text;
  }

  /** Some characters without punctuation, for a title. */
  clause(): string {
    return /^[\u4e00-\u9fff]{2,12}/.exec(this.sentence())?.[0] ?? '';
  }

  private sentence(): string {
    const { source, random } = this;
    let at = random.pick(this.beginnings);
    let text = random.below(sentencesPerName) === 0 ? `在${this.name()}，` : '';
    for (;;) {
      const copied = random.between(shortestCopy, longestCopy);
      const piece = /^[^。！？\n]*[。！？]?/.exec(source.slice(at, at + copied))?.[0] ?? '';
      text += piece;
      at += piece.length;
      if (/[。！？]$/.test(piece) || at >= source.length) return text;
      if (source.charAt(at) === '\n') return `${text}。`;
      at = random.pick(this.placesOf.get(source.slice(at - 2, at)) ?? [at]);
    }
  }

  private name(): string {
    const { random } = this;
    const characters = Array.from({ length: random.between(2, 3) }, () => random.pick(nameCharacters));
    return characters.join('') + random.pick(nameEndings);
  }
}
