import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runsOf } from '../../src/text/han';
import { wordStarts } from '../../src/text/wordStarts';
import { personNames } from './properNames';

/** Paragraphs of official prose have such a word every so many characters. */
const official = /发展|推进|改革|建设|落实|创新|科技|治理|产业|企业|服务|人才|工作/g;
const charactersPerOfficialWord = 40;
/** News of other countries, of which there is much where official prose is collected. */
const foreign = /两国|中方|[美俄英法德日韩印乌以伊]方|外长|总统|首相|访华|元首|大使|使馆|战争|军事|峰会|联合国/;

/** The words of a run of Han characters. */
export interface Clause {
  readonly document: number;
  /** How much an occurrence counts. */
  readonly weight: number;
  /** Whether it only bears out what other texts have. */
  readonly beside: boolean;
  readonly text: string;
  /** Where words begin, and where the last one ends. */
  readonly bounds: readonly number[];
  /** Whether a figure, a letter or what stands between quotation marks goes on behind, or goes before. */
  readonly openEnd: boolean;
  readonly openBeginning: boolean;
  readonly numbers: Int32Array;
  /** Number of the sequence that begins at each word, for the length that is looked at; -1 where it is too rare. */
  sequences: Int32Array;
}

/**
 * The clauses of official prose.
 * @param folders texts of one kind each, a document a file, a paragraph a line; every kind counts as much as the others
 * @param besides texts of kinds of which only is wanted what those have, too
 */
export function clausesOf(folders: readonly string[], besides: readonly string[] = []): readonly Clause[] {
  const kinds = [...folders, ...besides].map((folder) =>
    readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const sizes = kinds.map((texts) => texts.reduce((sum, { length }) => sum + length, 0));
  const most = Math.max(...sizes.slice(0, folders.length));
  const numbers = new Map<string, number>();
  const number = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    if (known === numbers.size) numbers.set(word, known);
    return known;
  };
  let document = 0;
  return kinds.flatMap((texts, kind) => {
    const beside = kind >= folders.length;
    const weight = beside ? 1 : Math.max(1, Math.round(most / (sizes[kind] ?? 1)));
    console.error(`kind ${kind + 1}: ${texts.length} documents, ${sizes[kind] ?? 0} characters, each counts ${weight}`);
    return texts.flatMap((whole) => {
      document++;
      return paragraphsOf(whole).flatMap((paragraph) =>
        [...runsOf(paragraph)]
          // What is said of a person is torn without the name.
          .filter(({ text }) => !personNames.test(text))
          .map(({ text, offset }) => {
            const openEnd = /[\p{L}\p{N}“‘《%.·—]/u.test(paragraph.charAt(offset + text.length));
            const openBeginning = /[\p{L}\p{N}”’》%.·—]/u.test(paragraph.charAt(offset - 1));
            const bounds = [...wordStarts(text), text.length];
            const own = Int32Array.from(bounds.slice(0, -1), (from, at) => number(text.slice(from, bounds[at + 1])));
            return { document, weight, beside, text, bounds, openEnd, openBeginning, numbers: own, sequences: own };
          }),
      );
    });
  });
}

const paragraphsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter(
      (paragraph) =>
        (paragraph.match(official)?.length ?? 0) >= Math.max(1, paragraph.length / charactersPerOfficialWord),
    )
    .filter((paragraph) => !foreign.test(paragraph));
