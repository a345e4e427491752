import { pinyin } from 'pinyin-pro';
import { findPlaceholders } from '../../../src/draft/placeholders';
import type { Finding, Rule } from '../corpus/piece';
import { sample } from '../corpus/piece';
import { parseSnippet } from './snippetSyntax';

/** One snippet of a file, as VS Code reads it, and where it begins. */
export interface SnippetEntry {
  /** Path below `snippets/`. */
  readonly path: string;
  /** One-based line of the name. */
  readonly line: number;
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly body: string;
  readonly description: string;
}

/** Judges snippets, alone or against each other. */
export type SnippetRule = (entries: readonly SnippetEntry[]) => Finding[];

/** Reads a snippet file, strictly: comments and trailing commas are errors, and so is a name that stands twice. */
export function readSnippets(path: string, text: string): { entries: SnippetEntry[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const names = [...text.matchAll(/^ {2}("(?:[^"\\]|\\.)*"): \{$/gm)].map(({ 1: name = '""', index }) => ({
    name: String(JSON.parse(name)),
    line: text.slice(0, index).split('\n').length,
  }));
  let content: Record<string, unknown>;
  try {
    content = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    return { entries: [], findings: [{ path, line: 1, message: String(error) }] };
  }
  for (const [at, { name, line }] of names.entries()) {
    if (names.findIndex((other) => other.name === name) < at)
      findings.push({ path, line, message: `name twice: ${name}` });
  }
  const entries = Object.entries(content).flatMap(([name, value]): SnippetEntry[] => {
    const line = names.find((found) => found.name === name)?.line ?? 1;
    const { prefix, body, description, occasions = [], ...others } = Object(value) as Record<string, unknown>;
    const faults = [
      ...(isLines(prefix) ? [] : ['prefix is not a list of words']),
      ...(isLines(body) ? [] : ['body is not a list of lines']),
      ...(typeof description === 'string' && description.trim() ? [] : ['description is missing']),
      ...(Array.isArray(occasions) ? [] : ['occasions is not a list']),
      ...Object.keys(others).map((key) => `unknown key ${key}`),
    ];
    findings.push(...faults.map((fault) => ({ path, line, message: `${name}: ${fault}` })));
    return isLines(prefix) && isLines(body)
      ? [{ path, line, name, prefixes: prefix, body: body.join('\n'), description: String(description) }]
      : [];
  });
  return { entries, findings };
}

const isLines = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((line) => typeof line === 'string');

const finding = ({ path, line, name }: SnippetEntry, message: string): Finding => ({
  path,
  line,
  message: `${name}: ${message}`,
});

/** A prefix leads to one snippet, and holds no white space. */
export const uniquePrefixes: SnippetRule = (entries) => {
  const seen = new Map<string, string>();
  return entries.flatMap((entry) =>
    entry.prefixes.flatMap((prefix) => {
      const first = seen.get(prefix);
      seen.set(prefix, first ?? entry.name);
      if (first) return [finding(entry, `prefix ${prefix} is that of ${first} too`)];
      return /^\S+$/.test(prefix) ? [] : [finding(entry, `prefix “${prefix}” is empty or holds white space`)];
    }),
  );
};

/**
 * The first Chinese prefix comes with its pinyin and its initials; every latin one is such of a Chinese one.
 * A single letter is none: VS Code would offer the skeleton wherever a word of any Markdown file begins with it.
 */
export const pinyinPrefixes: SnippetRule = (entries) =>
  entries.flatMap((entry) => {
    const chinese = entry.prefixes.filter((prefix) => /\p{Script=Han}/u.test(prefix));
    const latin = entry.prefixes.filter((prefix) => !chinese.includes(prefix));
    const [first] = chinese;
    if (first === undefined) return [finding(entry, 'no Chinese prefix')];
    const patterns = chinese.flatMap((prefix) => [inFull(prefix), initials(prefix)]);
    return [
      ...(latin.some((prefix) => inFull(first).test(prefix)) ? [] : [finding(entry, `pinyin of ${first} is missing`)]),
      ...([...first].length === 1 || latin.some((prefix) => initials(first).test(prefix))
        ? []
        : [finding(entry, `initials of ${first} are missing`)]),
      ...latin
        .filter((prefix) => !patterns.some((pattern) => pattern.test(prefix)))
        .map((prefix) => finding(entry, `prefix ${prefix} is no pinyin`)),
      ...latin.filter((prefix) => prefix.length < 2).map((prefix) => finding(entry, `prefix ${prefix} is one letter`)),
    ];
  });

