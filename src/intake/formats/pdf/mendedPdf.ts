/** A larger file is not looked through: the text of its objects takes as much memory again, twice. */
const largest = 50 * 1024 * 1024;

/** An object, and what a catalog says within it. */
const anObject = /(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\b/g;
const catalog = /(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\b(?:(?!endobj)[^]){0,2000}?\/Type\s{0,9}\/Catalog\b/;
const pagesOf = /\/Kids\s{0,9}\[([^\]]{0,100000})\]/g;

/** A page with nothing but a string without end, which the reader says is damaged. */
const damagedPage = (number: number, content: number): string =>
  `${number} 0 obj\n<< /Type /Page /MediaBox [0 0 1 1] /Contents ${content} 0 R >>\nendobj\n${content} 0 obj\n<< /Length 8 >>\nstream\n(missing\nendstream\nendobj\n`;

/**
 * A PDF file that was cut off, or whose list of pages names one that is not there, with what is missing: an end that leads
 * to its catalog, and for each such page one that is known to be damaged. Without it the reader refuses the whole file, or
 * passes over all pages that follow. Undefined where that is not what is wrong. Cost: linear.
 */
export function mendedPdf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length > largest) return undefined;
  const text = new TextDecoder('latin1').decode(bytes);
  // Pages in compressed objects are not seen here.
  if (/\/Type\s{0,9}\/ObjStm\b/.test(text)) return undefined;
  const [, root, generation] = catalog.exec(text) ?? [];
  if (root === undefined || generation === undefined) return undefined;
  const numbers = new Set([...text.matchAll(anObject)].map(([, number]) => Number(number)));
  const listed = [...text.matchAll(pagesOf)].flatMap(([, list = '']) =>
    [...list.matchAll(/(\d{1,10})\s+\d{1,5}\s+R\b/g)].map(([, number]) => Number(number)),
  );
  const missing = [...new Set(listed)].filter((number) => !numbers.has(number));
  const isCut = !/\btrailer\b|\/Type\s{0,9}\/XRef\b/.test(text);
  if (missing.length === 0 && !isCut) return undefined;
  const last = [...numbers, ...missing].reduce((most, number) => Math.max(most, number), 0);
  const pages = missing.map((number, at) => damagedPage(number, last + 1 + at));
  // A table of objects that is nowhere makes the reader look for all of them.
  const end = `\nendstream\nendobj\n${pages.join('')}trailer\n<< /Root ${root} ${generation} R >>\nstartxref\n0\n%%EOF\n`;
  const mended = new Uint8Array(bytes.length + end.length);
  mended.set(bytes);
  mended.set(new TextEncoder().encode(end), bytes.length);
  return mended;
}
