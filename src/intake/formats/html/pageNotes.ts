import type { PageElement } from './pageTree';
import { elementsOf, isWithin, rawText } from './pageTree';
import { noteMark } from '../notes';

/*
 * Notes of a page: a raised number that leads to another place of it, as Markdown converters (<a href="#fn1"><sup>1</sup></a>),
 * encyclopedias and editors write them. As text the number would run into the word before; both ends get the mark of a
 * note. Numbers in brackets are legible as they are.
 */

/** A number that leads to a note. */
const numeral = /^\s*(?:\d{1,3}|[①-⑳])\s*$/;
/** What leads from a note back to the text: its number again, or an arrow. */
const back = /^\s*(?:[[（(〔［]?\d{1,3}[\]）)〕］]?[.．、:：]?|[①-⑳]|[↩⤴↑^]\s?\ufe0e?)\s*$/;

const raised = new Set(['sup']);

/** What stands in place of the elements of a page that belong to notes. */
export interface PageNotes {
  /** What stands for an element in the text: the mark of its note, or nothing for what leads back. */
  readonly texts: ReadonlyMap<PageElement, string>;
  /** Marks of notes, by the element that the note begins with. */
  readonly begins: ReadonlyMap<PageElement, string>;
}

/** Finds the notes of a page. Cost: linear. */
export function pageNotes(page: PageElement): PageNotes {
  const places = new Map<string, PageElement>();
  const links: PageElement[] = [];
  for (const element of elementsOf(page)) {
    const { id, name, href = '' } = element.attributes;
    for (const place of [id, name]) if (place !== undefined && !places.has(place)) places.set(place, element);
    if (element.name === 'a' && /^#./.test(href)) links.push(element);
  }
  const texts = new Map<PageElement, string>();
  const begins = new Map<PageElement, string>();
  for (const link of links) {
    const target = places.get(targetOf(link));
    const begin = target && blockOf(target);
    if (!begin || !isReference(link)) continue;
    let mark = begins.get(begin);
    if (mark === undefined) begins.set(begin, (mark = noteMark(begins.size + 1)));
    texts.set(link, mark);
  }
  for (const link of links) {
    const place = places.get(targetOf(link));
    const leadsOut = place !== undefined && !isNote(place, begins);
    if (!texts.has(link) && leadsOut && isNote(link, begins) && back.test(rawText(link))) texts.set(link, '');
  }
  return { texts, begins };
}

const targetOf = ({ attributes: { href = '' } }: PageElement): string => {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
};

const isReference = (link: PageElement): boolean =>
  numeral.test(rawText(link)) && (isWithin(link, raised) || [...elementsOf(link)].some(({ name }) => name === 'sup'));

function isNote(element: PageElement, begins: PageNotes['begins']): boolean {
  for (let at: PageElement | undefined = element; at; at = at.parent) if (begins.has(at)) return true;
  return false;
}

const inline = new Set(['a', 'b', 'em', 'font', 'i', 'small', 'span', 'strong', 'sup']);

/** The block that an element stands in: where a note begins. */
function blockOf(element: PageElement): PageElement {
  let block = element;
  while (inline.has(block.name) && block.parent) block = block.parent;
  return block;
}
