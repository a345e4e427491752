import type { XmlElement } from '../intake/formats/xml';
import { descendants, elementsOf, textIn } from '../intake/formats/xml';
import type { DocumentComment } from './revisedDocument';

/** What `commentsExtended` says of the comment whose last paragraph has an id. */
interface Thread {
  readonly parent: string | undefined;
  readonly done: boolean;
}

/**
 * Reads the comments of a Word document, in their order.
 * @param extended the part that says which are answers and which are resolved. Source: [MS-DOCX] 2.5.4 (commentEx)
 */
export function readComments(
  root: XmlElement | undefined,
  extended: XmlElement | undefined,
): readonly DocumentComment[] {
  const threads = new Map<string, Thread>(
    elementsOf(extended).map((one) => [
      local(one, 'paraId') ?? '',
      { parent: local(one, 'paraIdParent'), done: /^(?:1|true|on)$/.test(local(one, 'done') ?? '') },
    ]),
  );
  const elements = elementsOf(root).filter(({ name }) => name === 'w:comment');
  // A comment is known by its last paragraph.
  const paragraphOf = (element: XmlElement): string =>
    descendants(element, 'w:p')
      .flatMap((one) => local(one, 'paraId') ?? [])
      .at(-1) ?? '';
  const idOf = new Map(elements.map((one) => [paragraphOf(one), one.attributes['w:id'] ?? '']));
  return elements.map((element): DocumentComment => {
    const thread = threads.get(paragraphOf(element));
    return {
      id: element.attributes['w:id'] ?? '',
      author: element.attributes['w:author'] ?? '',
      date: element.attributes['w:date'] ?? '',
      text: descendants(element, 'w:p').map(textOf).join('\n').trim(),
      parent: thread?.parent === undefined ? undefined : idOf.get(thread.parent),
      resolved: thread?.done ?? false,
    };
  });
}

/** An attribute by its local name: its prefix differs from program to program. */
const local = ({ attributes }: XmlElement, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`))?.[1];

const textOf = (element: XmlElement): string =>
  elementsOf(element)
    .map((one) => (one.name === 'w:t' ? textIn(one) : one.name === 'w:br' ? '\n' : textOf(one)))
    .join('');
