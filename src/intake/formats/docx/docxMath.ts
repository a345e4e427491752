import type { XmlElement } from '../xml';
import { childOf, elementsOf, textIn } from '../xml';

/**
 * A formula on one line: `(a+b)/c`, `x^2`, `√(x)`. Markdown has no formulas of its own, and a document of this kind has
 * few; text can be searched. Source: ECMA-376 part 1, section 22.1.
 */
export function mathText(element: XmlElement): string {
  const part = (name: string): string => inner(childOf(element, name));
  const property = (name: string, otherwise: string): string =>
    childOf(
      elementsOf(element).find(({ name: own }) => own.endsWith('Pr')),
      name,
    )?.attributes['m:val'] ?? otherwise;
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return textIn(element);
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`;
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`;
    case 'm:sSubSup':
      return `${part('m:e')}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`;
    case 'm:rad':
      return `${part('m:deg')}√${grouped(part('m:e'))}`;
    case 'm:d':
      return (
        property('m:begChr', '(') +
        elementsOf(element)
          .filter(({ name }) => name === 'm:e')
          .map(inner)
          .join(property('m:sepChr', '|')) +
        property('m:endChr', ')')
      );
    case 'm:nary': {
      const [below, above] = [part('m:sub'), part('m:sup')];
      return `${property('m:chr', '∫')}${below && `_${grouped(below)}`}${above && `^${grouped(above)}`} ${part('m:e')}`;
    }
    case 'm:mr':
      return `${elementsOf(element).map(inner).join(', ')}; `;
    case 'w:del':
    case 'w:moveFrom':
      return '';
    default:
      return element.name.endsWith('Pr') ? '' : inner(element);
  }
}

const inner = (element: XmlElement | undefined): string => elementsOf(element).map(mathText).join('');

/** In brackets, unless it is one sign or one number. */
const grouped = (text: string): string => (/^(?:.|[\d.]+)?$/u.test(text) ? text : `(${text})`);
