import { withoutEnd } from './endRun';
/** Longest name without its ending: with three bytes a character below the 255 that file systems allow. */
const longestName = 60;

/** A name for a file or folder on any system, made of a title: no separators, no reserved names, never empty. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\x00-\x1f\x7f]/g, ' ')
    .replace(/\s+/g, ' ');
  const name = withoutEnd(
    [...plain]
      .slice(0, longestName)
      .join('')
      .replace(/^[\s.]+/, ''),
    /[\s.]/,
  );
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(name) ? `${name}_` : name;
}

/** The last segment of a path or of a URI: name and ending. */
export const baseName = (path: string): string => path.split('/').at(-1) ?? path;
