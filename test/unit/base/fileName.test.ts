import assert from 'node:assert/strict';
import { fileName } from '../../../src/base/fileName';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('the name of a file', () => {
  it('is the title where any system takes it', () => {
    assert.equal(fileName('关于印发《实施方案》的通知'), '关于印发《实施方案》的通知');
    assert.equal(fileName('  2026 年 / 工作：要点?  '), '2026 年 工作：要点');
  });

  it('has no sign that a system forbids, whatever the title holds', () => {
    for (let code = 0; code < 0x3000; code++) {
      const name = fileName(`甲${String.fromCharCode(code)}`);
      assert.ok(!/[\\/:*?"<>|\0-\x1f\x7f-\x9f]|[. ]$/.test(name), `${code}: ${name}`);
      assert.ok(name.startsWith('甲'));
    }
  });

  it('is none of a device of Windows, with an ending or without', () => {
    for (const device of ['CON', 'nul', 'COM1', 'lpt9', 'com²', 'CONIN$', 'aux.2026', 'con .稿'])
      assert.match(fileName(device), /^\S+_/, device);
    for (const other of ['concept', 'com', 'auxiliary.2026', '甲.con']) assert.equal(fileName(other), other);
  });

  it('is never empty, and never a folder above', () => {
    for (const nothing of ['', ' ', '.', '..', '...', '/', '\u202e', '\ud842']) assert.equal(fileName(nothing), '_');
    assert.equal(fileName('../../etc/passwd'), 'etc passwd');
  });

  it('fits into 255 bytes with a number and an ending', () => {
    for (const long of ['字'.repeat(500), '𠮷'.repeat(500), 'a'.repeat(500), '👨‍👩‍👧'.repeat(200)]) {
      const name = fileName(long);
      assert.ok(bytes(`${name} 1000.docx`) <= 255, name);
      assert.ok(name.length > 20);
    }
  });

  it('can be written: no half of a surrogate pair, no mark that turns the text', () => {
    assert.equal(fileName('甲\ud842乙\udfb7'), '甲 乙');
    assert.equal(fileName('会议纪要\u202egnp.exe'), '会议纪要 gnp.exe');
    assert.equal(fileName('𠮷林'), '𠮷林');
  });
});
