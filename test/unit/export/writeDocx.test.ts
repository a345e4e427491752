import assert from 'node:assert/strict';
import { partsOfExport } from './exported';

const draft = `---
发文机关: 青阳市人民政府
发文字号: 青政发〔2026〕9号
印发机关: 青阳市人民政府办公室
印发日期: 2026年3月6日
---

# 青阳市人民政府关于进一步加强全市安全生产隐患排查治理工作的通知

各县（市、区）人民政府：

## 一、检查内容

要坚持“人民至上”。

2026年3月5日
`;

describe('the Word document of a draft', () => {
  it('has named styles with Chinese fonts, indents in characters, outline levels and lines of exact height', async () => {
    const styles = (await partsOfExport(draft)).get('word/styles.xml') ?? '';
    const style = (id: string): string =>
      new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? '';
    assert.match(style('Heading1'), /<w:name w:val="heading 1"\/>.*<w:keepNext\/>.*<w:outlineLvl w:val="0"\/>/);
    assert.match(style('Heading1'), /w:eastAsia="黑体"/);
    assert.match(style('Heading2'), /w:eastAsia="楷体_GB2312"/);
    assert.match(style('BodyText'), /w:hint="eastAsia".*w:ascii="仿宋_GB2312"/);
    assert.match(style('BodyText'), /w:firstLineChars="200"/);
    assert.match(style('Normal'), /w:line="579" w:lineRule="exact"/);
    assert.doesNotMatch(styles, /[tT]heme=/);
  });

  it('has the page of the standard', async () => {
    const document = (await partsOfExport(draft)).get('word/document.xml') ?? '';
    assert.match(document, /<w:pgSz [^>]*w:w="11906" w:h="16838"/);
    const [margins = ''] = /<w:pgMar [^>]*>/.exec(document) ?? [];
    assert.match(margins, /w:top="2098"/);
    assert.match(margins, /w:left="1587"/);
    assert.match(document, /w:linePitch="579"/);
  });

  it('breaks a long title between words', async () => {
    const document = (await partsOfExport(draft)).get('word/document.xml') ?? '';
    const [title = ''] = /<w:p>(?:(?!<w:p>).)*w:val="Title".*?<\/w:p>/.exec(document) ?? [];
    assert.match(title, /全市<.*<w:br\/>.*>安全生产/);
  });

  it('numbers odd and even pages, and has the imprint at the foot of an even page', async () => {
    const parts = await partsOfExport(draft);
    assert.match(parts.get('word/settings.xml') ?? '', /evenAndOddHeaders/);
    assert.match(parts.get('word/document.xml') ?? '', /w:val="evenPage"/);
    assert.match([...parts].filter(([path]) => path.includes('footer')).join(''), /w:val="right".*PAGE/s);
  });
});
