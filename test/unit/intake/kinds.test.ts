import assert from 'node:assert/strict';
import { finish } from '../../../src/base/slices';
import { importText } from '../../../src/intake/importText';
import { formatNumber } from '../../../src/intake/formats/docx/numberFormats';
import { toMarkdown } from '../../../src/intake/plan/toMarkdown';
import { readFile } from '../../../src/intake/readFile';
import { parseFrontMatter } from '../../../src/library/frontMatter';
import { docxOf, paragraph, zipOf } from './fileFixtures';
import { intake, shortBlocks } from './intakeFixtures';

/*
 * Members of the kinds of input that importing failed on: the same fault in other words, of another program, in another
 * place. Each failed once.
 */

const first = '请各社区组织力量逐栋登记，建立台账，让每一户都有人管。';
const second = '各单位要在汛期前完成排查，发现险情及时处置，不留死角。';
const title = '关于排查房屋安全的通知';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Titles, source and blocks of the articles in a file. */
async function articlesOf(name: string, bytes: Uint8Array): Promise<string[][]> {
  const { texts } = await readFile(name, bytes, parseFrontMatter);
  return texts.flatMap((text) =>
    finish(importText(text)).drafts.map(({ front, blocks }) => [front.title, front.source, ...shortBlocks(blocks)]),
  );
}

describe('the title of an official document', () => {
  const titleBelow = (head: string): string | undefined =>
    intake(`${head}\n${title}\n\n各社区：\n\n　　${first}\n\n　　${second}\n`).drafts[0]?.front.title;

  it('stands below its number, however that is written', () => {
    for (const number of [
      '（2026）青府字第9号',
      '青政发2026年9号',
      '青政发〔2026〕9号签发人：李某',
      '发文字号：青政发〔2026〕9号',
      '青政发〔二〇二六〕九号',
      'X教发〔20XX〕X号',
      '【2026】青建委9号',
      '（青政发〔2026〕9号）',
      '青府〔2026〕9号　　　　　A',
      '文件编号：青建〔2026〕9号',
    ])
      assert.equal(titleBelow(`${number}\n`), title, number);
  });

  it('stands below its letterhead, whatever belongs to that', () => {
    for (const head of [
      '青阳县住建局文件\n青建发〔2026〕9号\n\n★\n',
      '青 阳 县 住 建 局 文 件\n\n青建发〔2026〕9号\n\n━━━━━━━━━━━━\n',
      '青阳县住建局（函）\n\n青建函〔2026〕9号\n',
      '青阳县安全生产委员会办公室（通知）\n青安办〔2026〕5号\n',
      '青阳县住建局  文件\n青建〔2026〕 9 号\n- - - - - - - -\n',
      '青阳县人民政府办公室电子公文\n\n青政办电〔2026〕9号\n',
      '青阳县人民政府办公室明电\n等级：特提　　　青政办明电〔2026〕9号\n',
      '内部资料\n注意保存\n青阳县住建局文件\n青建发〔2026〕9号\n',
      '青阳县住建局文件\n青建发〔2026〕9号\n签发人：李某某\n会签人：王某某\n',
    ])
      assert.equal(titleBelow(head), title, head);
  });
});

describe('a sentence of an official document', () => {
  it('is kept, though a site or a seller could have written a part of it', () => {
    const sentences = [
      '制作素材库，供各单位免费下载使用。',
      '本网站所有内容应当经审核后发布。',
      '版权所有单位应当加强自我保护，未经许可转载的责令改正。',
      '更多材料请登录县政府门户网站查询。',
    ];
    const { drafts, removed } = intake(`素材共享方案\n\n${[first, ...sentences, second].join('\n')}`);
    assert.deepEqual(shortBlocks(drafts[0]?.blocks), [first, ...sentences, second]);
    assert.deepEqual(
      removed.map(({ kind }) => kind),
      ['title'],
    );
  });

  it('keeps its links, with a title and a destination of any form', () => {
    const text = "详见[县政府网](<http://a.example/b c> (题目,说明))和![图,一](a.png '题,二')。";
    assert.deepEqual(shortBlocks(intake(`${title}\n\n${first}\n\n${text}`).drafts[0]?.blocks).slice(1), [text]);
  });
});

