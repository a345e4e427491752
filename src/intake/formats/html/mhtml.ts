import type { SourceText } from '../../../library/document';
import { decodeText } from '../../../text/decodeText';
import { IntakeError } from '../../problem';
import { readHtml } from './html';

/*
 * Reads a saved page in one file (MHTML, `.mht`, and what Word saves as “single file web page”, often under the name `.doc`):
 * the page among its parts, and pages that it shows in frames. Sources: RFC 2557; RFC 2045, sections 5 and 6; RFC 2046, 5.1.
 * Cost: linear. Our own reader: packages for mail bring attachments, addresses and streams of Node.js along.
 */

/** A part of a message: its headers by lower-case name, and its body in bytes as Latin-1 characters. */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Parts are within parts no deeper than this. */
const deepest = 5;

/** Whether a file is a message with a page in it. */
export function isMhtml(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, 4096));
  return (
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,40}/.test(start) &&
    /^content-type:\s*(?:multipart\/|text\/html)/im.test(start) &&
    /^mime-version:/im.test(start)
  );
}

/** @param name the file's name without its ending @throws an `IntakeError` when there is no page in it */
export function readMhtml(bytes: Uint8Array, name: string): SourceText {
  const pages = pagesIn(partOf(latin1(bytes)), 0);
  if (pages.length === 0) throw new IntakeError('damaged', 'no page in it');
  const texts = pages.map((page) => readHtml(page, name));
  // Of a page in frames, the frames hold the text.
  const [first, ...others] = texts.filter(({ lines, removed = [] }) => lines.length + removed.length > 0);
  if (!first) return { name, lines: [] };
  return {
    ...first,
    lines: [...first.lines, ...others.flatMap(({ lines }) => lines)],
    removed: [...(first.removed ?? []), ...others.flatMap(({ removed = [] }) => removed)],
  };
}

function pagesIn(part: Part, depth: number): string[] {
  const type = part.headers.get('content-type') ?? '';
  if (/^multipart\//i.test(type) && depth < deepest) {
    const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
    return partsOf(part.body, boundary?.[1] ?? boundary?.[2] ?? '').flatMap((one) => pagesIn(partOf(one), depth + 1));
  }
  if (!/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) return [];
  const bytes = decoded(part);
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1];
  return [textOf(bytes, charset)];
}

function textOf(bytes: Uint8Array, charset: string | undefined): string {
  try {
    if (charset) return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // What it says is wrong, or the name of an encoding that nobody knows.
  }
  return decodeText(bytes)?.text ?? new TextDecoder().decode(bytes);
}

/** Headers up to the first blank line, lines that go on joined. */
function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}

/** Texts between the lines that are a boundary. */
function partsOf(body: string, boundary: string): readonly string[] {
  if (!boundary) return [];
  const [, ...parts] = `\n${body}`.split(`\n--${boundary}`);
  return parts.filter((part) => !part.startsWith('--')).map((part) => part.replace(/^[^\n]*\n/, ''));
}

function decoded({ headers, body }: Part): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return bytesOf(base64(body));
  if (encoding !== 'quoted-printable') return bytesOf(body);
  const unfolded = body.replace(/=[ \t]*\r?\n/g, '');
  return bytesOf(unfolded.replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
}

function base64(body: string): string {
  const letters = body.replace(/[^A-Za-z\d+/]/g, '');
  return atob(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0)));
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};
