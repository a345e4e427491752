import { textWidth } from '../text/width';
import type { FlowItem, FlowParagraph } from './flow';
import type { Element, OfficialDocument } from './officialDocument';
import type { LayoutProfile } from './profile';
import { pitchOf } from './profile';

/** Names of a joint issue in one row. */
const namesPerRow = 3;

/**
 * 发文机关署名 and 成文日期. Sealed: the date 右空四字, the name centred above it, two lines below the text, so that the seal
 * is no further than a line from it; several names side by side. Not sealed: a line below the text, the name 右空二字, the date
 * two characters in from its beginning. Source: GB/T 9704—2012, 7.3.5.
 * @param free lines above, where it is sealed
 */
export function composeSignature(document: OfficialDocument, profile: LayoutProfile, free = 2): readonly FlowItem[] {
  const { signatures, date, form, notes } = document;
  const keepNext = notes.length > 0;
  const pitch = pitchOf(profile);
  const isSealed = document.isSealed && profile.seal && form !== 'plain' && form !== 'order' && form !== 'minutes';
  const before = (isSealed ? free : 1) * pitch;
  if (!date) {
    const { name } = plainIndents(signatures, { text: '', line: undefined });
    return signatures.map((one, at) => line(one, name, { keepNext, ...(at === 0 && { before }) }));
  }
  if (isSealed && signatures.length > 1) {
    const widest = Math.max(...signatures.map(({ text }) => textWidth(text)));
    const fitting = Math.max(1, Math.floor(profile.charactersPerLine / (widest + 1)));
    const columns = Math.min(fitting, signatures.length === 4 ? 2 : namesPerRow, signatures.length);
    const rows: (readonly string[])[] = [];
    for (let at = 0; at < signatures.length; at += columns)
      rows.push(signatures.slice(at, at + columns).map(({ text }) => text));
    // The last name, which stands over the date, is the rightmost.
    const right = (row: readonly string[]): readonly string[] => [
      ...Array<string>(columns - row.length).fill(''),
      ...row,
    ];
    rows.push(right(rows.pop() ?? []), right([date.text]));
    return [{ kind: 'signatures', rows, before, line: date.line, keepNext }];
  }
  const right = isSealed ? sealedIndents(signatures[0], date) : plainIndents(signatures, date);
  return [
    ...signatures.map((name, at) => line(name, right.name, { keepNext: true, ...(at === 0 && { before }) })),
    line(date, right.date, { keepNext, ...(signatures.length === 0 && { before }) }),
  ];
}

const line = ({ text, line: source }: Element, right: number, more: Partial<FlowParagraph>): FlowParagraph => ({
  kind: 'paragraph',
  style: 'GwSignature',
  spans: [{ text }],
  line: source,
  indent: { right },
  ...more,
});

interface Indents {
  readonly name: number;
  readonly date: number;
}

function sealedIndents(name: Element | undefined, date: Element): Indents {
  const [wide, narrow] = [textWidth(name?.text ?? ''), textWidth(date.text)];
  const centre = Math.max(4 + narrow / 2, wide / 2);
  return { name: centre - wide / 2, date: centre - narrow / 2 };
}

function plainIndents(names: readonly Element[], date: Element): Indents {
  const wide = Math.max(0, ...names.map(({ text }) => textWidth(text)));
  const narrow = textWidth(date.text);
  if (wide === 0) return { name: 2, date: 2 };
  return wide >= narrow + 2 ? { name: 2, date: wide - narrow } : { name: narrow + 4 - wide, date: 2 };
}
