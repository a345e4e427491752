import assert from 'node:assert/strict';
import { parseXml, elementsOf } from '../../../src/intake/formats/xml';
import type { XmlElement } from '../../../src/intake/formats/xml';
import { fixtures, partsOfExport } from './exported';

/**
 * Order of what stands within elements of WordprocessingML, as far as we write it. Source: ISO/IEC 29500-4 (transitional), the
 * schema's CT_PPrBase, EG_RPrBase, CT_SectPr, CT_TblPr, CT_TcPr, CT_TrPr, CT_Style. Word refuses to open or repairs what stands otherwise.
 */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
      ' ',
    ),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
      ' ',
    ),
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid'.split(
      ' ',
    ),
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook'.split(
      ' ',
    ),
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(' '),
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr'.split(
      ' ',
    ),
  'w:tbl': ['tblPr', 'tblGrid', 'tr'],
};

function disorders(element: XmlElement): string[] {
  const order = orders[element.name];
  const children = elementsOf(element);
  const places = order ? children.map(({ name }) => order.indexOf(name.replace(/^w:/, ''))) : [];
  const isRight = places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
  const own = isRight ? [] : [`${element.name}: ${children.map(({ name }) => name).join(' ')}`];
  return [...own, ...children.flatMap(disorders)];
}

describe('the parts of an exported document', () => {
  it('have what stands within their elements in the order of the schema', async () => {
    for (const [name, { text, options }] of fixtures)
      for (const [path, xml] of await partsOfExport(text, options)) {
        const root = /^word\/.*\.xml$/.test(path) ? parseXml(xml) : undefined;
        if (root) assert.deepEqual(disorders(root), [], `${name}: ${path}`);
      }
  }).timeout(60_000);

  it('would be found in disorder', () => {
    const root = parseXml(
      '<w:pPr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:jc/><w:ind/></w:pPr>',
    );
    assert.deepEqual(root && disorders(root), ['w:pPr: w:jc w:ind']);
  });
});
