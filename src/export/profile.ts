import type { Bilingual, Force } from '../draft/checks/rule';

/** The values that decide what a page looks like. Lengths in millimetres, sizes and line pitches in points. */
export interface LayoutProfile {
  readonly pageWidth: number;
  readonly pageHeight: number;
  /** 天头. */
  readonly top: number;
  /** 订口. */
  readonly left: number;
  /** 版心, the type area. */
  readonly textWidth: number;
  readonly textHeight: number;
  readonly linesPerPage: number;
  readonly charactersPerLine: number;
  /** Distance of baselines; 0 spreads the lines over the type area. */
  readonly linePitch: number;
  readonly bodyFont: string;
  readonly bodySize: number;
  /** Of letters and digits; empty for that of the Chinese text around them. */
  readonly latinFont: string;
  readonly titleFont: string;
  readonly titleSize: number;
  readonly titlePitch: number;
  readonly heading1Font: string;
  readonly heading2Font: string;
  readonly heading3Font: string;
  readonly heading4Font: string;
  readonly signerFont: string;
  readonly letterheadFont: string;
  /** 0 for as large as the width allows. */
  readonly letterheadSize: number;
  /** From the top of the type area to the top of 发文机关标志; in a 命令; of a letter from the top of the page. */
  readonly letterheadTop: number;
  readonly orderLetterheadTop: number;
  readonly letterLetterheadTop: number;
  readonly redLineGap: number;
  readonly red: string;
  readonly pageNumberFont: string;
  readonly pageNumberSize: number;
  readonly pageNumbers: 'outer' | 'centre' | 'none';
  /** From the type area down to the dash beside the page number. */
  readonly pageNumberGap: number;
  readonly imprintSize: number;
  readonly tableSize: number;
  /** Whether documents that do not say so are sealed. */
  readonly seal: boolean;
}

/** Some values of a profile. */
export type LayoutValues = { -readonly [Key in keyof LayoutProfile]?: LayoutProfile[Key] };

/** What is known about a value of the profile. */
export interface Parameter {
  readonly key: keyof LayoutProfile;
  readonly title: Bilingual;
  /** What the standard gives; undefined where it leaves the value open. */
  readonly standard: LayoutProfile[keyof LayoutProfile];
  readonly unit: 'mm' | 'pt' | '';
  /** Clause of GB/T 9704—2012; empty for practice. */
  readonly source: string;
  readonly force: Force;
  /** Deviation that the standard allows. */
  readonly tolerance: number;
}

const parameter = (
  key: keyof LayoutProfile,
  [en, zh]: readonly [string, string],
  standard: LayoutProfile[keyof LayoutProfile],
  unit: Parameter['unit'],
  source: string,
  force: Force,
  tolerance = 0,
): Parameter => ({ key, title: { en, zh }, standard, unit, source, force, tolerance });

/**
 * Every value of a profile with its clause and force. Source: GB/T 9704—2012. The standard names kinds of type, no vendor's
 * font, and gives no line pitch in points: those values are practice.
 */
