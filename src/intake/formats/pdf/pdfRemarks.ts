import type { Removal } from '../../../library/document';
import { piecesOf, visible } from '../../line';
import type { PdfDocument } from './pdfLibrary';

type Page = Awaited<ReturnType<PdfDocument['document']['getPage']>>;

/** What somebody put on a page, as the library hands it out. Source: ISO 32000-1, 12.5. */
interface Annotation {
  readonly subtype?: string;
  /** Whether a picture of it says how it looks: then its text is read with that of the page. */
  readonly hasAppearance?: boolean;
  readonly annotationFlags?: number;
  readonly contentsObj?: { readonly str?: string };
  /** A file that is attached to the page. */
  readonly file?: { readonly filename: string };
}

/** Bits of the flags: hidden, not shown on a screen. */
const unseen = 2 | 32;
/** Remarks on places of the text. A popup repeats what it belongs to; links and fields are none. */
const remarks = new Set(
  'Text Highlight Underline Squiggly StrikeOut Caret Ink Stamp Line Square Circle Polygon PolyLine FileAttachment'.split(
    ' ',
  ),
);

/** What stands in the annotations of a page and in nothing that it draws. */
export interface PageRemarks {
  /** Texts that are written on the page, which each reader of the file sets as it likes. */
  readonly written: readonly string[];
  readonly removed: readonly Removal[];
  /** Names of files that are attached to it. */
  readonly files: readonly string[];
}

/** Never rejects: annotations that are damaged have no text. */
export async function pageRemarks(page: Page): Promise<PageRemarks> {
  const annotations = (await page.getAnnotations({ intent: 'any' }).catch(() => [])) as readonly Annotation[];
  const written: string[] = [];
  const removed: Removal[] = [];
  for (const { subtype = '', hasAppearance, annotationFlags = 0, contentsObj } of annotations) {
    const lines = visible(contentsObj?.str ?? '').split(/[\r\n]+/);
    const texts = lines.flatMap((text) => piecesOf(text.trim())).filter(Boolean);
    if (subtype !== 'FreeText') {
      if (remarks.has(subtype)) for (const text of texts) removed.push({ kind: 'comment', text });
    } else if (!hasAppearance) {
      if (annotationFlags & unseen) for (const text of texts) removed.push({ kind: 'hidden', text });
      else written.push(...texts);
    }
  }
  return { written, removed, files: annotations.flatMap(({ file }) => file?.filename ?? []) };
}

/** Names of the files that a document carries along. Never rejects. */
export async function attachedFiles(document: PdfDocument['document']): Promise<readonly string[]> {
  const files = (await document.getAttachments().catch(() => null)) as Readonly<
    Record<string, { readonly filename: string }>
  > | null;
  return Object.values(files ?? {}).map(({ filename }) => filename);
}
