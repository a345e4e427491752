/*
 * How much of a file is read. Past a limit, a file is refused with a message, or its rest is left out and said in the report;
 * what these limits leave through ends within the time that `IntakeClient` grants and the memory below.
 */

/** Memory of the worker in megabytes, buffers aside; past it, it is ended. */
export const workerMemory = 512;

/** Files past this many bytes are refused before they are read: a Word document may hold pictures. */
export const largestFile = 64 * 1024 * 1024;
/** Bytes of one part of a document when it is unpacked. */
export const largestPart = 64 * 1024 * 1024;
/**
 * Bytes that are unpacked of an archive: of its entries, and of the parts of the Word documents among them, together. Past it
 * the archive is given up with one message, and what was read of it is kept.
 */
export const largestArchive = 256 * 1024 * 1024;
/** More entries than a folder of material has. */
export const mostEntries = 5000;

/** Characters of a document; more is no text that somebody wrote. */
export const mostCharacters = 10_000_000;
/** Lines of a file of text, or of a page. */
export const mostLines = 500_000;
/** Lines are cut at this length: nobody writes a paragraph that long, and every step of cleaning stays short. */
export const longestLine = 20_000;
/** Elements that are held at a time: of one paragraph or table of a document, or of a whole page. */
export const mostElements = 600_000;
/** Elements of a document one after the other, of which few are held. */
export const mostElementsInAll = 2_000_000;
/** How deep elements may be nested; a file where they are nested deeper is damaged, or made to break a reader. */
export const deepestElement = 5000;
/** Pages of a PDF file; nobody writes more. */
export const mostPages = 5000;
/** Characters of one page of it; more is a drawing. */
export const mostGlyphs = 200_000;

/** Names of files that are looked at; anything else in a folder is passed over, and in an archive said. */
export const importable =
  /\.(?:txt|text|md|markdown|docx|docm|dotx|dotm|html?|xhtml|mht|mhtml|pdf|zip|doc|wps|wpt|rtf|odt|ott|fodt|sxw|xml)$/i;
