import { hanNumber, hanNumeral } from './checks/hanNumerals';
import type { DraftSection } from './outline';
import { articleNumerals, hanNumerals, sectionKind } from './sectionNumber';

/** Kinds of documents, by which a draft speaks of itself: 本办法. */
const itself = '本(?:文|办法|规定|细则|条例|制度|规则|章程|准则|公约|方案|意见|通知|报告|规划|纲要|标准|规范|指南)';
const also = '(?:、|，|和|及|与|或|或者|以及|至|到)';

/** 第三部分, 第二、三部分 */
const part = `第${hanNumerals}(?:、${hanNumerals})*部分`;
/** Parts of the draft that are named one after the other: 详见第三部分、第四部分. */
const parts = new RegExp(`(?<=见|同|按照|根据|${itself}|上述|前述)${part}(?:${also}${part})*`, 'g');

/** 第十二条, 第十二条第二款第（三）项 */
const article = `第${articleNumerals}条(?:第[一二三四五六七八九十]{1,2}款)?(?:第?[（(][一二三四五六七八九十]{1,3}[）)]项)?`;
/** Articles of the draft: what stands behind the name of another document, 《条例》第五条, is none. */
const articles = new RegExp(
  `(?<=见|同|按照|根据|依照|依据|违反|符合|${itself}|上述|前述)${article}(?:${also}(?:${itself})?${article})*`,
  'g',
);

/**
 * The references of a text after sections have got other numbers.
 * @param sections as they were
 * @param values new numbers by the line on which a section stood
 */
export function renamedReferences(
  text: string,
  sections: readonly DraftSection[],
  values: ReadonlyMap<number, number>,
): string {
  const rename =
    (changed: ReadonlyMap<number, number>, numeral: RegExp) =>
    (found: string): string =>
      // The parts between the two ends of a range may not be those that they were: that is the writer's to say.
      /[至到]/.test(found)
        ? found
        : found.replace(numeral, (number) => {
            const value = changed.get(hanNumber(number));
            return value === undefined ? number : hanNumeral(value);
          });
  const ofParts = changedNumbers(sections, values, [sectionKind.chapter, sectionKind.first]);
  const ofArticles = changedNumbers(sections, values, [sectionKind.article]);
  return text
    .replace(parts, rename(ofParts, new RegExp(hanNumerals, 'g')))
    .replace(articles, rename(ofArticles, new RegExp(`(?<=第)${articleNumerals}(?=条)`, 'g')));
}

/** New numbers of sections of some kinds by their old ones; without those of which there were two. */
function changedNumbers(
  sections: readonly DraftSection[],
  values: ReadonlyMap<number, number>,
  kinds: readonly number[],
): ReadonlyMap<number, number> {
  const changed = new Map<number, number>();
  const twice = new Set<number>();
  for (const { number, line } of sections) {
    if (!number || !kinds.includes(number.kind)) continue;
    if (changed.has(number.value)) twice.add(number.value);
    changed.set(number.value, values.get(line) ?? number.value);
  }
  for (const value of twice) changed.delete(value);
  return changed;
}
