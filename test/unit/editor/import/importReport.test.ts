import assert from 'node:assert/strict';
import { articleWarnings, importReport } from '../../../../src/editor/import/importReport';
import type { ImportResult } from '../../../../src/editor/import/importRun';
import type { PlannedArticle } from '../../../../src/intake/plan/planImport';
import { chinese, english } from '../support/localize';

const planned = (more: Partial<PlannedArticle> = {}, complete = true): PlannedArticle =>
  ({
    draft: { front: { title: '在动员会上的讲话', category: '讲话致辞' }, characters: 1200, complete, blocks: [] },
    from: '汇编.docx',
    known: undefined,
    knownPassages: [],
    ...more,
  }) as unknown as PlannedArticle;

const result: ImportResult = {
  articles: [planned()],
  categories: [],
  promised: 0,
  missing: [],
  removed: [],
  mended: [],
  problems: [],
  unread: [],
  files: 1,
};

describe('importReport', () => {
  it('of an import without incident says what was found and nothing else', () => {
    const report = importReport(english, result);
    assert.deepEqual(report.match(/^## .*/gm), ['## Found']);
    assert.match(report, /- 讲话致辞 · 在动员会上的讲话 · 1200 characters/);
  });

  it('has a section for whatever went otherwise, in the order of its weight', () => {
    const report = importReport(english, {
      ...result,
      missing: [{ title: '第三篇', category: '致辞', from: '汇编.docx' }],
      removed: [{ kind: 'advertisement', text: '加群：123456' }],
      mended: [{ kind: 'joined', count: 2, examples: ['全市上/下'] }],
      problems: [{ code: 'binary', name: '图.doc', detail: '' }],
      unread: [{ what: 'scanned', name: '公报.pdf', place: '2', amount: 1 }],
    });
    assert.deepEqual(
      report.match(/^## .*/gm)?.map((line) => line.slice(3)),
      ['Not Taken In', 'Could Not Be Read', 'Found', 'Promised but Missing', 'Mended', 'Removed'],
    );
    for (const part of ['图.doc', '公报.pdf', '致辞 · 第三篇', '全市上/下', '加群：123456'])
      assert.ok(report.includes(part));
  });

  it('shows texts of files as they are', () => {
    const removed = [{ kind: 'footer', text: '[点此](command:x) <b>`#`' } as ImportResult['removed'][number]];
    const report = importReport(english, { ...result, removed });
    assert.match(report, /\\\[点此\\\]\(command:x\) \\<b\\>\\`\\#\\`/);
  });

  it('warns of what breaks off and of what the library holds', () => {
    const known = { title: '旧讲话', same: false };
    const passages = [{ text: '甲', title: '旧讲话' }];
    assert.deepEqual(articleWarnings(english, planned({ known, knownPassages: passages }, false)), [
      'breaks off',
      'nearly the same as 旧讲话',
      '1 passage(s) are in the library already',
    ]);
  });

  it('is there in Chinese', () => assert.match(importReport(chinese, result), /^# 导入报告/));
});
