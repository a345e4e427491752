import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Heading } from '../../../src/library/article';
import type { BodyParagraph } from '../../../src/library/body';
import { readWithParser } from '../../../src/library/markdownBody';
import { markdownSections } from '../../../src/library/markdownSections';
import { plainMarkdown } from '../../../src/library/plainMarkdown';

const whole = (text: string): { from: number; to: number; line: number } => ({ from: 0, to: text.length, line: 0 });

function parsed(text: string): { headings: Heading[]; blocks: BodyParagraph[] } {
  const body = { headings: [], blocks: [] };
  readWithParser(text, whole(text), body);
  return body;
}

describe('plainMarkdown', () => {
  const pieces = fc.constantFrom(
    ...['第一条', '为了', '发展。', 'a', '1', '１', '。'],
    ...['\n', '\n', '\n', '\n\n', ' ', '  ', '    ', '　', '　　', '\t'],
    ...['# ', '## ', '#', '- ', '+ ', '* ', '-', '1. ', '2. ', '12) ', '1.', '> ', '>'],
    ...[
      '---',
      '===',
      '***',
      '_',
      '*',
      '**',
      '`',
      '```\n',
      '[',
      ']: x',
      '<b>',
      '<!-- 注 -->',
      '<!-- ',
      '&nbsp;',
      '\\',
      '|',
      '~~~',
      '!',
      '\ufeff',
    ],
  );
  const documents = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

  it('gives what the parser gives, or nothing', () => {
    let read = 0;
    fc.assert(
      fc.property(documents, (text) => {
        const plain = plainMarkdown(text, whole(text));
        if (!plain) return;
        read++;
        assert.deepEqual(plain, parsed(text));
      }),
      { numRuns: 20000 },
    );
    assert.ok(read > 200, `only ${read} were plain`);
  });

  it('reads articles as they are written', () => {
    for (const text of [
      '# 讲话\n\n同志们：\n\n## 一、形势\n\n　　第一段。\n　　第二段。\n\n## 二、任务\n\n首先，抓落实。\n其次，见成效。\n',
      '- 第一句。\n- 第二句。\n\n- 第三句。\n\n后面的话。\n',
      '# 法\n\n2020年\n\n<!-- INFO END -->\n\n## 第一章\n\n第一条　为了规范，制定本法。\n',
      '1. 一\n2. 二\n\n## 标题\n* 三\n',
      '第一条　为了**规范**，制定本法。\n    缩进的一段。\n',
    ]) {
      assert.deepEqual(plainMarkdown(text, whole(text)), parsed(text));
    }
  });

  it('gives what the parser gives for every article that ships', () => {
    const corpus = join(import.meta.dirname, '../../../corpus');
    let read = 0;
    for (const path of readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.md')) continue;
      const text = readFileSync(join(corpus, path), 'utf8').replace(/\r\n?/g, '\n');
      for (const { from, to } of markdownSections(text, text.indexOf('\n---', 3) + 5, 0)) {
        const section = text.slice(from, to);
        const plain = plainMarkdown(section, whole(section));
        if (!plain) continue;
        read++;
        assert.deepEqual(plain, parsed(section), path);
      }
    }
    assert.ok(read > 300, `only ${read} were plain`);
  });

  it('leaves to the parser what is more than prose', () => {
    for (const text of [
      '> 引文',
      '一\n---',
      '- 一\n  二',
      '<b>一</b>',
      '[一]: x',
      '# *一*',
      '- - 一',
      '```\n一\n```',
    ]) {
      assert.equal(plainMarkdown(text, whole(text)), undefined, text);
    }
  });
});
