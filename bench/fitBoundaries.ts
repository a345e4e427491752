/**
 * Counts what clauses end with and what sentences begin with: `src/intake/clean/boundaryWords.json`. Run with
 *
 *     npx tsx bench/fitBoundaries.ts folder > src/intake/clean/boundaryWords.json
 *
 * The folder holds official prose in UTF-8, a paragraph a line, that is neither in the shipped library nor in what the result
 * is measured on. For one and two characters it estimates how much likelier a clause ends after them, or a sentence begins with
 * them, than at any place; two characters fall back on their one. Values are logits in halves, each with all that have it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { numberingOf } from '../src/text/numbering';

/** How often a heading counts: there are few, and they are what is asked for. */
const headingWeight = 6;
/** Weight of the shorter context, in places. */
const prior = 6;
const fewest = 20;
/** What two characters have to say beyond their one, in halves of a logit, to be listed. */
const least = 3;
const most = 7;

class Places {
  readonly all = new Map<string, number>();
  readonly hit = new Map<string, number>();
  total = 0;
  hits = 0;

  add(texts: readonly string[], hit: boolean, weight: number): void {
    this.total += weight;
    if (hit) this.hits += weight;
    for (const text of texts) {
      this.all.set(text, (this.all.get(text) ?? 0) + weight);
      if (hit) this.hit.set(text, (this.hit.get(text) ?? 0) + weight);
    }
  }

  share(text: string, above: number): number {
    return ((this.hit.get(text) ?? 0) + prior * above) / ((this.all.get(text) ?? 0) + prior);
  }

  /** @param one of two characters the one that is next to the boundary */
  table(one: (two: string) => string): Record<string, string> {
    const base = this.hits / this.total;
    const logit = (share: number): number =>
      Math.max(-most, Math.min(most, Math.round(2 * Math.log((share * (1 - base)) / (base * (1 - share))))));
    const listed = new Map<number, string[]>();
    for (const [text, times] of this.all) {
      if (times < fewest) continue;
      const above = text.length === 1 ? base : this.share(one(text), base);
      const value = logit(this.share(text, above));
      const known = text.length === 1 ? 0 : logit(above);
      if (text.length === 1 ? value === 0 : Math.abs(value - known) < least) continue;
      listed.set(value, [...(listed.get(value) ?? []), text]);
    }
    return Object.fromEntries(
      [...listed].sort(([a], [b]) => a - b).map(([value, texts]) => [`${value}`, texts.sort().join(' ')]),
    );
  }
}

const [ends, begins] = [new Places(), new Places()];

function countClause(clause: string, sentence: boolean, weight: number): void {
  for (let at = 1; at <= clause.length; at++) {
    const last = at === clause.length;
    ends.add([clause[at - 1] ?? '', ...(at > 1 ? [clause.slice(at - 2, at)] : [])], last, last ? weight : 1);
  }
  for (let at = sentence ? 0 : 1; at < clause.length; at++) {
    const texts = [clause[at] ?? '', ...(at + 1 < clause.length ? [clause.slice(at, at + 2)] : [])];
    begins.add(texts, at === 0, 1);
  }
}

const folders = process.argv.slice(2);
for (const file of folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const text = line.trim().slice(numberingOf(line.trim())?.mark.length ?? 0);
    const heading = text !== line.trim() && text.length <= 40 && !/[。；：]/.test(text);
    let sentence = true;
    for (const part of text.split(/(?<=[。；！？，：])/)) {
      const clause = part.replace(/[。；！？，：]$/, '');
      if (/^[\p{Script=Han}\d“”《》]{2,}$/u.test(clause)) countClause(clause, sentence, heading ? headingWeight : 1);
      sentence = /[。！？；]$/.test(part);
    }
  }
}
process.stdout.write(
  JSON.stringify(
    { ends: ends.table((two) => two.slice(1)), begins: begins.table((two) => two.slice(0, 1)) },
    undefined,
    1,
  ),
);
