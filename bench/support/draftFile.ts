import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SetDraft } from '../../src/export/exportDraft';
import { setDraft } from '../../src/export/exportDraft';
import type { Picture } from '../../src/export/picture';
import { readPicture } from '../../src/export/picture';

/** A draft of a file on its pages, with the pictures that lie beside it. */
export function setDraftFile(file: string): SetDraft {
  const text = readFileSync(file, 'utf8');
  const addresses = [...text.matchAll(/!\[[^\]]*\]\(([^)\s]+)/g)].map(([, address = '']) => address);
  const pictures = addresses.flatMap((address): [string, Picture][] => {
    const path = join(dirname(file), address);
    const picture = existsSync(path) ? readPicture(readFileSync(path)) : undefined;
    return picture ? [[address, picture]] : [];
  });
  const languageId = file.endsWith('.txt') ? 'plaintext' : 'markdown';
  return setDraft(text, { languageId, pictures: new Map(pictures) });
}
