import type { RemovalKind } from '../../../library/document';

/** What words of rich text mean. Source: RTF Specification 1.9.1, “Character Set” and “Destinations”. */

/** Destinations that `\*` marks as left out by who does not know them, and that hold text all the same. */
export const known =
  /^(?:shpinst|shptxt|ud|nesttableprops|moMath|moMathPara|m[a-zA-Z]+|pn|pntext|fldinst|listtext|footnote|annotation|txbx|shprslt|result)$/;
/** Destinations whose text is not the document's. */
export const silent = new Set(
  [
    'fonttbl colortbl stylesheet info pict objdata objclass objname',
    'fldinst datafield listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping latentstyles',
    'datastore pntxta pntxtb pnseclvl bkmkstart bkmkend atnid atnauthor atndate atnref atrfstart atrfend xe tc rxe',
    'mmathPr mmathPict mctrlPr mfPr mdPr mrPr mnaryPr msSupPr msSubPr ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn sp shppict nonshppict',
    'userprops docvar xmlnstbl wgrffmtfilter fname ffname ffdeftext ffl template passwordhash nonesttables background do',
  ].flatMap((line) => line.split(' ')),
);

/** Destinations whose text is read and listed as removed, and why. */
export const aside: Readonly<Record<string, RemovalKind>> = Object.fromEntries([
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'].map(
    (name) => [name, 'runningHead'] as const,
  ),
  ['annotation', 'comment'] as const,
]);

/** Names of encodings by Windows code page, and by the number that a font has for its characters. */
const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 54936: 'gb18030', 65001: 'utf-8',
  1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 1253: 'windows-1253', 1254: 'windows-1254',
  1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258', 874: 'windows-874',
  10000: 'macintosh',
}; // prettier-ignore
export const charsets: Readonly<Record<number, number>> = {
  0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
  186: 1257, 204: 1251, 222: 874, 238: 1250,
}; // prettier-ignore

export const signs: Readonly<Record<string, string>> = {
  tab: '\t', line: '\n', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”',
  bullet: '•', emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005', '~': '\u00a0', _: '-', '\\': '\\', '{': '{', '}': '}',
}; // prettier-ignore

const decoders = new Map<number, TextDecoder>();

/** Reads bytes of a code page. */
export function decoderOf(page: number): TextDecoder {
  let decoder = decoders.get(page);
  if (!decoder) {
    decoder = new TextDecoder(codePages[page] ?? 'windows-1252');
    decoders.set(page, decoder);
  }
  return decoder;
}

/** Programs set Chinese bytes in a Western font: where its bytes come in pairs, the document's own code page holds. */
export const needsDefault = (bytes: Uint8Array, page: number): boolean => {
  if (page !== 1252) return false;
  const high = bytes.filter((byte) => byte > 0x80).length;
  return high >= 2 && high * 2 > bytes.length;
};
