import type { LayoutProfile } from './profile';
import { pitchOf } from './profile';

export type StyleId =
  | 'Normal'
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'BodyText'
  | 'Subtitle'
  | 'GwMark'
  | 'GwLetterhead'
  | 'GwNumber'
  | 'GwRecipients'
  | 'GwAttachments'
  | 'GwAttendance'
  | 'GwSignature'
  | 'GwNote'
  | 'GwAnnex'
  | 'GwImprint'
  | 'GwTable'
  | 'GwPicture'
  | 'GwPageNumber';

/** A named style of the document. Sizes and pitches in points, indents in characters of the text. */
export interface Style {
  readonly id: StyleId;
  /** As Word knows it; built-in names are shown in the language of the program. */
  readonly name: string;
  readonly font: string;
  readonly size: number;
  /** Exact distance of lines; 0 lets them be as high as what stands in them. */
  readonly pitch: number;
  readonly align: 'both' | 'center' | 'left' | 'right' | 'distribute';
  readonly firstLine: number;
  /** 1 to 4 of a heading; 0 for none. */
  readonly outline: number;
  readonly color?: string;
}

/** The size of 发文机关标志 for its longest name: as large as the width allows. */
export function letterheadSize(profile: LayoutProfile, characters: number): number {
  if (profile.letterheadSize > 0) return profile.letterheadSize;
  const widest = ((profile.textWidth * 72) / 25.4) * 0.98;
  return Math.max(22, Math.min(56, Math.floor(widest / Math.max(characters, 1))));
}

/** Least height of a line in a table: what Word makes of single spacing with Chinese types, so that others make the same. */
export const tableLine = (size: number): number => 1.3 * size;

/** Distance of lines in 发文机关标志. */
export const letterheadPitch = (size: number): number => Math.round(size * 1.1 * 20) / 20;

/** The styles of a profile. @param letterhead size of 发文机关标志 */
export function stylesOf(profile: LayoutProfile, letterhead: number): ReadonlyMap<StyleId, Style> {
  const pitch = pitchOf(profile);
  const { bodyFont, bodySize, imprintSize, tableSize } = profile;
  const style = (id: StyleId, name: string, more: Partial<Style> = {}): readonly [StyleId, Style] => [
    id,
    { id, name, font: bodyFont, size: bodySize, pitch, align: 'both', firstLine: 0, outline: 0, ...more },
  ];
  const heading = (level: 1 | 2 | 3 | 4, font: string): readonly [StyleId, Style] =>
    style(`Heading${level}`, `heading ${level}`, { font, firstLine: 2, outline: level });
  return new Map([
    style('Normal', 'Normal'),
    style('BodyText', 'Body Text', { firstLine: 2 }),
    style('Title', 'Title', {
      font: profile.titleFont,
      size: profile.titleSize,
      pitch: profile.titlePitch,
      align: 'center',
    }),
    style('Subtitle', 'Subtitle', { font: profile.heading2Font, align: 'center' }),
    heading(1, profile.heading1Font),
    heading(2, profile.heading2Font),
    heading(3, profile.heading3Font),
    heading(4, profile.heading4Font),
    style('GwMark', '公文份号密级', { font: profile.heading1Font, align: 'left' }),
    style('GwLetterhead', '公文发文机关标志', {
      font: profile.letterheadFont,
      size: letterhead,
      pitch: letterheadPitch(letterhead),
      align: 'center',
      color: profile.red,
    }),
    style('GwNumber', '公文发文字号', { align: 'center' }),
    style('GwRecipients', '公文主送机关'),
    style('GwAttachments', '公文附件说明'),
    style('GwAttendance', '公文出席人员'),
    style('GwSignature', '公文署名日期', { align: 'right' }),
    style('GwNote', '公文附注', { firstLine: 2 }),
    style('GwAnnex', '公文附件', { font: profile.heading1Font, align: 'left' }),
    style('GwImprint', '公文版记', { size: imprintSize }),
    style('GwTable', '公文表格', { size: tableSize, pitch: 0, align: 'left' }),
    style('GwPicture', '公文图片', { pitch: 0, align: 'center' }),
    style('GwPageNumber', '公文页码', {
      font: profile.pageNumberFont,
      size: profile.pageNumberSize,
      pitch: 20,
      align: 'left',
    }),
  ]);
}
