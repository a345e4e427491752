// Runs inside VS Code's extension host, in place of tests; see host.mjs.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import type { GongwenApi } from '../src/editor/api';
import { processorTime } from './support/turns';

const queries = [
  '科技创新',
  '人才 成果',
  '打通最后一公里',
  '"中试平台"',
  'kjcx',
  '金融 早期',
  '体制机制改革',
  '转化',
  '创',
  '类:讲话 落实',
];
const drafts = [
  '科技',
  '我们要推动科技',
  '强化企业科技',
  '坚持',
  '加强kjcx',
  '要把创新',
  '统筹推进',
  '深化体制',
  '全面落实',
  '同志们，今天',
];

/** Tells the milliseconds since it was made: of the clock, or of the processor where that is less, since the host is not alone. */
function stopwatch(): () => number {
  const [start, processor] = [performance.now(), processorTime()];
  return () => Math.min(performance.now() - start, processorTime() - processor);
}

/** Milliseconds that `work` takes. */
async function time(work: () => unknown): Promise<number> {
  const taken = stopwatch();
  await work();
  return taken();
}

/** Loads the extension's code and stands in front of its `activate`: the rest of an activation is the editor's own work. */
function measureOwnCode(main: string): { readonly loading: number; readonly activating: () => number } {
  const load = createRequire(main);
  const takenToLoad = stopwatch();
  const code = load(main) as { activate(context: vscode.ExtensionContext): unknown };
  const loading = takenToLoad();
  let activating = NaN;
  const activate = (context: vscode.ExtensionContext): unknown => {
    const taken = stopwatch();
    const api = code.activate(context);
    activating = taken();
    return api;
  };
  const loaded = load.cache[main];
  if (loaded) loaded.exports = { ...code, activate };
  return { loading, activating: () => activating };
}

/** Measures one fresh host and writes the milliseconds of everything to the file that GONGWEN_BENCH names. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<GongwenApi>('gongwen.gongwen-library');
  if (!extension || extension.isActive) throw new Error('the extension must be there, and not active yet');
  // The workbench is still busy with itself.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const own = measureOwnCode(path.join(extension.extensionPath, 'dist/extension.js'));
  const whole = await time(() => extension.activate());
  const activate = own.loading + own.activating();
  const api = extension.exports;
  const firstSearch = await time(() => api.search('科技创新'));
  const later: number[] = [];
  for (const query of queries) later.push(await time(() => api.search(query)));
  const firstCompletion = await time(() => api.complete('科技', 2));
  const completions: number[] = [];
  for (const draft of drafts) completions.push(await time(() => api.complete(draft, draft.length)));
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: drafts.join('\n\n') });
  const asked: number[] = [];
  for (const line of drafts.keys()) {
    const position = document.lineAt(line * 2).range.end;
    asked.push(
      await time(() => vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, position)),
    );
  }
  const figures = { activate, whole, firstSearch, later, firstCompletion, completions, asked };
  writeFileSync(process.env.GONGWEN_BENCH ?? '', JSON.stringify(figures));
}
