import assert from 'node:assert/strict';
import { finish } from '../../../../src/base/slices';
import { importText } from '../../../../src/intake/importText';
import { readFile } from '../../../../src/intake/readFile';
import { parseFrontMatter } from '../../../../src/library/frontMatter';
import { shortBlocks } from '../intakeFixtures';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const sentence = '各地要抓紧落实，不误农时。';

/** Titles and blocks of the articles in a file. */
const articlesOf = async (name: string, bytes: Uint8Array): Promise<string[][]> =>
  (await readFile(name, bytes, parseFrontMatter)).texts.flatMap((text) =>
    finish(importText(text)).drafts.map(({ front, blocks }) => [front.title, ...shortBlocks(blocks)]),
  );
const problemsOf = async (name: string, bytes: Uint8Array): Promise<string[]> =>
  (await readFile(name, bytes, parseFrontMatter)).problems.map((problem) => `${problem.code} ${problem.name}`);

describe('saved pages in one file', () => {
  const message = (...parts: readonly (readonly [headers: string, body: string])[]): Uint8Array =>
    encode(
      `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_x"\r\n\r\n${parts
        .map(([headers, body]) => `------=_x\r\n${headers}\r\n\r\n${body}\r\n`)
        .join('')}------=_x--\r\n`,
    );
  const page = (text: string): string => `<html><head><title>春耕要点</title></head><body><p>${text}</p></body></html>`;
  const quoted = (text: string): string =>
    [...encode(text)]
      .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('')
      .replace(/(.{75})/g, '$1=\r\n');

  it('give the page, whatever its bytes are written in, and what its frames show', async () => {
    const type = 'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ';
    const base64 = Buffer.from(page(sentence)).toString('base64');
    const picture = ['Content-Type: image/png\r\nContent-Transfer-Encoding: base64', 'iVBORw0KGgo='] as const;
    assert.deepEqual(await articlesOf('网页.mht', message([`${type}base64`, base64], picture)), [
      ['春耕要点', sentence],
    ]);
    const split = quoted(page(sentence)).replaceAll(/(=..)=\r\n/g, '$1=\r\n');
    assert.deepEqual(await articlesOf('网页.doc', message([`${type}quoted-printable`, split])), [
      ['春耕要点', sentence],
    ]);
    const frames = message([`${type}8bit`, page('')], [`${type}base64`, base64]);
    assert.deepEqual(
      (await articlesOf('网页.mhtml', frames)).map(([, ...blocks]) => blocks),
      [[sentence]],
    );
  });

  it('without a page in them are damaged', async () => {
    assert.deepEqual(await problemsOf('空.mht', message(['Content-Type: image/png', 'x'])), ['damaged 空.mht']);
  });
});
