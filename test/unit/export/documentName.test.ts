import assert from 'node:assert/strict';
import { documentName } from '../../../src/export/documentName';
import { readDraft } from '../../../src/export/readDraft';

const draft = readDraft(
  '---\n发文机关: 青阳市人民政府\n发文字号: 青政发〔2026〕9号\n---\n\n# 关于“开工/复工”的通知\n\n各县：\n\n正文。\n\n青阳市人民政府\n\n2026年3月5日\n',
);
const bare = readDraft('# 在总结会上的讲话\n\n同志们：\n\n大家好。\n');

describe('the name of an exported document', () => {
  it('follows a pattern, and is safe on any system', () => {
    assert.equal(documentName('{发文字号} {标题}', draft, '/x/草稿.md'), '青政发〔2026〕9号 关于“开工 复工”的通知');
    assert.equal(documentName('{日期}_{文种}_{文件名}', draft, '/x/草稿.md'), '20260305_通知_草稿');
    assert.equal(documentName('{office}（{title}）', bare, '/x/草稿.md'), '（在总结会上的讲话）');
    assert.equal(documentName('../{文件名}', draft, '/x/草稿.md'), '草稿');
  });

  it('leaves out what a draft does not have, with the marks around it', () => {
    assert.equal(documentName('{发文字号} {标题}', bare, ''), '在总结会上的讲话');
    assert.equal(documentName('{标题}（{发文字号}）', bare, ''), '在总结会上的讲话');
    assert.equal(documentName('{日期}-{标题}-{密级}', bare, ''), '在总结会上的讲话');
  });

  it('has its ending once, whoever wrote it', () => {
    assert.equal(documentName('{标题}.docx', bare, ''), '在总结会上的讲话');
    assert.equal(documentName('{文件名}.DOCX', bare, '/x/草稿.docx.md'), '草稿');
  });

  it('is never empty: the draft’s own name, else its title', () => {
    assert.equal(documentName('{发文字号}', bare, '/x/草稿.md'), '草稿');
    assert.equal(documentName('', bare, ''), '在总结会上的讲话');
    assert.equal(documentName('{文件名}', readDraft(''), ''), '_');
    assert.equal(documentName('{不明}', bare, ''), '{不明}');
  });
});
