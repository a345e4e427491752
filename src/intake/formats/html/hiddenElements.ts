import { replaceEnclosed } from '../../../base/enclosed';
import type { PageElement } from './pageTree';
import { elementsOf, rawText } from './pageTree';

/** What a reader of the page does not see, and what shows it after all. */
const hiding =
  /(?:^|[;\s])(?:display\s*:\s*none(?![^]*[;\s]display\s*:\s*(?!none))|visibility\s*:\s*(?:hidden|collapse)|(?:left|top|text-indent)\s*:\s*-\d{4,})/i;
/** Letters without size; a box of that size holds others that have one. */
const sizeless = /(?:^|[;\s])font-size\s*:\s*0+(?:px|pt|r?em|%)?\s*(?:;|!|$)/i;
const showing = /(?:^|[;\s])(?:display\s*:|visibility\s*:\s*visible)/i;

/** `.a p, #b { display: none }`, as far as selectors of elements, classes and ids go. */
const rule = /([^{}]{1,300})\{([^{}]{0,2000})\}/g;
/** `@media … {…}` and the like hold for some screens only. */
const conditional = /@(?:media|supports|container)\b[^{}]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500}\s*\}/gi;
const compound = /^([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)$/i;
/** Characters of declarations that are looked at, in an attribute as in a rule. */
const longestStyle = 2000;
/** Rules for one class or id, each of which is tried on each element that has it. */
const mostRules = 200;
/** More steps from an element to what it is within are not looked at. */
const mostSteps = 4;

/** A step of a selector: the element's name, or empty, and its classes and ids with their marks. */
interface Step {
  readonly name: string;
  readonly marks: readonly string[];
}

interface Rule {
  readonly steps: readonly Step[];
  readonly hides: boolean;
  /** Of rules for one element the heavier holds, of equal ones the later. Source: CSS Cascading Level 4, 6.4. */
  readonly weight: number;
}

/** Tells which elements of a page are hidden: by attribute, by their style, or by a rule of a style sheet within it. */
export function hiddenElements(page: PageElement): (element: PageElement) => boolean {
  const rules = rulesOf(page);
  return (element) => {
    if ('hidden' in element.attributes) return true;
    const style = (element.attributes.style ?? '').slice(0, longestStyle);
    if (sizeless.test(style) && element.children.every((child) => typeof child === 'string')) return true;
    if (hiding.test(style) || showing.test(style) || rules.size === 0) return hiding.test(style);
    let heaviest: Rule | undefined;
    for (const own of marksOf(element).flatMap((mark) => rules.get(mark) ?? [])) {
      if (own.weight >= (heaviest?.weight ?? 0) && matches(element, own.steps)) heaviest = own;
    }
    return heaviest?.hides === true;
  };
}

/** Rules of the style sheets within a page that hide or show, by the last class or id that their element must have. */
function rulesOf(page: PageElement): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  let order = 0;
  for (const element of elementsOf(page)) {
    if (element.name !== 'style' || /print/i.test(element.attributes.media ?? '')) continue;
    const sheet = replaceEnclosed(rawText(element), '/*', '*/', () => '').replace(conditional, '');
    for (const [, list = '', declarations = ''] of (sheet.includes('@media') ? '' : sheet).matchAll(rule)) {
      const hides = hiding.test(declarations);
      if (!hides && !showing.test(declarations)) continue;
      const important = /!\s*important/i.test(declarations) ? 1e9 : 0;
      for (const selector of list.split(',')) {
        const steps = stepsOf(selector);
        // An element without class or id is not looked up: no page hides all its paragraphs.
        const key = steps?.at(-1)?.marks.at(-1);
        if (!steps || key === undefined) continue;
        const own = { steps, hides, weight: important + weightOf(steps) + order++ / 1e6 };
        const others = rules.get(key);
        if (others && others.length < mostRules) others.push(own);
        else if (!others) rules.set(key, [own]);
      }
    }
  }
  return rules;
}

/** Ids weigh more than any number of classes, and these more than names of elements. */
const weightOf = (steps: readonly Step[]): number =>
  steps.reduce(
    (sum, { name, marks }) =>
      sum + (name ? 1 : 0) + marks.reduce((all, mark) => all + (mark.startsWith('#') ? 1e4 : 100), 0),
    1,
  );

function stepsOf(selector: string): Step[] | undefined {
  const steps: Step[] = [];
  for (const part of selector.trim().split(/\s+/)) {
    const [whole, name = '', marks = ''] = compound.exec(part) ?? [];
    if (!whole) return undefined;
    steps.push({ name: name.toLowerCase(), marks: marks.match(/[.#][\w-]+/g) ?? [] });
  }
  return steps.length > mostSteps ? undefined : steps;
}

const marksOf = ({ attributes }: PageElement): readonly string[] => [
  ...(attributes.id === undefined ? [] : [`#${attributes.id}`]),
  ...(attributes.class ?? '').split(/\s+/).map((name) => `.${name}`),
];

function matches(element: PageElement, steps: readonly Step[]): boolean {
  let left = steps.length - 1;
  for (let at: PageElement | undefined = element; at && left >= 0; at = at.parent) {
    const step = steps[left];
    const own = marksOf(at);
    const fits = step && (!step.name || step.name === at.name) && step.marks.every((mark) => own.includes(mark));
    if (fits) left--;
    else if (at === element) return false;
  }
  return left < 0;
}
