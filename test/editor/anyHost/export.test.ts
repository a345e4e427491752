import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { gongwen } from '../support/gongwen';
import { MemoryFiles } from '../support/memoryFiles';

const notice = `---
发文机关: 青阳市农业农村局
发文字号: 青农发〔2026〕7号
---

# 青阳市农业农村局关于做好春耕备耕工作的通知

各县（市、区）农业农村局：

各村要把种子、化肥、农膜备足备齐，把水渠、泵站、机耕道修好修通，确保不误农时，确保全年粮食生产开好局、起好步。

青阳市农业农村局

2026年3月5日
`;
const partOf = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());

describe('exporting to any file system', () => {
  const files = new MemoryFiles();
  let registration: vscode.Disposable;
  before(async () => {
    await gongwen();
    registration = vscode.workspace.registerFileSystemProvider('gongwen-export', files, { isCaseSensitive: true });
  });
  after(() => {
    registration.dispose();
  });
  afterEach(() => {
    files.files.clear();
  });
  const put = (name: string, content: string): vscode.Uri => {
    files.files.set(`/${name}`, new TextEncoder().encode(content));
    return vscode.Uri.parse(`gongwen-export:/${encodeURIComponent(name)}`);
  };
  const root = vscode.Uri.parse('gongwen-export:/');

  it('writes a Word document that the importer reads back', async () => {
    const draft = put('通知.md', notice);
    const written = await vscode.commands.executeCommand<vscode.Uri[]>('gongwen.export', [draft], { target: root });
    assert.deepEqual(
      written.map(({ path }) => path),
      ['/通知.docx'],
    );
    const { found, problems } = await (await gongwen()).importFiles(written, { dryRun: true });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      found.map(({ title }) => title),
      ['青阳市农业农村局关于做好春耕备耕工作的通知'],
    );
    assert.ok((found[0]?.characters ?? 0) > 60, JSON.stringify(found));
    const counts = await vscode.commands.executeCommand('gongwen.takeBack', written[0], { draft });
    assert.deepEqual(counts, { changes: 0, comments: 0 }, 'nothing comes back of a document that nobody changed');
  });

  it('sets pages by a file of the office, and names what deviates', async () => {
    const profile = put('版式.json', JSON.stringify({ 行距: 28, titleFont: '宋体' })).toString();
    const { bytes, report } = await (await gongwen()).exportDocx(notice, { profile });
    const styles = partOf(bytes, 'word/styles.xml');
    assert.match(styles, /w:styleId="BodyText".*?w:line="560"/);
    assert.match(styles, /w:styleId="Title".*?w:eastAsia="宋体"/);
    assert.match(report.join('\n'), /宋体/);
  });

  it('exports several drafts under names by a pattern, and two of one name beside each other', async () => {
    const drafts = [
      put('甲.md', notice),
      put('乙.md', notice),
      put('丙.md', '# 在总结会上的讲话\n\n同志们：\n\n大家好。\n'),
    ];
    const options = { target: root, fileName: '{发文字号} {标题}' };
    const written = await vscode.commands.executeCommand<vscode.Uri[]>('gongwen.export', drafts, options);
    const name = '青农发〔2026〕7号 青阳市农业农村局关于做好春耕备耕工作的通知';
    assert.deepEqual(
      written.map(({ path }) => path),
      [`/${name}.docx`, `/${name} 2.docx`, '/在总结会上的讲话.docx'],
    );
  });

  it('learns the layout of a sample document, which then is a profile', async () => {
    const profile = put('版式.json', JSON.stringify({ linePitch: 28, titleFont: '华文中宋' })).toString();
    const { bytes } = await (await gongwen()).exportDocx(notice, { profile });
    files.files.set('/样本.docx', bytes);
    const target = vscode.Uri.parse('gongwen-export:/学到的.json');
    const sample = vscode.Uri.parse('gongwen-export:/样本.docx');
    await vscode.commands.executeCommand('gongwen.learnProfile', sample, { target });
    const learned = new TextDecoder().decode(files.files.get(target.path));
    assert.deepEqual(JSON.parse(learned), { linePitch: 28, titleFont: '华文中宋' });
    const again = await (await gongwen()).exportDocx(notice, { profile: target.toString() });
    assert.match(partOf(again.bytes, 'word/styles.xml'), /w:styleId="Title".*?w:eastAsia="华文中宋"/);
  });

  it('says which file cannot be read, and writes nothing', async () => {
    await assert.rejects((await gongwen()).exportDocx(notice, { profile: put('坏.json', '{').toString() }), /坏\.json/);
  });
});
