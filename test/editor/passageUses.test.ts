import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { SearchHit } from '../../src/editor/api';
import { closeEditors, gongwen, until, withSetting } from './support/gongwen';

describe('uses of a passage', () => {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(workspace);
  const at = (name: string): string => path.join(workspace.uri.fsPath, name);
  const file = at('用过的讲话.md');
  const origin = at('汇编.txt');

  afterEach(async () => {
    await closeEditors();
    for (const scratch of [file, origin]) await fs.rm(scratch, { force: true });
  });

  for (const end of ['\n', '\r\n'])
    it(`are gone to in a draft whose lines end in ${JSON.stringify(end)}`, async () => {
      const api = await gongwen();
      const [hit] = await api.search('科技创新 类:讲话', { limit: 1 });
      assert.ok(hit);
      const before =
        '# 在全市推进会上的讲话\n\n同志们：\n\n今天开一个会，主要是把今年的工作再过一遍，把没有办完的事情办完。\n\n';
      await fs.writeFile(file, `${before}${hit.text}\n`.replaceAll('\n', end));
      await until('the draft that holds it is shown', async () => {
        await vscode.commands.executeCommand('gongwen.showUses', { article: hit.article.id, line: hit.line });
        return vscode.window.activeTextEditor?.document.uri.fsPath === file;
      });
      const { line, character } = (vscode.window.activeTextEditor ?? assert.fail()).selection.active;
      assert.deepEqual([line, character], [before.split('\n').length - 1, 0]);
    });

  it('are not in the file that its article was taken in from, also when that was edited since', async () => {
    const api = await gongwen();
    const personal = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-uses-'));
    const passage = '渠系清淤、机井修复、田埂加固要赶在封冻之前一并完工，由水利站逐条逐段验收，验收一段、销号一段。';
    const end = '各镇每周三报一次进度，县水利局随机抽查，抽查结果在下一次调度会上逐镇点评，落后的当场作说明。';
    const opening = '今天把大家请到渠首来，就是要在现场把冬修的任务、时限和责任一次讲清楚，回去以后马上动起来。';
    await fs.writeFile(origin, ['在全县冬修现场会上的讲话', '', '同志们：', opening, passage, end].join('\n'));
    await withSetting('library.personalFolder', personal, async () => {
      const { written } = await api.importFiles([vscode.Uri.file(origin)]);
      const [article] = written;
      assert.ok(article);
      const hits = async (): Promise<readonly SearchHit[]> =>
        (await api.search('"验收一段、销号一段"')).filter(({ uri }) => uri.toString() === article.toString());
      await until('the article is found', async () => (await hits()).length > 0);
      const [hit] = await hits();
      assert.ok(hit);
      const show = (): Thenable<unknown> =>
        vscode.commands.executeCommand('gongwen.showUses', { article: hit.article.id, line: hit.line });
      // What the writer adds to the article is not in the file.
      const added = '会后由县政府督查室牵头，逐项列出清单、明确时限，每月在全县范围内通报一次进展情况，请大家抓紧。';
      await fs.appendFile(article.fsPath, `\n${added}\n`);
      await until('the addition is read', async () => (await api.search('"每月在全县范围内通报"')).length > 0);
      await fs.writeFile(file, `# 在全县水利会上的讲话\n\n同志们：\n\n${passage}\n`);
      // Were the origin a draft too, the writer would be asked which of the two to open.
      await until('the draft is shown', async () => {
        await show();
        return vscode.window.activeTextEditor?.document.uri.fsPath === file;
      });
    });
    await fs.rm(personal, { recursive: true });
  });
});