/** All readings of a character without tones, ü as v. */
const readings = (character: string): readonly string[] =>
  pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });

const spelled = (text: string, part: (reading: string) => string): RegExp =>
  new RegExp(`^${[...text].map((character) => `(?:${readings(character).map(part).join('|')})`).join('')}$`);

const inFull = (text: string): RegExp => spelled(text, (reading) => reading);
const initials = (text: string): RegExp => spelled(text, (reading) => reading.charAt(0));

/** Bodies are read without a fault; stops count from 1 without gaps and end with one $0; linked ones agree. */
export const soundTabStops: SnippetRule = (entries) =>
  entries.flatMap((entry) => {
    const { stops, faults } = parseSnippet(entry.body);
    const complaints = [...faults];
    const numbers = [...new Set(stops.map(({ number }) => number))].sort((a, b) => a - b);
    const last = stops.filter(({ number }) => number === 0);
    if (last.length !== 1) complaints.push(`$0 stands ${last.length} times`);
    for (const [at, number] of numbers.filter((value) => value > 0).entries()) {
      if (number !== at + 1) complaints.push(`stop ${at + 1} is missing`);
    }
    for (const number of numbers) {
      const texts = new Set(stops.filter((stop) => stop.number === number && stop.text).map(({ text }) => text));
      if (texts.size > 1) complaints.push(`stop ${number} has two defaults: ${[...texts].join(' / ')}`);
      if (number > 0 && texts.size === 0) complaints.push(`stop ${number} does not say its role`);
    }
    return [...new Set(complaints)].map((complaint) => finding(entry, complaint));
  });

/**
 * What is wanted of the writer stays marked as a blank when the skeleton is left unfilled: 〔会议主旨〕, or X before a unit.
 * Blanks of two stops differ, because what fills one blank fills all of that name.
 */
export const markedBlanks: SnippetRule = (entries) =>
  entries.flatMap((entry) => {
    const stops = parseSnippet(entry.body).stops.filter(({ number, text, choices }) => number > 0 && text && !choices);
    const first = new Map<string, number>();
    return stops.flatMap(({ number, text }) => {
      const [blank] = findPlaceholders(text);
      if (!blank) return [finding(entry, `stop ${number} leaves no blank: ${text}`)];
      if (!text.startsWith('〔')) return [];
      if (blank.text !== text) return [finding(entry, `stop ${number} is no blank as a whole: ${text}`)];
      const known = first.get(text) ?? number;
      first.set(text, known);
      return known === number ? [] : [finding(entry, `stops ${known} and ${number} are one blank: ${text}`)];
    });
  });

/** A choice offers at least two alternatives, all different and none empty. */
export const realChoices: SnippetRule = (entries) =>
  entries.flatMap((entry) =>
    parseSnippet(entry.body).stops.flatMap(({ number, choices }) =>
      !choices ||
      (choices.length > 1 && new Set(choices).size === choices.length && choices.every((text) => text.trim()))
        ? []
        : [finding(entry, `choice ${number}: ${choices.join(' / ')}`)],
    ),
  );

/** A rule of the corpus, for the text that a snippet gives, and for every alternative that may be chosen in it. */
export const inExpandedText =
  (rule: Rule): SnippetRule =>
  (entries) =>
    entries.flatMap((entry) => {
      const { text, stops } = parseSnippet(entry.body);
      const alternatives = stops.flatMap(({ choices = [] }) => choices.slice(1));
      return [text, ...alternatives].flatMap((shown) =>
        rule(sample(shown)).map(({ message }) => finding(entry, message)),
      );
    });

/** A description that names a block, as “版头”块, names one that there is. */
export const namedBlocks: SnippetRule = (entries) => {
  const names = new Set(entries.map(({ name }) => name));
  return entries.flatMap((entry) =>
    [...entry.description.matchAll(/“([^”]+)”块/g)]
      .filter(([, block = '']) => !names.has(block))
      .map(([block]) => finding(entry, `names a block that is not there: ${block}`)),
  );
};