describe('a table of contents of a word processor', () => {
  it('is one, however its pages are written', async () => {
    const titles = ['在全市安全工作会议上的讲话', '关于房屋排查情况的汇报', '校舍安全整治方案'];
    const tabs = '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs></w:pPr>';
    for (const page of [(at: number) => `- ${at} -`, (at: number) => `第${at}页`, (at: number) => 'IVX'.charAt(at)]) {
      const entries = titles.map(
        (one, at) => `<w:p>${tabs}<w:r><w:t>${one}</w:t><w:tab/><w:t>${page(at)}</w:t></w:r></w:p>`,
      );
      const articles = titles.map((one) => paragraph(one) + paragraph(first) + paragraph(second));
      const bytes = docxOf(paragraph('目录') + entries.join('') + articles.join(''));
      const found = await articlesOf('汇编.docx', bytes);
      assert.deepEqual(
        found,
        titles.map((one) => [one, '', first, second]),
        page(1),
      );
    }
  });
});

describe('a web page', () => {
  const pageOf = (body: string, head: string): Uint8Array =>
    encode(`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`);
  const text = `<p>　　${first}</p><p>　　${second}</p>`;
  const own = `<title>${title}</title>`;

  it('gives its article, whatever the site does around it', async () => {
    for (const [body, head, source = ''] of [
      [`<p style="display:none;display:block">${first}</p><p>${second}</p><p style="font-size:0">零号字</p>`, own],
      [`${text}<div style="position:absolute;left:-9999px">屏外的话。</div>`, own],
      [`${text}<form action="/s"><label>站内搜索</label><input name="q"></form>`, own],
      [`<h1>${title}</h1><xmp>　　${first}\n　　${second}</xmp>`, own],
      [`<h1>${title}</h1><div><span>信息来源：住建局</span><span>2026-03-01</span></div>${text}`, own, '住建局'],
      [`<h1>${title}</h1><div><b>来源：住建局</b>\n<b>浏览：12</b></div>${text}`, own, '住建局'],
      [
        `<div>青阳县政府门户网站</div><div>2026年3月1日 星期日</div><p>${title}</p>${text}`,
        '<title>青阳县人民政府</title>',
      ],
      [`<div>政府网</div><div>通知公告</div><h1>${title}</h1>${text}`, '<title>通知公告</title>'],
      [text, `<title>通知公告</title><meta property="og:title" content="${title}_青阳县人民政府">`],
    ])
      assert.deepEqual(
        await articlesOf('页.html', pageOf(body ?? '', head ?? '')),
        [[title, source, first, second]],
        body,
      );
  });

  it('has a title that keeps what belongs to it', async () => {
    for (const [whole, kept] of [
      ['房屋安全工作总结——青阳县人民政府门户网站', '房屋安全工作总结'],
      ['一图读懂|房屋安全规划', '一图读懂|房屋安全规划'],
      ['奋进新征程|房屋安全大排查_青阳县人民政府', '奋进新征程|房屋安全大排查'],
      ['人民日报评论员｜把安全责任扛在肩上 | 求是网', '人民日报评论员｜把安全责任扛在肩上'],
      ['2026年 | 房屋安全工作回顾', '2026年 | 房屋安全工作回顾'],
      ['房屋安全工作总结|青阳先锋', '房屋安全工作总结'],
      ['房屋安全工作回顾·青阳网', '房屋安全工作回顾'],
      ['房屋安全工作回顾 :: 青阳县政府网', '房屋安全工作回顾'],
      ['房屋安全工作回顾 | 青阳先锋', '房屋安全工作回顾'],
    ])
      assert.equal((await articlesOf('页.html', pageOf(text, `<title>${whole}</title>`)))[0]?.[0], kept);
  });
});

