import { DocxPackage } from '../intake/formats/docx/docxPackage';
import { DocxNumbering } from '../intake/formats/docx/docxNumbering';
import { listOfStyle } from '../intake/formats/docx/docxStyles';
import { isOle, isZip, oleFault } from '../intake/formats/signatures';
import type { XmlElement } from '../intake/formats/xml';
import { childOf, descendants, elementsOf } from '../intake/formats/xml';
import { readZip } from '../intake/formats/zip';
import { IntakeError } from '../intake/problem';
import type { LayoutProfile, LayoutValues } from './profile';
import { parameters } from './profile';
import { readProfile } from './readProfile';
import { learnPageNumbers } from './learnPageNumbers';
import { learnPage } from './learnPage';
import { SampleStyles } from './sampleStyles';
import { learnText } from './learnText';
import { paragraphsOf } from './sampleParagraphs';

/** What a sample document says of its layout. */
export interface LearnedProfile {
  /** The standard with the values of the sample in place of its own. */
  readonly profile: LayoutProfile;
  /** The values that the sample has and that are not the standard's: what a file of settings holds. */
  readonly values: LayoutValues;
  /** Parameters of which the sample says nothing: the standard's values stay. */
  readonly unknown: readonly (keyof LayoutProfile)[];
}

/**
 * Learns page, margins, fonts, sizes, pitch of lines and page numbers from a Word document. Linear.
 * @returns undefined for what is no Word document or has no text
 * @throws an `IntakeError` when it is protected, of an old format, damaged or too large
 */
export function learnProfile(bytes: Uint8Array): LearnedProfile | undefined {
  if (!isZip(bytes)) throw new IntakeError(isOle(bytes) ? oleFault(bytes) : 'damaged');
  const document = DocxPackage.ofZip(readZip(bytes));
  const main = document.main();
  if (!main) return undefined;
  const part = (type: string): XmlElement | undefined => {
    const [path] = document.related(main, type);
    return path === undefined ? undefined : document.xml(path);
  };
  const body = childOf(document.xml(main.path), 'w:body');
  const styleRoot = part('styles');
  const styles = new SampleStyles(styleRoot, part('theme'));
  const paragraphs = paragraphsOf(body, styles, new DocxNumbering(part('numbering'), listOfStyle(styleRoot)));
  if (paragraphs.every(({ isInTable }) => isInTable)) return undefined;
  const sections = descendants(body, 'w:sectPr');
  const section = sections.find((one) => childOf(one, 'w:pgSz')) ?? sections[0];
  const text = learnText(paragraphs);
  const footers = document.related(main, 'footer').flatMap((path) => document.xml(path) ?? []);
  const isTwoSided = elementsOf(part('settings')).some(({ name }) => name === 'w:evenAndOddHeaders');
  const learned: LayoutValues = {
    ...text,
    ...learnPage(section, paragraphs, text.bodySize),
    ...learnPageNumbers(footers, styles, section, isTwoSided),
  };
  const differing = Object.entries(learned).filter(([key, value]) => {
    const standard = parameters.find((one) => one.key === key)?.standard;
    return typeof value === 'number' && typeof standard === 'number'
      ? Math.abs(value - standard) > 0.05
      : value !== standard;
  });
  const values = Object.fromEntries(differing) as LayoutValues;
  const unknown = parameters.map(({ key }) => key).filter((key) => !(key in learned));
  return { profile: readProfile(values).profile, values, unknown };
}
