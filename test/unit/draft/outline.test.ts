import assert from 'node:assert/strict';
import { draftSections } from '../../../src/draft/outline';
import { plan, shape } from './sections';

describe('outline of a draft', () => {
  it('nests numbered lines, with or without marks of Markdown', () => {
    const expected = ['一、总体要求', ['二、督查内容', '（一）项目建设', '（二）民生实事'], '三、工作要求'];
    assert.deepEqual(shape(draftSections(plan, 'plaintext')), expected);
    const markdown = `# 方案\n\n## 一、甲\n\n（一）乙。正文。\n\n1.丙\n\n## 二、丁`;
    assert.deepEqual(shape(draftSections(markdown)), [['方案', ['一、甲', ['（一）乙', '1.丙']], '二、丁']]);
    assert.deepEqual(
      draftSections(markdown)[0]?.sections.map(({ markdownLevel }) => markdownLevel),
      [2, 2],
    );
  });

  it('leaves the closing, the signature and the date to no section', () =>
    assert.deepEqual(
      draftSections(plan, 'plaintext').map(({ line, endLine }) => [line, endLine]),
      [
        [2, 6],
        [6, 12],
        [12, 16],
      ],
    ));
});