export const parameters: readonly Parameter[] = [
  parameter('pageWidth', ['Width of the page', '纸张宽度'], 210, 'mm', '5.1', 'standard', 1),
  parameter('pageHeight', ['Height of the page', '纸张高度'], 297, 'mm', '5.1', 'standard', 1),
  parameter('top', ['Top margin', '天头（上白边）'], 37, 'mm', '5.2.1', 'standard', 1),
  parameter('left', ['Binding margin', '订口（左白边）'], 28, 'mm', '5.2.1', 'standard', 1),
  parameter('textWidth', ['Width of the type area', '版心宽度'], 156, 'mm', '5.2.1', 'standard', 1),
  parameter('textHeight', ['Height of the type area', '版心高度'], 225, 'mm', '5.2.1', 'standard', 1),
  parameter('linesPerPage', ['Lines a page', '每面行数'], 22, '', '5.2.3', 'general'),
  parameter('charactersPerLine', ['Characters a line', '每行字数'], 28, '', '5.2.3', 'general'),
  parameter('linePitch', ['Line pitch', '行距'], 0, 'pt', '', 'practice'),
  parameter('bodyFont', ['Type of the text', '正文字体'], '仿宋_GB2312', '', '5.2.2', 'general'),
  parameter('bodySize', ['Size of the text', '正文字号'], 16, 'pt', '5.2.2', 'general'),
  parameter('latinFont', ['Type of letters and digits', '字母、数字字体'], '', '', '5.2.2', 'general'),
  parameter('titleFont', ['Type of the title', '标题字体'], '方正小标宋简体', '', '7.3.1', 'general'),
  parameter('titleSize', ['Size of the title', '标题字号'], 22, 'pt', '7.3.1', 'general'),
  parameter('titlePitch', ['Line pitch of the title', '标题行距'], 33, 'pt', '', 'practice'),
  parameter('heading1Font', ['Type of first-level headings', '一级标题字体'], '黑体', '', '7.3.3', 'general'),
  parameter('heading2Font', ['Type of second-level headings', '二级标题字体'], '楷体_GB2312', '', '7.3.3', 'general'),
  parameter('heading3Font', ['Type of third-level headings', '三级标题字体'], '仿宋_GB2312', '', '7.3.3', 'general'),
  parameter('heading4Font', ['Type of fourth-level headings', '四级标题字体'], '仿宋_GB2312', '', '7.3.3', 'general'),
  parameter('signerFont', ['Type of the signer’s name', '签发人姓名字体'], '楷体_GB2312', '', '7.2.6', 'standard'),
  parameter('letterheadFont', ['Type of the letterhead', '发文机关标志字体'], '方正小标宋简体', '', '7.2.4', 'hint'),
  parameter('letterheadSize', ['Size of the letterhead', '发文机关标志字号'], 0, 'pt', '7.2.4', 'hint'),
  parameter(
    'letterheadTop',
    ['Letterhead below the type area’s top', '发文机关标志上边缘至版心上边缘'],
    35,
    'mm',
    '7.2.4',
    'standard',
    1,
  ),
  parameter(
    'orderLetterheadTop',
    ['The same in an order', '命令标志上边缘至版心上边缘'],
    20,
    'mm',
    '10.2',
    'standard',
    1,
  ),
  parameter(
    'letterLetterheadTop',
    ['The same in a letter, from the page’s top', '信函发文机关标志上边缘至上页边'],
    30,
    'mm',
    '10.1',
    'standard',
    1,
  ),
  parameter(
    'redLineGap',
    ['Red line below the document number', '红色分隔线在发文字号之下'],
    4,
    'mm',
    '7.2.7',
    'standard',
    1,
  ),
  parameter('red', ['Red', '红色'], 'FF0000', '', '7.2.4', 'standard'),
  parameter('pageNumberFont', ['Type of page numbers', '页码字体'], '宋体', '', '7.5', 'general'),
  parameter('pageNumberSize', ['Size of page numbers', '页码字号'], 14, 'pt', '7.5', 'general'),
  parameter('pageNumbers', ['Place of page numbers', '页码位置'], 'outer', '', '7.5', 'standard'),
  parameter(
    'pageNumberGap',
    ['Page number below the type area', '一字线上距版心下边缘'],
    7,
    'mm',
    '7.5',
    'standard',
    1,
  ),
  parameter('imprintSize', ['Size of the imprint', '版记字号'], 14, 'pt', '7.4', 'general'),
  parameter('tableSize', ['Size of tables', '表格字号'], 12, 'pt', '', 'practice'),
  parameter('seal', ['Sealed', '加盖印章'], true, '', '7.3.5', 'general'),
];

/** GB/T 9704—2012. */
export const standardProfile = Object.fromEntries(
  parameters.map(({ key, standard }) => [key, standard]),
) as unknown as LayoutProfile;

/** A value of a profile that is not the standard's. */
export interface Deviation {
  readonly parameter: Parameter;
  readonly value: LayoutProfile[keyof LayoutProfile];
}

/** Kinds of type by the names of fonts; the standard names kinds, and no font. The first that fits. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/小标宋|xbs/i, '小标宋体'],
  [/仿宋|fang_?song|^fs_/i, '仿宋体'],
  [/楷|kai/i, '楷体'],
  [/黑|hei/i, '黑体'],
  [/宋|song|simsun/i, '宋体'],
];

/** The kind of type that a font is of; its own name where that is not known. */
export const kindOfFont = (font: string): string => kinds.find(([pattern]) => pattern.test(font))?.[1] ?? font;

/** What deviates from the standard by more than it allows. */
export const deviations = (profile: LayoutProfile): readonly Deviation[] =>
  parameters
    .map((parameter) => ({ parameter, value: profile[parameter.key] }))
    .filter(({ parameter, parameter: { standard, tolerance }, value }) =>
      typeof value === 'number' && typeof standard === 'number'
        ? Math.abs(value - standard) > tolerance + 1e-9
        : parameter.key.endsWith('Font')
          ? kindOfFont(String(value)) !== kindOfFont(String(standard))
          : value !== standard,
    );

const pointsPerMillimetre = 72 / 25.4;

/** Millimetres in points. */
export const points = (millimetres: number): number => millimetres * pointsPerMillimetre;

/** Distance of baselines in points, rounded down to what Word can say (a twentieth), so that the lines fit the page. */
export const pitchOf = ({ linePitch, textHeight, linesPerPage }: LayoutProfile): number =>
  linePitch || Math.floor((points(textHeight) / linesPerPage) * 20) / 20;

/** Width of a character of the text in points: the line's width over its characters. */
export const characterWidth = ({ textWidth, charactersPerLine }: LayoutProfile): number =>
  points(textWidth) / charactersPerLine;
