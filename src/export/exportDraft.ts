import { composeFlow } from './composeFlow';
import { fingerprintOf } from './draftFingerprint';
import { printableText } from './draftMarkdown';
import type { DraftRemark } from './draftRemark';
import type { Flow } from './flow';
import type { LayoutPage } from './layout';
import { imprintHeight, layoutPages } from './layout';
import type { OfficialDocument } from './officialDocument';
import type { Picture } from './picture';
import type { LayoutProfile } from './profile';
import { pitchOf, points, standardProfile } from './profile';
import { readDraft } from './readDraft';
import { unprintedElements } from './unprinted';
import type { ImprintPlace } from './writeDocx';
import { writeDocx } from './writeDocx';

/** A draft on its pages. */
export interface SetDraft {
  readonly document: OfficialDocument;
  readonly flow: Flow;
  readonly pages: readonly LayoutPage[];
  readonly place: ImprintPlace;
  readonly profile: LayoutProfile;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** What was unusual in the draft. */
  readonly remarks: readonly DraftRemark[];
  /** Of the draft, so that it is known whether it was edited since. */
  readonly fingerprint: string;
}

export interface ExportOptions {
  readonly languageId?: string;
  readonly profile?: LayoutProfile;
  /** By the address that the draft has. */
  readonly pictures?: ReadonlyMap<string, Picture>;
}

/** Reads a draft and sets it on pages. Never throws: what is missing is missing on the page. */
export function setDraft(text: string, options: ExportOptions = {}): SetDraft {
  const { languageId = 'markdown', profile = standardProfile, pictures = new Map<string, Picture>() } = options;
  const document = readDraft(text, languageId);
  const [loose, tight] = [2, 1].map((free) => {
    const flow = composeFlow(document, profile, free);
    return { flow, pages: layoutPages(flow, profile, pictures) };
  }) as [Setting, Setting];
  const { flow, pages } = firstPages(tight) < firstPages(loose) ? tight : loose;
  const remarks = [...document.remarks, ...unprintedElements(printableText(text), document, flow)];
  return {
    document,
    flow,
    pages,
    place: imprintPlace(flow, pages, profile),
    profile,
    pictures,
    remarks,
    fingerprint: fingerprintOf(text),
  };
}

type Setting = Pick<SetDraft, 'flow' | 'pages'>;

/** Pages up to the end of what is signed: those of 附件 come behind. */
const firstPages = ({ pages }: Setting): number =>
  pages.findLastIndex(({ items }) => items.some(({ style }) => style.id === 'GwSignature' || style.id === 'GwNote'));

/**
 * Where 版记 goes: to the foot of the last page where that is even and has room, else to the foot of the next even page; of a letter to
 * the foot of the last page, whichever that is (10.1).
 */
function imprintPlace({ imprint, isLetter }: Flow, pages: readonly LayoutPage[], profile: LayoutProfile): ImprintPlace {
  const last = pages.at(-1)?.items.at(-1);
  const bottom = last ? last.y + last.height : 0;
  const isEven = pages.length % 2 === 0;
  if (!imprint || (!isEven && !isLetter)) return 'evenPage';
  const room = points(profile.textHeight) - bottom - pitchOf(profile) / 2;
  return imprintHeight(imprint, profile) <= room ? 'here' : isLetter ? 'nextPage' : 'afterBlank';
}

/** Writes a draft that is set on pages as a Word document. */
export const docxOf = ({ flow, profile, pictures, place, document, fingerprint }: SetDraft): Promise<Uint8Array> =>
  writeDocx(flow, profile, { pictures, place, title: document.title?.text ?? '', fingerprint });
