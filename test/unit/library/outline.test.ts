import assert from 'node:assert/strict';
import type { Section } from '../../../src/library/outline';
import { countPassages, outline } from '../../../src/library/outline';
import { parseArticle } from '../../../src/library/parseArticle';

const parse = (text: string): ReturnType<typeof outline> =>
  outline(parseArticle({ uri: 'memory:/a.md', path: 'a.md', origin: 'builtin' }, text).article);

/** `heading: passages [sub-sections]` of a section. */
const show = ({ heading, passages, sections }: Section): string =>
  `${heading.text}: ${passages.map(({ text }) => text).join(' ')} [${sections.map(show).join(', ')}]`;

describe('outline', () => {
  it('puts every passage below the heading that it follows', () => {
    const { passages, sections } = parse('甲\n\n# 一\n\n乙\n\n## 二\n\n丙\n\n丁\n\n## 三\n\n# 四\n\n戊');
    assert.deepEqual(
      passages.map(({ text }) => text),
      ['甲'],
    );
    assert.deepEqual(sections.map(show), ['一: 乙 [二: 丙 丁 [], 三:  []]', '四: 戊 []']);
  });

  it('nests by level even where levels are skipped or begin low', () => {
    assert.deepEqual(parse('### 一\n\n## 二\n\n#### 三\n\n# 四').sections.map(show), [
      '一:  []',
      '二:  [三:  []]',
      '四:  []',
    ]);
  });

  it('ends a section where the next of its level or above begins, the last ones with the text', () => {
    const ends = ({ heading, endLine, sections }: Section): string[] => [
      `${heading.text} ${endLine}`,
      ...sections.flatMap(ends),
    ];
    const text = '# 一\n\n## 二\n\n甲\n\n## 三\n\n# 四\n\n乙';
    assert.deepEqual(parse(text).sections.flatMap(ends), ['一 8', '二 6', '三 8', '四 11']);
  });

  it('gives nothing for an empty article', () => {
    assert.deepEqual(parse(''), { sections: [], passages: [] });
  });
});

describe('countPassages', () => {
  it('counts a section and all below it', () => {
    const whole = parse('甲\n\n# 一\n\n乙\n\n## 二\n\n丙\n\n丁\n\n# 三');
    assert.equal(countPassages(whole), 4);
    assert.deepEqual(whole.sections.map(countPassages), [3, 0]);
  });
});
