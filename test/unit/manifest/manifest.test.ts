import assert from 'node:assert/strict';
import fs from 'node:fs';
import { callsIn, sourceFiles } from './sourceCalls';

const readJson = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T;

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly id: string; readonly completionEvents: readonly string[] }[];
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  };
}

const manifestText = fs.readFileSync('package.json', 'utf8');
const { contributes } = JSON.parse(manifestText) as Manifest;
const english = readJson<Record<string, string>>('package.nls.json');
const chinese = readJson<Record<string, string>>('package.nls.zh-cn.json');
const bundle = readJson<Record<string, string>>('l10n/bundle.l10n.zh-cn.json');
const commands = contributes.commands.map(({ command }) => command);
const sorted = (list: Iterable<string>): string[] => [...new Set(list)].sort();

describe('manifest', () => {
  it('has every text in both languages, and no text that is not used', () => {
    const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
    assert.ok(used.length > 0);
    assert.deepEqual(sorted(Object.keys(english)), sorted(used));
    assert.deepEqual(sorted(Object.keys(chinese)), sorted(used));
  });

  it('has every message of the code in Chinese, and no message that is not used', () => {
    const sources = sourceFiles('src');
    // What knows no host is handed `vscode.l10n.t` as `t`.
    const messages = [...callsIn(sources, 'vscode.l10n.t'), ...callsIn(sources, 't')];
    assert.ok(messages.length > 0);
    assert.deepEqual(sorted(Object.keys(bundle)), sorted(messages));
  });

  it('keeps the arguments of every message in Chinese', () => {
    const slots = (text: string): string[] => sorted(text.match(/\{\d\}|\$\([\w-]+\)|command:[\w.]+/g) ?? []);
    const pairs = [
      ...Object.entries(bundle),
      ...Object.entries(english).map(([key, text]) => [text, chinese[key] ?? ''] as const),
    ];
    for (const [from, to] of pairs) assert.deepEqual(slots(to), slots(from), from);
  });

  it('writes Chinese with full-width punctuation', () => {
    for (const text of [...Object.values(bundle), ...Object.values(chinese)]) {
      assert.doesNotMatch(text, /\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u, text);
    }
  });

  it('declares exactly the commands that the code registers', () => {
    const sources = sourceFiles('src/editor');
    const registered = [...callsIn(sources, 'vscode.commands.registerCommand'), ...callsIn(sources, 'registerCommand')]
      // A leading underscore marks what nobody is to call.
      .filter((name) => !name.startsWith('_'));
    assert.ok(registered.length > 0);
    assert.deepEqual(sorted(commands), sorted(registered));
  });

  it('has no command or view of sinnohzeng/markdown-gongwen-vscode, which may be installed beside it', () => {
    const theirs = [
      'gongwen.exportDocx',
      'gongwen.exportDocxQuick',
      'gongwen.toggleDecorations',
      'gongwen.installBundledFonts',
      'gongwenRenderer',
    ];
    const ours = [
      ...commands,
      ...Object.values(contributes.viewsContainers).flatMap((list) => list.map(({ id }) => id)),
    ];
    assert.deepEqual(
      theirs.filter((id) => ours.includes(id)),
      [],
    );
  });

  it('declares exactly the settings that the code reads', () => {
    const read = callsIn(['src/editor/shared/settings.ts'], 'get').map((name) => `gongwen.${name}`);
    assert.ok(read.length > 0);
    assert.deepEqual(sorted(Object.keys(contributes.configuration.properties)), sorted(read));
  });

  it('names only its own commands and views in menus, keybindings and links', () => {
    const named = [
      ...Object.values(contributes.menus)
        .flat()
        .map(({ command }) => command),
      ...contributes.keybindings.map(({ command }) => command).filter((command) => command !== 'runCommands'),
      ...[
        ...Object.values(english)
          .join(' ')
          .matchAll(/command:([\w.]+)/g),
      ].map((match) => match[1] ?? ''),
    ];
    const views = Object.values(contributes.views).flat();
    const known = new Set([...commands, ...views.map(({ id }) => `${id}.focus`)]);
    assert.deepEqual(
      named.filter((command) => !known.has(command)),
      [],
    );
  });

  it('ticks each step of the walkthrough by a context key that the code sets', () => {
    const keys = fs.readFileSync('src/editor/shared/contextKeys.ts', 'utf8');
    const steps = contributes.walkthroughs.flatMap(({ steps }) => steps);
    for (const { id, completionEvents } of steps) {
      const [, key] = /^onContext:([\w.]+)$/.exec(completionEvents.join()) ?? [];
      assert.ok(key && keys.includes(`'${key}'`), id);
    }
  });

  it('binds no key that an input method takes', () => {
    for (const { key } of contributes.keybindings)
      assert.doesNotMatch(key, /^(?:ctrl|shift)\+(?:space|\.|shift)$|^shift$/);
  });

  it('has one word for a thing in Chinese', () => {
    const shown = [
      ...Object.values(JSON.parse(fs.readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>),
      ...Object.values(JSON.parse(fs.readFileSync('package.nls.zh-cn.json', 'utf8')) as Record<string, string>),
    ];
    // 检索, 文件头部信息
    assert.deepEqual(
      shown.filter((text) => /搜索|信息块|元数据/.test(text)),
      [],
    );
  });

  it('leaves the settings, the snippets and the suggestions of the editor alone', () => {
    assert.ok(!('configurationDefaults' in contributes) && !('snippets' in contributes));
    const stolen = contributes.keybindings.filter(({ key }) => /^(?:enter|tab|up|down)$/.test(key));
    assert.ok(stolen.length > 0 && stolen.every(({ when }) => when?.startsWith('gongwen.suggesting && ')));
  });
});
