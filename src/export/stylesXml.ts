import type { LayoutProfile } from './profile';
import { characterWidth, pitchOf } from './profile';
import type { Style, StyleId } from './styles';
import { tableLine } from './styles';

/** Other names of the types that the standard asks for: what a program takes where the first is not installed. */
const otherNames: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  方正小标宋简体: '方正小标宋_GBK',
  仿宋: '仿宋_GB2312',
  楷体: '楷体_GB2312',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The font of a run for all kinds of characters; the hint puts “”——…… into the Chinese one. */
export const fontAttributes = (
  font: string,
  latin: string,
): { ascii: string; hAnsi: string; eastAsia: string; cs: string; hint: string } => ({
  ascii: latin || font,
  hAnsi: latin || font,
  eastAsia: font,
  cs: latin || font,
  hint: 'eastAsia',
});

const fontsXml = (font: string, latin: string): string => {
  const { ascii, hAnsi, eastAsia, cs } = fontAttributes(escaped(font), escaped(latin));
  return `<w:rFonts w:hint="eastAsia" w:ascii="${ascii}" w:hAnsi="${hAnsi}" w:eastAsia="${eastAsia}" w:cs="${cs}"/>`;
};

const twips = (length: number): number => Math.round(length * 20);

/**
 * The part of the package with the styles: no theme fonts, which would go before those of the styles; indents in characters;
 * widow control; headings kept with what follows, with outline levels.
 */
export function stylesXml(styles: ReadonlyMap<StyleId, Style>, profile: LayoutProfile): string {
  const width = characterWidth(profile);
  const all = [...styles.values()].map((style) => styleXml(style, profile, width)).join('');
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml(profile.bodyFont, profile.latinFont)}<w:sz w:val="${2 * profile.bodySize}"/><w:szCs w:val="${2 * profile.bodySize}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const table =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaults}${all}${table}</w:styles>`;
}

/** White between Chinese text and digits would leave less than 28 characters to a line. */
const autoSpaceOff = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

function styleXml(style: Style, profile: LayoutProfile, width: number): string {
  const { id, name, outline, firstLine, pitch, align } = style;
  const isNormal = id === 'Normal';
  const isCustom = id.startsWith('Gw');
  const next = outline > 0 || id === 'Title' ? '<w:next w:val="BodyText"/>' : '';
  const spacing =
    pitch > 0
      ? `<w:spacing w:before="0" w:after="0" w:line="${twips(pitch)}" w:lineRule="exact"/>`
      : id === 'GwTable'
        ? `<w:spacing w:before="0" w:after="0" w:line="${twips(tableLine(style.size))}" w:lineRule="atLeast"/>`
        : '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>';
  const indent =
    firstLine > 0 ? `<w:ind w:firstLineChars="${100 * firstLine}" w:firstLine="${twips(firstLine * width)}"/>` : '';
  // The grid of lines would round the height of other lines up.
  const grid = pitch === pitchOf(profile) ? '' : '<w:snapToGrid w:val="0"/>';
  return [
    `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''}${isCustom ? ' w:customStyle="1"' : ''} w:styleId="${id}">`,
    `<w:name w:val="${escaped(name)}"/>${isNormal ? '' : '<w:basedOn w:val="Normal"/>'}${next}<w:qFormat/>`,
    `<w:pPr>${outline > 0 || id === 'Title' ? '<w:keepNext/>' : ''}<w:widowControl/>${isNormal ? autoSpaceOff : ''}${grid}${spacing}${indent}<w:jc w:val="${align}"/>`,
    `${outline > 0 ? `<w:outlineLvl w:val="${outline - 1}"/>` : ''}</w:pPr>`,
    `<w:rPr>${fontsXml(style.font, fontsLatin(style, profile))}<w:b w:val="0"/>${style.color ? `<w:color w:val="${style.color}"/>` : ''}<w:spacing w:val="${spacingOf(style, profile)}"/><w:sz w:val="${2 * style.size}"/><w:szCs w:val="${2 * style.size}"/></w:rPr>`,
    '</w:style>',
  ].join('');
}

/**
 * What is added to each character of the text, in twentieths of a point, so that a line takes as many as it must. Not the grid of
 * characters, which LibreOffice sets otherwise than Word.
 */
export const spacingOf = ({ size }: Style, profile: LayoutProfile): number =>
  size === profile.bodySize ? Math.floor((characterWidth(profile) - size) * 20) : 0;

/** Letters and digits of what is not the text itself stand in its own type. */
const fontsLatin = ({ id }: Style, { latinFont }: LayoutProfile): string =>
  id === 'GwPageNumber' || id === 'GwLetterhead' ? '' : latinFont;

/** The part with the fonts and the names by which a program may know them. */
export function fontTableXml(fonts: Iterable<string>): string {
  const entries = [...new Set(fonts)].filter(Boolean).map((font) => {
    const other = otherNames[font];
    return `<w:font w:name="${escaped(font)}">${other ? `<w:altName w:val="${escaped(other)}"/>` : ''}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
