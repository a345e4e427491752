import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxOf, setDraft } from '../../../src/export/exportDraft';
import { deviationNotes } from '../../../src/export/exportReport';
import { learnProfile } from '../../../src/export/learnProfile';
import type { LayoutValues } from '../../../src/export/profile';
import { standardProfile } from '../../../src/export/profile';
import { readProfile } from '../../../src/export/readProfile';
import { zipOf } from '../intake/fileFixtures';

const notice = readFileSync(join(import.meta.dirname, '../../fixtures/export/general.md'), 'utf8');
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** A Word document of a body and other parts. */
const packageOf = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf({ 'word/document.xml': `<w:document ${namespace}><w:body>${body}</w:body></w:document>`, ...parts });
const learned = async (values: LayoutValues, text = notice): Promise<ReturnType<typeof learnProfile>> =>
  learnProfile(await docxOf(setDraft(text, { profile: readProfile(values).profile })));

describe('a layout learned from a sample document', () => {
  it('is the standard’s where the sample has that', async () => {
    const found = await learned({});
    assert.deepEqual(found?.values, {});
    assert.deepEqual(found?.profile, standardProfile);
  });

  it('has page, margins, fonts, sizes, pitch and page numbers of the sample', async () => {
    const values: LayoutValues = {
      top: 30,
      left: 26,
      textWidth: 160,
      textHeight: 240,
      linesPerPage: 24,
      linePitch: 28,
      charactersPerLine: 29,
      bodyFont: '仿宋',
      latinFont: 'Times New Roman',
      titleFont: '华文中宋',
      titleSize: 20,
      titlePitch: 30,
      heading1Font: '微软雅黑',
      heading2Font: '华文楷体',
      heading3Font: '仿宋',
      heading4Font: '仿宋',
      letterheadFont: '华文中宋',
      pageNumbers: 'centre',
      pageNumberFont: 'Times New Roman',
      pageNumberSize: 12,
      pageNumberGap: 9,
      imprintSize: 15,
      tableSize: 10.5,
    };
    assert.deepEqual((await learned(values))?.values, values);
    const noNumbers = await learned({ pageNumbers: 'none' });
    assert.deepEqual(noNumbers?.values, { pageNumbers: 'none' });
  });

  it('names what deviates, and takes fonts of one kind for the same', () => {
    const notes = deviationNotes({ ...standardProfile, bodyFont: '仿宋', titleFont: '宋体', left: 28.5, top: 30 });
    assert.deepEqual(
      notes.map(({ message: { zh }, args: [value = ''] }) => zh.replace('{0}', value)),
      [
        '与标准不同：天头（上白边）为30 mm，标准为37 mm（GB/T 9704—2012 5.2.1）。',
        '与标准不同：标题字体为宋体，标准为小标宋体（GB/T 9704—2012 7.3.1）。',
      ],
    );
  });

  it('resolves theme fonts, styles and automatic pitch as other programs write them', () => {
    const body = '各级各部门要切实提高认识，压实责任，对照清单逐项抓好落实，确保各项任务按时完成。';
    const found = learnProfile(
      packageOf(
        `<w:p><w:pPr><w:pStyle w:val="a"/><w:spacing w:line="360" w:lineRule="auto"/></w:pPr><w:r><w:t>${body}</w:t></w:r></w:p>
         <w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:gutter="0"/></w:sectPr>`,
        {
          'word/styles.xml': `<w:styles ${namespace}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
             <w:style w:type="paragraph" w:styleId="b"><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
             <w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style></w:styles>`,
          'word/theme.xml':
            '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>',
        },
      ),
    );
    assert.equal(found?.profile.bodyFont, '等线');
    assert.equal(found?.profile.bodySize, 16);
    assert.equal(found?.profile.linePitch, 31.2);
    assert.equal(found?.profile.left, 31.8);
    assert.ok(found?.unknown.includes('titleFont'));
  });

  it('is none of what is no Word document', () => assert.equal(learnProfile(packageOf('')), undefined));
});