describe('a line feed in the source of a page', () => {
  it('is no blank beside a Chinese character', async () => {
    for (const [broken, whole] of [
      ['完成率达到95%\n以上，比\n2025\n年高。', '完成率达到95%以上，比2025年高。'],
      ['气温在30℃\n左右，使用Word\n文档。', '气温在30℃左右，使用Word文档。'],
      ['按照\r\n  R&amp;D\r\n  统计。', '按照R&D统计。'],
      ['见 <b>Visual\nStudio</b> 说明。', '见 Visual Studio 说明。'],
    ]) {
      const page = `<!DOCTYPE html><meta charset="utf-8"><title>${title}</title><p>${first}</p><p>${broken}</p>`;
      assert.deepEqual(await articlesOf('页.html', encode(page)), [[title, '', first, whole]]);
    }
  });
});

describe('a text in HZ', () => {
  // A run to the end of its line, a line that goes on, a tilde, a run on one line with Latin.
  const hz = '~{8w5%N;R*TZQ4FZG0Mj3IEE2i#,7"OVOUGi<0J14&VC#,~}~\n~{2;AtK@=G!#\n\n~{VA~}3~~5~{Ll~}95%~{!#~}\n';

  it('is read', async () => {
    const read = [['页', '', second, '至3~5天95%。']];
    assert.deepEqual(await articlesOf('页.txt', encode(hz)), read);
    assert.deepEqual(await articlesOf('页.txt', encode(hz.replaceAll('\n', '\r\n'))), read);
  });

  it('is none where a mark has no meaning, or what is in braces is no Chinese', async () => {
    for (const text of ['Run ~{abcd~} and see.', `${hz}~user`, 'a ~{<{K5Cw!~} b'])
      assert.ok(
        (await articlesOf('页.txt', encode(text))).flat().some((one) => one.includes('~{')),
        text,
      );
  });
});

describe('numbers in English words', () => {
  it('are those of Word', () => {
    for (const [value, cardinal, ordinal] of [
      [1, 'One', 'First'],
      [12, 'Twelve', 'Twelfth'],
      [20, 'Twenty', 'Twentieth'],
      [43, 'Forty-three', 'Forty-third'],
      [100, 'One hundred', 'One hundredth'],
      [1205, 'One thousand two hundred five', 'One thousand two hundred fifth'],
    ] as const)
      assert.deepEqual([formatNumber(value, 'cardinalText'), formatNumber(value, 'ordinalText')], [cardinal, ordinal]);
    assert.deepEqual(
      [1, 2, 3, 4, 11, 12, 13, 21, 112].map((one) => formatNumber(one, 'ordinal')).join(),
      '1st,2nd,3rd,4th,11th,12th,13th,21st,112th',
    );
  });
});

describe('fenced code in Markdown', () => {
  it('stays as it is, whatever its lines look like', async () => {
    const code = [
      '```sh',
      'echo "完成,已备份(全部)"; # 说明:照抄',
      '  # 一、不是标题',
      '- 也不是列表',
      '第 1 页 共 3 页',
      '~~~',
      '```',
    ];
    const text = [`# ${title}`, '', first, '', ...code, '', second].join('\n');
    const { texts } = await readFile('说明.md', encode(text), parseFrontMatter);
    const markdown = texts.flatMap((one) =>
      finish(importText(one)).drafts.map(({ front, blocks }) => toMarkdown(front, blocks)),
    );
    assert.equal(markdown.length, 1);
    assert.ok(markdown[0]?.includes(`${first}\n\n${code.join('\n')}\n\n${second}\n`), markdown[0]);
  });

  it('is none without an end', async () => {
    const found = await articlesOf('说明.md', encode(`# ${title}\n\n${first}\n\n\`\`\`\n\n完成,已备份。\n`));
    assert.deepEqual(found, [[title, '', first, '```', '完成，已备份。']]);
  });
});

describe('an archive', () => {
  it('has short Chinese names, though their bytes could be letters in UTF-8', async () => {
    const bytes = zipOf({ 'ab.txt': `　　${first}` });
    const named = bytes.map((byte, at) => {
      const place = [0, 1].find((one) => String.fromCharCode(...bytes.slice(at - one, at - one + 6)) === 'ab.txt');
      return place === undefined ? byte : place === 0 ? 0xcd : 0xa8;
    });
    assert.deepEqual(await articlesOf('包.zip', named), [['通', '', first]]);
  });
});
