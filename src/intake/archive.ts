import { isDocx, readDocx } from './formats/docx/docx';
import { isOdt, readOdt } from './formats/odt/odt';
import type { ZipEntry } from './formats/zip';
import type { IntakeProblem, IntakeProblemCode } from './problem';
import { IntakeError } from './problem';
import type { SourceText } from '../library/document';

/** How a document that is an archive is read; undefined for a folder of files. */
export function documentIn(entries: readonly ZipEntry[]): ((name: string) => SourceText) | undefined {
  if (isDocx(entries)) return (name) => readDocx(entries, name);
  if (isOdt(entries)) return (name) => readOdt(entries, name);
  if (isForeign(entries)) {
    return () => {
      throw new IntakeError('unsupported');
    };
  }
  return undefined;
}

/** Whether it is a document of another program: a spreadsheet, slides, OFD, a book. */
const isForeign = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ path }) => /^(?:\[Content_Types\]\.xml|mimetype|OFD\.xml|META-INF\/manifest\.xml)$/i.test(path));

/** Files that systems and programs put there for themselves: hidden ones, and what an open document is locked with. */
const leftBehind =
  /(?:^|\/)(?:__MACOSX|\.[^/.][^/]*)(?:\/|$)|(?:^|\/)(?:~\$[^/]*|~WRL\d+\.tmp|Thumbs\.db|desktop\.ini)$/i;

/** Files that are no text: pictures, sound, films, fonts, programs, and what belongs to a saved page. */
const noText =
  /\.(?:png|jpe?g|jfif|gif|bmp|tiff?|webp|svgz?|ico|heic|emf|wmf|psd|ai|cdr|mp[234]|m4[av]|wav|wma|ogg|flac|avi|mov|mkv|wmv|flv|webm|ttf|otf|ttc|woff2?|css|js|mjs|map|exe|dll|msi|apk|lnk|url|tmp|bak|log|sig|p7s|asc|md5|sha\d*)$/i;

/**
 * The files in an archive that are taken in, one after the other. Those that could hold a text and are not read are
 * said, by name; those that could not are passed over.
 * @param archive name of the archive
 * @param importable names of files that are read
 * @param largestFile bytes that one may have when it is unpacked
 */
export function* filesIn(
  archive: string,
  entries: readonly ZipEntry[],
  importable: RegExp,
  largestFile: number,
  problems: IntakeProblem[],
): Generator<{ readonly name: string; bytes(): Uint8Array }> {
  for (const entry of entries) {
    const { path, encrypted } = entry;
    const name = `${archive} › ${path}`;
    const own = path.split('/').at(-1) ?? path;
    if (leftBehind.test(path) || noText.test(own)) continue;
    const fault = entryFault(path, encrypted, importable.test(own));
    if (fault) {
      problems.push({ code: fault, name, detail: '' });
      continue;
    }
    yield { name: own, bytes: () => entry.unpack(largestFile) };
  }
}

function entryFault(path: string, encrypted: boolean, isTakenIn: boolean): IntakeProblemCode | undefined {
  if (/^(?:\/|[a-z]:)/i.test(path) || path.split('/').includes('..')) return 'unsafePath';
  if (encrypted) return 'protected';
  if (/\.(?:zip|rar|7z|tar|t?gz|bz2|xz)$/i.test(path)) return 'nestedArchive';
  return isTakenIn ? undefined : 'unsupported';
}
