import assert from 'node:assert/strict';
import { readHtml } from '../../../../src/intake/formats/html/html';

const sentence = '各地要抓紧落实，不误农时。';

/** Lines of a page with a style sheet. */
const linesOf = (style: string, body: string): string[] =>
  readHtml(`<html><head><style>${style}</style></head><body>${body}</body></html>`, '').lines.map(({ text }) => text);

const hidden = '先修渠，后种树。';

describe('a web page', () => {
  it('gives nothing that its style sheet hides, by whatever selector', () => {
    for (const [style, body] of [
      ['.box .off { display: none }', `<div class="box"><p class="off">${hidden}</p></div>`],
      ['div#a.off { visibility: hidden }', `<div id="a" class="off">${hidden}</div>`],
      ['.off { display: none } @media print { .on { display: none } }', `<p class="off">${hidden}</p>`],
      ['.off { display: none !important } .on.off { display: block }', `<p class="off on">${hidden}</p>`],
    ] as const)
      assert.deepEqual(linesOf(style, `${body}<p class="on">${sentence}</p>`), [sentence], style);
  });

  it('gives what a selector does not fit, and what a heavier or later rule shows', () => {
    for (const [style, body] of [
      ['.box .off { display: none }', `<p class="off">${hidden}</p>`],
      ['p.off { display: none }', `<div class="off">${hidden}</div>`],
      ['@media (max-width: 600px) { .off { display: none } }', `<p class="off">${hidden}</p>`],
      ['.tab.on { display: block } .tab { display: none }', `<div class="tab on">${hidden}</div>`],
      ['.tab { display: none } .on { display: block }', `<div class="tab on">${hidden}</div>`],
      ['.tab { display: none }', `<div class="tab" style="display: block">${hidden}</div>`],
    ] as const)
      assert.deepEqual(linesOf(style, `${body}<p>${sentence}</p>`), [hidden, sentence], style);
  });

  it('is named without the site, behind the title or in front of it', () => {
    for (const title of [
      '在春耕现场会上的讲话_要闻_某某市人民政府网',
      '某某市人民政府网_在春耕现场会上的讲话',
      '在春耕现场会上的讲话 - 某某网',
      '在春耕现场会上的讲话 » 某某水利',
      '首页 > 要闻 > 在春耕现场会上的讲话',
    ])
      assert.equal(
        readHtml(`<html><head><title>${title}</title></head><body><p>${sentence}</p></body></html>`, '').name,
        '在春耕现场会上的讲话',
      );
  });

  it('has a title that is broken over lines where they repeat its own together', () => {
    const page = (title: string): readonly (readonly [string, unknown])[] =>
      readHtml(
        `<html><head><title>${title}_中国某网</title></head><body><p>关于修缮灌溉</p><p>水渠的<br>若干问题</p><p>${sentence}</p></body></html>`,
        '',
      ).lines.map(({ text, mark }) => [text, mark?.kind]);
    assert.deepEqual(page('关于修缮灌溉水渠的若干问题'), [
      ['关于修缮灌溉水渠的若干问题', 'heading'],
      [sentence, undefined],
    ]);
    assert.equal(page('别的')[0]?.[0], '关于修缮灌溉');
  });

  it('keeps below its title no heading that is the name of the site', () => {
    const page = `<html><head><title>关于修缮水渠的通知-某县人民政府</title></head><body><h1>某县人民政府</h1>
      <ul><li>首页</li></ul><h2>关于修缮水渠的通知</h2><p>${sentence}</p></body></html>`;
    const { lines, removed = [] } = readHtml(page, '');
    assert.deepEqual(
      [lines, removed].map((all) => all.map(({ text }) => text)),
      [
        ['关于修缮水渠的通知', sentence],
        ['某县人民政府', '首页'],
      ],
    );
  });
});
