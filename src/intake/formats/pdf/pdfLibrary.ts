import type * as Library from 'pdfjs-dist';
import characterMaps from './characterMaps.json';
import { tolerantInflate } from './tolerantInflate';

/**
 * pdf.js, set up to read text where there is no page to draw on: a worker thread of Node.js, a web worker, a test.
 *
 * pdf.js and not our own reader: fonts, filters, encryption and the damage that programs do are its field, and it is kept
 * by the makers of a browser. Of its versions 5.4 is the last whose fonts say how they were mapped to Unicode and that
 * runs on the Node.js 20 of the oldest editor we support.
 */

/** Reads nothing from disk or net: the maps come along. */
class CharacterMaps {
  fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const map = (characterMaps as Readonly<Record<string, string>>)[name];
    if (map === undefined) return Promise.reject(new Error(`no character map ${name}`));
    return Promise.resolve({ cMapData: Uint8Array.from(atob(map), (one) => one.charCodeAt(0)), isCompressed: true });
  }
}

let library: Promise<typeof Library> | undefined;

/**
 * Loads the library when the first PDF comes. Its worker half runs in the same thread, which is a worker already; it must
 * not take this worker's messages for its own, which it does where there is a `postMessage`. Its other half wants to
 * draw, and says on the console that it cannot; it only asks that there be a matrix.
 */
async function load(): Promise<typeof Library> {
  const restore = [
    replaced(globalThis, 'postMessage', undefined),
    replaced(console, 'log', () => undefined),
    replaced(console, 'warn', () => undefined),
  ];
  const scope = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown };
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'] as const) scope[name] ??= class {};
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    for (const one of restore) one();
  }
}

/** Puts something in the place of a property. @returns what puts it back */
function replaced(owner: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  };
}

/** Numbers of the operations of a page. */
export type Operations = (typeof Library)['OPS'];

/** An open document. */
export interface PdfDocument {
  readonly document: Library.PDFDocumentProxy;
  readonly operations: Operations;
  /** Whether something was passed over, as damaged, since the last time that this was asked. */
  takeDamage(): boolean;
  close(): Promise<void>;
}

/** How much the library tells: everything. */
const everything = 5;
/**
 * What it says where it passes over a part of a page. Fonts and pictures that are mended, and states of graphics that mean
 * nothing for text, are no loss.
 */
const damage =
  /^(?:Warning|Info): (?:Unknown command|Command token too long|Unterminated string|Invalid stream|ensureStateFont|getContentStream - ignoring sub-stream|getOperatorList - ignoring errors|getOperatorList - ignoring XObject: "(?!Error: getOperatorList - ignoring circular)|.*\b(?:flate|LZW|ASCII85) stream)/;

/**
 * Opens a document. The bytes are handed over: pass a copy of what is needed later. The library says only on the console
 * what it passes over; there it is listened to until the document is closed.
 * @throws errors of the library: `PasswordException`, `InvalidPDFException`, and others for damaged files
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const { getDocument, OPS } = await (library ??= load());
  let damaged = false;
  const listen = (message: unknown): void => void (damaged ||= damage.test(String(message)));
  const restore = [
    replaced(console, 'warn', listen),
    replaced(console, 'info', listen),
    replaced(
      globalThis,
      'DecompressionStream',
      tolerantInflate(() => void (damaged = true)),
    ),
  ];
  const options = {
    data: bytes,
    verbosity: everything,
    fontExtraProperties: true,
    // Nothing is drawn: no pictures, no fonts.
    maxImageSize: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    useWasm: false,
    CMapReaderFactory: CharacterMaps,
    ownerDocument: { fonts: { add: () => undefined, delete: () => undefined } },
  };
  const task = getDocument(options);
  const close = async (): Promise<void> => {
    await task.destroy();
    for (const one of restore) one();
  };
  try {
    const document = await task.promise;
    const takeDamage = (): boolean => {
      const before = damaged;
      damaged = false;
      return before;
    };
    return { document, operations: OPS, takeDamage, close };
  } catch (error) {
    await close();
    throw error;
  }
}
