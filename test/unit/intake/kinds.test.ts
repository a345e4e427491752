import assert from 'node:assert/strict';
import { finish } from '../../../src/base/slices';
import { importText } from '../../../src/intake/importText';
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
    ])
      assert.equal(titleBelow(`${number}\n`), title, number);
  });

  it('stands below its letterhead, whatever belongs to that', () => {
    for (const head of [
      '青阳县住建局文件\n青建发〔2026〕9号\n\n★\n',
      '青 阳 县 住 建 局 文 件\n\n青建发〔2026〕9号\n\n━━━━━━━━━━━━\n',
      '青阳县住建局（函）\n\n青建函〔2026〕9号\n',
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
    ])
      assert.equal((await articlesOf('页.html', pageOf(text, `<title>${whole}</title>`)))[0]?.[0], kept);
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
