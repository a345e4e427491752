import type { DraftLine, DraftText } from './draftText';
import { partsOf } from './draftText';
import type { Rule, RuleFinding } from './rule';

const partners: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '〔': '〕',
  '【': '】',
};
const paired = /[“”‘’《》〈〉（）〔〕【】]/g;
const openers = new Map(Object.entries(partners).map(([open, close]) => [close, open]));

/** Marks that come in pairs. */
export const pairRules: readonly Rule[] = [
  {
    id: 'unpaired-mark',
    title: { en: 'Mark without its partner', zh: '标点不成对' },
    message: { en: '“{0}” has no partner.', zh: '“{0}”没有成对使用。' },
    source: 'GB/T 15834—2011 4.8、4.9、4.15',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'draft',
    check: unpaired,
    triggers: [
      { text: '认真学习《关于加强督查工作的意见，抓好落实。', found: ['《'] },
      { text: '各地（含各园区要抓紧。', found: ['（'] },
      { text: '坚持问题导向”。', found: ['”'] },
    ],
    silent: [
      '“第一段，\n\n“第二段。”',
      '1）完善机制',
      '（一）落实“三重一大”制度',
      '选项a）和b）',
      '# 办法\n\n（2026年3月5日通过\n\n2026年5月1日起施行）',
    ],
  },
  {
    id: 'nested-title-marks',
    title: { en: 'Title within a title', zh: '书名号里再用书名号' },
    message: { en: 'A title within a title is marked 〈〉.', zh: '书名号里需再用书名号时，里面一层用单书名号〈〉。' },
    source: 'GB/T 15834—2011 4.15.3.4',
    force: 'standard',
    severity: 'warning',
    on: true,
    scope: 'line',
    check: nested,
    triggers: [
      {
        text: '《关于印发《督查工作办法》的通知》',
        found: ['《', '》'],
        fixed: '《关于印发〈督查工作办法〉的通知》',
      },
      {
        text: '《关于转发《关于印发《甲办法》的通知》的通知》',
        found: ['《', '》'],
        fixed: '《关于转发〈关于印发《甲办法》的通知〉的通知》',
      },
    ],
    silent: [
      '《关于转发〈关于印发《甲办法》的通知〉的通知》',
      '见〈甲〉',
      '印发《督查工作办法》的通知',
      '《关于印发〈督查工作办法〉的通知》',
      '《甲》《乙》',
    ],
  },
];

/** Lines within which brackets may close again: a note under a title, a signature. */
const within = 4;

/**
 * A stack of open marks a paragraph. A quotation that goes on in the next paragraph opens there again and closes once; brackets
 * may close a few lines on.
 */
function* unpaired({ lines }: DraftText): Iterable<RuleFinding> {
  const prose = lines.filter(({ isProse }) => isProse);
  const lost = new Set<Unpaired>();
  // Marks of the lines above that are still open, by the mark that closes them.
  const open = new Map<string, { readonly one: Unpaired; readonly line: number }[]>();
  for (const [at, line] of prose.entries()) {
    const next = prose[at + 1];
    const goesOn = next?.masked.startsWith('“', next.contentStart) ?? false;
    const opened: Unpaired[] = [];
    for (const one of unpairedIn(line)) {
      if (one.mark === '“' && goesOn) continue;
      const partner = open.get(one.mark)?.at(-1);
      if (partner && at - partner.line <= within) {
        lost.delete(partner.one);
        open.get(one.mark)?.pop();
        continue;
      }
      lost.add(one);
      if (one.mark !== '“') opened.push(one);
    }
    for (const one of opened) {
      const close = partners[one.mark];
      if (close === undefined) continue;
      const same = open.get(close);
      if (same) same.push({ one, line: at });
      else open.set(close, [{ one, line: at }]);
    }
  }
  for (const one of lines
    .filter(({ isTable }) => isTable)
    .flatMap(partsOf)
    .flatMap(unpairedIn))
    lost.add(one);
  for (const { offset, mark } of lost) yield { offset, length: 1, args: [mark] };
}

interface Unpaired {
  readonly mark: string;
  readonly offset: number;
}

function unpairedIn({ masked, offset, contentStart }: DraftLine): readonly Unpaired[] {
  const open: Unpaired[] = [];
  const lost: Unpaired[] = [];
  const counts = new Map<string, number>();
  const count = (mark: string, change: number): void => void counts.set(mark, (counts.get(mark) ?? 0) + change);
  for (const { 0: mark, index } of masked.matchAll(paired)) {
    if (mark in partners) {
      open.push({ mark, offset: offset + index });
      count(mark, 1);
    }
    const opener = openers.get(mark);
    if (!opener) continue;
    if (counts.get(opener)) {
      // What opened behind its partner and is still open has none.
      for (let one = open.pop(); one; one = open.pop()) {
        count(one.mark, -1);
        if (one.mark === opener) break;
        lost.push(one);
      }
    } else if (!(mark === '）' && isListMark(masked, contentStart, index))) lost.push({ mark, offset: offset + index });
  }
  return [...lost, ...open].sort((a, b) => a.offset - b.offset);
}

/** 1）, a）, Ⅰ）: a bracket behind a number stands alone. */
const isListMark = (line: string, start: number, index: number): boolean =>
  /(?:^|[^\dA-Za-z])(?:\d{1,3}|[A-Za-z]{1,2}|[①-⑳])$|(?:^|[、，。；：\s])[一二三四五六七八九十]{1,3}$/.test(
    // Five characters tell what is before the four that may match.
    line.slice(Math.max(start, index - 5), index),
  );

/** Levels alternate: 《〈《》〉》. A line whose title marks do not pair is left to `unpaired-mark`. */
function* nested({ lines }: DraftText): Iterable<RuleFinding> {
  for (const { masked, offset, isProse } of lines) {
    if (!isProse) continue;
    for (const { index, right } of wrongLevels(masked)) {
      const edit = { offset: offset + index, length: 1 };
      yield { ...edit, fix: { ...edit, text: right } };
    }
  }
}

function wrongLevels(line: string): readonly { readonly index: number; readonly right: string }[] {
  const open: string[] = [];
  const wrong: { readonly index: number; readonly right: string }[] = [];
  for (const { 0: mark, index } of line.matchAll(/[《》〈〉]/g)) {
    const isClosing = mark === '》' || mark === '〉';
    if (!isClosing) open.push(mark);
    const level = open.length;
    const right = (level % 2 === 0 ? '〈〉' : '《》').charAt(isClosing ? 1 : 0);
    if (level > 1 && mark !== right) wrong.push({ index, right });
    if (isClosing && partners[open.pop() ?? ''] !== mark) return [];
  }
  return open.length > 0 ? [] : wrong;
}
