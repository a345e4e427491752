import { withoutEnd } from './endRun';

/** Longest name without its ending, in characters, and in bytes of UTF-8: with a number and an ending below the 255 of file systems. */
const longestName = 60;
const mostBytes = 200;

/** Separators, what Windows forbids, controls, halves of surrogate pairs, and marks that turn the direction of text or are not seen. */
const unfit = /[\\/:*?"<>|\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;
/** Devices of Windows, whatever their ending. Source: Microsoft, “Naming Files, Paths, and Namespaces”. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?=\s*(?:\.|$))/i;

/** A name for a file or folder on any system, made of a title: no separators, no reserved names, never empty. */
export function fileName(title: string): string {
  const plain = title.normalize('NFC').replace(unfit, ' ').replace(/\s+/g, ' ');
  const name = withoutEnd(fitting(plain.replace(/^[\s.]+/, '')), /[\s.]/);
  return name.replace(reserved, '$&_') || '_';
}

/** The beginning that is not too long for a name. */
function fitting(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let name = '';
  for (const character of [...text.slice(0, 2 * longestName)].slice(0, longestName)) {
    bytes += encoder.encode(character).length;
    if (bytes > mostBytes) break;
    name += character;
  }
  return name;
}

/** The last segment of a path or of a URI: name and ending. */
export const baseName = (path: string): string => path.split('/').at(-1) ?? path;
