import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import { readingsAt } from '../../text/pinyin';
import { cutWords } from '../../text/wordStarts';

/** Groups of characters that are taken for one another by their shape. */
const shapes =
  '己已巳 未末 戊戌戍 侯候 竞竟 拔拨 裁栽载 即既 辩辨 燥躁噪 薄簿 蓬篷 瞻赡 嘱瞩 署暑曙 幅辐福 竣峻骏俊 募慕暮幕墓 弛驰 渡度 赃脏 账帐 籍藉 徇循 侵浸 诉拆析折 抉决诀 挡档 密蜜 买卖 天夭夫 土士 日曰目 人入八 力刀 干千于 午牛 贷货 贪贫 晴睛情 亨享 免兔 史吏 杨扬 博搏傅 偿尝 撤撒 拴栓 徒徙 祟崇 捐损 技枝 治冶 沦论 坚竖 建健 予矛 亳毫 盲肓 汨汩 帅师 鸟乌 今令 广厂 爪瓜 施拖 拢扰 担但 使便 材村 体休 代伐 任仕 住往 作昨 折拆 抓爪 抗坑 投没 没设 改攻 效校 敢取 环坏 现观 理埋 缓援 暖 绩债 经轻 结给 统绕 维准 准淮 推堆 提堤 实买 宜宣 官宫 客容 密宓 富寓 展屈 层屋 居局 底低 应庆 序库 床庄 度席 复夏 处外 多名 各名 备务 力办 为办 主王 玉主 圆园 困因 团困 回四 西酉 面而 需儒 要耍 基其 萁基 具县 真直 育肓 青责 素索 累紧 紧系 緊 繁系';

const like = new Map<string, string>();
for (const group of shapes.split(' ')) for (const one of group) like.set(one, (like.get(one) ?? '') + group);

/** Pairs that grammar or sense tells apart, not spelling: whoever writes one means it. */
const meant = [
  '他她它',
  '做作',
  '在再',
  '元圆员',
  '和合或',
  '以一已亿',
  '是时事',
  '有又由',
  '及即',
  '与于',
  '法发',
  '到道',
  '制治',
  '查察',
];
const isMeant = (a: string, b: string): boolean => meant.some((group) => group.includes(a) && group.includes(b));

function isLike(a: string, b: string): boolean {
  if (like.get(a)?.includes(b)) return true;
  const other = readingsAt(b, 0);
  return readingsAt(a, 0).some((reading) => other.includes(reading));
}

/** Shortest expression, in UTF-16 units. */
const shortest = 6;
const head = 3;

interface Entry {
  readonly expression: string;
  /** Where in the expression the key stands. */
  readonly keyAt: number;
}

/** A run of a line that is an expression but for one character. */
export interface NearMiss {
  /** UTF-16 offset of the run in the line. */
  readonly at: number;
  /** Offset in the run of the character that differs. */
  readonly differs: number;
  readonly expression: string;
}

/**
 * Finds runs that differ from a set expression in one character of like sound (any reading, tones left aside) or like shape.
 *
 * One wrong character leaves one half of the expression whole: both halves are keys of an index by their first three characters
 * (the pigeonhole filter of approximate matching), so that a line costs a look-up for each character. Precision before recall:
 * the first and last characters have to be right where Han stands beside them, for there a longer word may begin or end; and the
 * run must stand nowhere.
 */
export class NearMissIndex {
  private readonly entries = new Map<string, Entry[]>();
  private readonly known = new Set<string>();
  private readonly attested = new Map<string, boolean>();
  /** Expressions that are not in the index yet: it is made when the first line is looked at. */
  private readonly pending: Iterator<string>;

  /**
   * @param expressions set expressions; those of fewer than six Han characters, or with anything but Han, are passed over
   * @param texts what is looked through for a run before it counts as wrong; for each run once, until `forget`
   */
  constructor(
    expressions: Iterable<string>,
    private readonly texts: () => Iterable<string>,
  ) {
    this.pending = expressions[Symbol.iterator]();
  }

  /** Has runs looked up again: the texts are others. */
  forget(): void {
    this.attested.clear();
  }

  /** The near misses of a line, in order, none within another. */
  findIn(line: string): readonly NearMiss[] {
    return finish(this.findInSteps(line));
  }

  /** As `findIn`, in steps. */
  *findInSteps(line: string): Steps<readonly NearMiss[]> {
    yield* this.make();
    const found: NearMiss[] = [];
    let from = 0;
    for (let keyed = 0; keyed + head <= line.length; keyed++) {
      for (const { expression, keyAt } of this.entries.get(line.slice(keyed, keyed + head)) ?? []) {
        const at = keyed - keyAt;
        if (at < from) continue;
        const differs = onlyDifference(line, at, expression);
        if (differs === undefined || !mayBeMiss(line, at, differs, expression)) continue;
        // Three characters on either side say whether the character is at home in its surroundings.
        const end = Math.min(at + expression.length, at + differs + 3);
        if (yield* this.isAttested(line.slice(Math.max(at, at + differs - 2), end))) continue;
        // 安全|是高质量发展 is no 全市高质量发展: its first character belongs to the word before.
        if (cutWords(line, at, at + expression.length).first) continue;
        found.push({ at, differs, expression });
        from = at + differs + 1;
        break;
      }
    }
    return found;
  }

  private *make(): Steps<void> {
    for (let count = 1, next = this.pending.next(); !next.done; next = this.pending.next(), count++) {
      this.add(next.value);
      if (count % expressionsPerStep === 0) yield;
    }
  }

  private add(expression: string): void {
    if (expression.length < shortest || !/^\p{Script=Han}+$/u.test(expression) || this.known.has(expression)) return;
    this.known.add(expression);
    for (const keyAt of [0, Math.ceil(expression.length / 2)]) {
      const key = expression.slice(keyAt, keyAt + head);
      const same = this.entries.get(key);
      if (same) same.push({ expression, keyAt });
      else this.entries.set(key, [{ expression, keyAt }]);
    }
  }

  private *isAttested(run: string): Steps<boolean> {
    const known = this.attested.get(run);
    if (known !== undefined) return known;
    const attested = yield* holds(this.texts(), run);
    this.attested.set(run, attested);
    return attested;
  }
}

const expressionsPerStep = 500;
/** UTF-16 units that are searched in a step. */
const unitsPerStep = 200_000;

function* holds(texts: Iterable<string>, run: string): Steps<boolean> {
  let searched = 0;
  for (const text of texts) {
    if (text.includes(run)) return true;
    searched += text.length;
    if (searched < unitsPerStep) continue;
    searched = 0;
    yield;
  }
  return false;
}

function mayBeMiss(line: string, at: number, differs: number, expression: string): boolean {
  const [written, right] = [line.charAt(at + differs), expression.charAt(differs)];
  return isHan(written) && !isMeant(written, right) && isLike(written, right);
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/** Where the line from `at` on differs from the expression, if in one character only, and in an inner one or beside no Han. */
function onlyDifference(line: string, at: number, expression: string): number | undefined {
  let differs: number | undefined;
  for (let index = 0; index < expression.length; index++) {
    if (line.charCodeAt(at + index) === expression.charCodeAt(index)) continue;
    if (differs !== undefined) return undefined;
    differs = index;
  }
  if (differs === 0 && isHan(line.charAt(at - 1))) return undefined;
  if (differs === expression.length - 1 && isHan(line.charAt(at + expression.length))) return undefined;
  return differs;
}
