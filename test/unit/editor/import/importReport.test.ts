import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { ChosenArticle } from '../../../../src/editor/import/choice';
import { articleWarnings, importOutcome, importReport } from '../../../../src/editor/import/importReport';
import { isNotable, removedDocument } from '../../../../src/editor/import/removedTexts';
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
  tally: { read: 1200, inArticles: 1200, removed: 0 },
  mended: [],
  problems: [],
  unread: [],
  files: 1,
  checksums: [],
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
      removed: [{ kind: 'advertisement', text: '加群：123456', from: '汇编.docx' }],
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

  it('records what was written, where, and what was not', () => {
    const [kept, dropped, present] = ['甲讲话', '乙讲话', '丙讲话'].map((title) =>
      planned({
        draft: { front: { title, category: '讲话致辞' }, characters: 9, complete: true, blocks: [] },
      } as unknown as Partial<PlannedArticle>),
    ) as [PlannedArticle, PlannedArticle, PlannedArticle];
    const uri = { scheme: 'file', fsPath: '/素材/经验交流/甲讲话（改）.md', path: '' } as Uri;
    const all = { ...result, articles: [kept, dropped, present] };
    const chosen = (article: PlannedArticle, title: string, category: string): ChosenArticle =>
      ({ planned: article, front: { title, category }, blocks: [] }) as unknown as ChosenArticle;
    const articles = [chosen(kept, '甲讲话（改）', '经验交流'), chosen(present, '丙讲话', '讲话致辞')];
    const outcome = importOutcome(all, { articles, folder: uri }, [{ uri, text: '', from: kept }]);
    const report = importReport(english, all, outcome);
    assert.match(report, /## Written\n\n- 经验交流 · 甲讲话（改） → \/素材\/经验交流\/甲讲话（改）\.md\n/);
    assert.match(report, /## There Already, Word for Word\n\n- 丙讲话\n/);
    assert.match(report, /## Not Ticked\n\n- 乙讲话\n/);
  });

  it('shows texts of files as they are', () => {
    const removed = [{ kind: 'footer', text: '[点此](command:x) <b>`#`', from: '' } as ImportResult['removed'][number]];
    const report = importReport(english, { ...result, removed });
    assert.match(report, /\\\[点此\\\]\(command:x\) \\<b\\>\\`\\#\\`/);
  });

  it('shows no text of a file as Markdown, wherever it stands', () => {
    const hostile = '\u202egnp\u001b\n# [改](command:x)<img src=x>&lt;$x$~~y~~|*z*';
    const front = { title: hostile, category: hostile };
    const article = planned({
      draft: { front, characters: 9, complete: true, blocks: [] } as unknown as PlannedArticle['draft'],
      known: { title: hostile, same: false },
      knownPassages: [{ text: hostile, title: hostile }],
    });
    const report = importReport(
      english,
      {
        ...result,
        articles: [article],
        categories: [hostile],
        missing: [{ ...front, from: hostile }],
        removed: [
          { kind: 'footer', text: hostile, from: hostile },
          { kind: 'footer', text: '- 甲', from: '' },
        ],
        mended: [{ kind: 'joined', count: 1, examples: [hostile] }],
        problems: [{ code: 'binary', name: hostile, detail: hostile }],
        unread: [{ what: 'scanned', name: hostile, place: hostile, amount: 1 }],
      },
      {
        written: [{ ...front, uri: { scheme: 'file', fsPath: hostile } as Uri }],
        present: [hostile],
        unticked: [hostile],
      },
    );
    assert.ok(report.split('gnp').length > 12, report);
    assert.doesNotMatch(report, /[\u202e\u001b]/);
    const marks = report.replace(/^## |^# Import Report/gm, '').replace(/\\./g, '');
    assert.doesNotMatch(marks, /[[\]<>#&$~|*]/);
  });

  it('lets no text of a file begin a list', () => {
    const report = importReport(english, result, {
      written: [],
      present: ['- 甲', '1. 乙', '+ 丙', '（一）丁'],
      unticked: [],
    });
    assert.ok(report.includes('- \\- 甲\n- 1\\. 乙\n- \\+ 丙\n- （一）丁\n'), report);
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

  it('counts both sides of what was read', () => {
    const tally = { read: 100, inArticles: 90, removed: 8 };
    const unread = [{ what: 'characters', name: '公报.pdf', place: '2', amount: 3 } as const];
    assert.match(
      importReport(english, { ...result, tally, unread }),
      /100 letters, digits and Chinese characters were read: 90 are in articles, 8 were removed\. 3 more could not be read\. 2 are in neither/,
    );
    assert.match(importReport(chinese, { ...result, tally, unread }), /去除。另有 3 个无法读取。有 2 个去向不明/);
  });
});

describe('what was removed', () => {
  const piece = (text: string, kind: 'footer' | 'title' = 'footer'): ImportResult['removed'][number] => ({
    kind,
    text,
    from: '网页.html',
  });
  const of = (read: number, ...removed: ImportResult['removed'][number][]): ImportResult => ({
    ...result,
    removed,
    tally: { read, inArticles: 0, removed: 0 },
  });

  it('is notable from two in a hundred characters, and from two hundred in one piece', () => {
    assert.ok(!isNotable(of(1000, piece('版权所有版权所有版权'))));
    assert.ok(isNotable(of(1000, piece('版权所有版权所有版权所有'.repeat(2)))));
    assert.ok(isNotable(of(1_000_000, piece('字'.repeat(201)))));
  });

  it('is not what stands in the front matter', () => {
    assert.ok(!isNotable(of(100, piece('关于修缮水渠确保春耕用水的通知', 'title'))));
  });

  it('is shown as it is, with its reason', () => {
    assert.match(
      removedDocument(english, of(100, piece('[点此](command:x)'))),
      /frame of the web page · 网页\.html\n\n {4}\[点此\]\(command:x\)/,
    );
    const turned = removedDocument(
      english,
      of(100, { ...piece('甲\u202e乙\n丙\u001b'), from: '[改](command:x)\u202e' }),
    );
    assert.match(turned, /· \\\[改\\\]\(command:x\)\ufffd\n\n {4}甲\ufffd乙\n {4}丙␛\n/);
  });
});
