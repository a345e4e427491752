import type { PageElement } from './pageTree';
import { elementsOf, rawText } from './pageTree';

/** What a reader of the page does not see. */
const hiding = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;

/** `.a, #b { display: none }`, as far as one rule with simple selectors goes. */
const rule = /([^{}]{1,300})\{([^{}]{0,2000})\}/g;
const simple = /^\s*(?:[a-z][a-z0-9]*)?([.#])([\w-]+)\s*$/i;

/** Tells which elements of a page are hidden: by attribute, by their style, or by a simple rule of a style sheet within it. */
export function hiddenElements(page: PageElement): (element: PageElement) => boolean {
  const classes = new Set<string>();
  const ids = new Set<string>();
  for (const element of elementsOf(page)) {
    if (element.name !== 'style' || /print/i.test(element.attributes.media ?? '')) continue;
    // What is within @media or the like holds for some screens only.
    const sheet = rawText(element).replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, selectors = '', declarations = ''] of (sheet.includes('@media') ? '' : sheet).matchAll(rule)) {
      if (!hiding.test(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const [, kind, name = ''] = simple.exec(selector) ?? [];
        if (kind === '.') classes.add(name);
        else if (kind === '#') ids.add(name);
      }
    }
  }
  return ({ attributes }) =>
    'hidden' in attributes ||
    hiding.test(attributes.style ?? '') ||
    (attributes.id !== undefined && ids.has(attributes.id)) ||
    (classes.size > 0 && (attributes.class ?? '').split(/\s+/).some((name) => classes.has(name)));
}
