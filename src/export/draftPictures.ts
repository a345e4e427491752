const target =
  /\(\s{0,3}(?:<([^<>\n]{1,1000})>|([^\s()<>]{1,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?))(?:\s{1,3}["'][^"'\n]{0,200}["'])?\s{0,3}\)/;
const picture = new RegExp(`!\\[([^\\]\\n]{0,1000})\\]${target.source}`, 'g');
const html = /<img\s([^<>]{1,1000})>/gi;

export interface DraftPicture {
  readonly address: string;
  readonly alt: string;
}

/** The pictures that a text names, in order: `![名称](地址)`, also `<img>`. */
export function picturesIn(text: string): readonly DraftPicture[] {
  const ofMarkdown = [...text.matchAll(picture)].map(({ index, 1: alt = '', 2: wide, 3: plain }) => ({
    index,
    alt,
    address: wide ?? plain ?? '',
  }));
  const ofHtml = [...text.matchAll(html)].map(({ index, 1: inner = '' }) => ({
    index,
    alt: attribute(inner, 'alt'),
    address: attribute(inner, 'src'),
  }));
  return [...ofMarkdown, ...ofHtml]
    .filter(({ address }) => address)
    .sort((a, b) => a.index - b.index)
    .map(({ alt, address }) => ({ alt, address }));
}

/** The pictures of a line that holds nothing else. */
export const pictureLine = (line: string): readonly DraftPicture[] =>
  /^[[!<]/.test(line) &&
  line
    .replace(picture, '')
    .replace(html, '')
    .replace(/\[\]\([^()\s]*\)/g, '')
    .trim() === ''
    ? picturesIn(line)
    : [];

const attribute = (inner: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}\\s{0,3}=\\s{0,3}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
    .exec(inner)
    ?.slice(1)
    .find(Boolean) ?? '';
