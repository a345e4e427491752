import assert from 'node:assert/strict';
import { docxOf, setDraft } from '../../../src/export/exportDraft';
import { applyChanges } from '../../../src/revise/applyChanges';
import { takeBack } from '../../../src/revise/takeBack';
import { drafts } from './drafts';
import type { Paragraph } from './reviser';
import { Reviser } from './reviser';

const words = [
  '切实',
  '进一步',
  '依法依规',
  '有关部门',
  '（含配套设施）',
  '、质量',
  '2026年底前',
  '*示范*',
  '以“一件事”为抓手',
];
const sentences = [
  '各级各部门要加强协调联动，及时研究解决突出问题。',
  '对工作不力、进展缓慢的，要予以通报。',
  '（三）加强宣传引导。充分利用各类媒体，营造良好氛围。',
  '# 符号要原样保留。',
];

/** Numbers from a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Makes some changes of all kinds. @returns what was done, for the message of a failure */
function revise(reviser: Reviser, next: () => number): readonly string[] {
  const done: string[] = [];
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const used = new Set<Paragraph>();
  const free = (accept: (paragraph: Paragraph) => boolean): Paragraph | undefined =>
    pick(
      reviser.paragraphs.filter((one) => !used.has(one) && one.atoms.length > 3 && one.mark === 'kept' && accept(one)),
    );
  const isBody = ({ style, isCell }: Paragraph): boolean => style === 'BodyText' && !isCell;
  const count = 2 + Math.floor(next() * 6);
  for (let index = 0; index < count; index++) {
    const kind = pick(['insert', 'delete', 'replace', 'add', 'remove', 'move', 'split', 'join', 'heading', 'cell', 'title', 'comment', 'element'] as const); // prettier-ignore
    const accept = kind === 'heading' ? ({ style }: Paragraph) => style.startsWith('Heading') : kind === 'cell' ? ({ style }: Paragraph) => style === 'GwTable' : kind === 'title' ? ({ style }: Paragraph) => style === 'Title' : kind === 'element' ? ({ style }: Paragraph) => /^Gw(?:Number|Recipients|Note)$/.test(style) : isBody; // prettier-ignore
    const paragraph = free(accept);
    if (!paragraph || !kind) continue;
    const { length } = paragraph.atoms;
    const before = reviser.texts().length;
    const at = 1 + Math.floor(next() * (length - 2));
    const to = Math.min(length - 1, at + 1 + Math.floor(next() * 6));
    const neighbour = reviser.paragraphs[reviser.paragraphs.indexOf(paragraph) + 1];
    used.add(paragraph);
    if (kind === 'insert') reviser.insert(paragraph, at, pick(words) ?? '');
    else if (kind === 'delete') reviser.delete(paragraph, at, to);
    else if (kind === 'add') reviser.add(paragraph, pick(sentences) ?? '');
    else if (kind === 'remove') reviser.remove(paragraph);
    else if (kind === 'split') reviser.split(paragraph, at);
    else if (kind === 'comment') reviser.comment(paragraph, at, to, `请核实${index}`);
    else if (kind === 'join') {
      if (!neighbour || used.has(neighbour) || !isBody(neighbour)) continue;
      used.add(neighbour);
      reviser.join(paragraph, neighbour);
    } else if (kind === 'move') {
      const goal = free(isBody);
      if (!goal) continue;
      used.add(goal);
      reviser.move(paragraph, goal);
    } else {
      reviser.delete(paragraph, at, to);
      reviser.insert(paragraph, at, pick(words.filter((word) => !/[*]/.test(word))) ?? '');
    }
    done.push(`${kind} ${before}`);
  }
  return done;
}

/** Revisions of each draft, under revision and without: 54 in all; more with `REVISIONS=100`. */
const seeds = Number(process.env.REVISIONS ?? 9);

/** Texts of the paragraphs that a draft becomes. */
async function textsOf(draft: string): Promise<readonly string[]> {
  return new Reviser(await docxOf(setDraft(draft)), false).texts();
}

describe('taking changes back', () => {
  for (const [name, draft] of Object.entries(drafts)) {
    for (const tracks of [true, false]) {
      it(`makes the draft what the document became: ${name}, ${tracks ? 'under revision' : 'without'}`, async () => {
        const exported = await docxOf(setDraft(draft));
        for (let seed = 1; seed <= seeds; seed++) {
          const reviser = new Reviser(exported, tracks);
          const done = revise(reviser, random(seed * 7919));
          const { changes, unplaced, threads } = takeBack(draft, 'markdown', reviser.bytes());
          const message = `seed ${seed}: ${done.join(', ')}\n${JSON.stringify(changes)}`;
          assert.deepEqual(await textsOf(applyChanges(draft, changes)), reviser.texts(), message);
          assert.deepEqual(unplaced, [], message);
          const quotes = threads.map(({ quoted, comments }) => `${comments[0]?.author} ${comments[0]?.text} ${quoted}`);
          assert.deepEqual(
            quotes,
            reviser.remarks.map((one) => `${one.author} ${one.text} ${one.quoted.trim()}`),
            message,
          );
          if (tracks)
            assert.ok(
              changes.every(({ by }) => by?.author === '李主任'),
              message,
            );
        }
      });
    }
  }

  it('finds nothing in a document that nobody changed', async () => {
    for (const draft of Object.values(drafts)) {
      const { changes, unplaced, threads, common } = takeBack(draft, 'markdown', await docxOf(setDraft(draft)));
      assert.deepEqual({ changes, unplaced, threads, common }, { changes: [], unplaced: [], threads: [], common: 1 });
    }
  });
});

describe('a document that nobody changed', () => {
  it('has no changes, whatever its tables hold', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => `| ${at} | ${at % 3} | 是 |`).join('\n');
    const draft = `# 关于任务分工的通知\n\n各单位：\n\n任务如下。\n\n| 号 | 数 | 否 |\n| --- | --- | --- |\n${rows}\n\n请落实。\n`;
    const { changes, unplaced } = takeBack(draft, 'markdown', await docxOf(setDraft(draft)));
    assert.deepEqual([changes, unplaced], [[], []]);
  });
});
