import * as vscode from 'vscode';
import { picturesIn } from '../../export/draftPictures';
import type { SetDraft } from '../../export/exportDraft';
import { setDraft } from '../../export/exportDraft';
import type { Picture } from '../../export/picture';
import { readPicture } from '../../export/picture';
import { parentOf } from '../shared/files';

/** What a draft is made of: its text, and where pictures that it names lie. */
export interface DraftInput {
  readonly text: string;
  readonly languageId: string;
  /** undefined for a draft that was never saved. */
  readonly folder: vscode.Uri | undefined;
}

/** Largest picture in bytes. */
const largestPicture = 50_000_000;

/** The draft in an editor, with what was not saved. */
export const inputOf = (document: vscode.TextDocument): DraftInput => ({
  text: document.getText(),
  languageId: document.languageId,
  folder: document.isUntitled ? undefined : parentOf(document.uri),
});

/** Pictures that a draft names, by their address; those of the web and what is no picture are left out. */
async function readPictures({ text, folder }: DraftInput): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  const addresses = picturesIn(text).map(({ address }) => address);
  for (const address of new Set(addresses)) {
    if (!folder || /^[a-z][a-z0-9+.-]*:/i.test(address)) continue;
    try {
      const uri = vscode.Uri.joinPath(folder, decodeURIComponent(address));
      if ((await vscode.workspace.fs.stat(uri)).size > largestPicture) continue;
      const picture = readPicture(await vscode.workspace.fs.readFile(uri));
      if (picture) pictures.set(address, picture);
    } catch {
      // The report names it.
    }
  }
  return pictures;
}

/** Reads a draft with its pictures and sets it on pages. */
export async function setInput(input: DraftInput, profile: SetDraft['profile']): Promise<SetDraft> {
  const pictures = await readPictures(input);
  return setDraft(input.text, { languageId: input.languageId, profile, pictures });
}
