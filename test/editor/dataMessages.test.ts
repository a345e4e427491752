import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AcceptanceStore } from '../../src/editor/completion/acceptanceStore';
import { closeEditors, gongwen, messagesDuring, openDraft, until, withSetting } from './support/gongwen';
import { MemoryFiles } from './support/memoryFiles';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('what cannot be written', () => {
  const files = new MemoryFiles();
  const folder = 'gongwen-memory:///素材';
  const collection = '/素材/金句/My Quotes.md';
  const quote = '惟其艰难，更显勇毅。';
  const head = '---\ntitle: My Quotes\ncategory: 金句\n---\n\n';
  let registration: vscode.Disposable;

  beforeEach(async () => {
    await gongwen();
    registration = vscode.workspace.registerFileSystemProvider('gongwen-memory', files, { isCaseSensitive: true });
    for (const path of ['/素材', '/素材/金句']) files.folders.add(path);
  });
  afterEach(async () => {
    await closeEditors();
    registration.dispose();
    files.reset();
  });

  /** Saves a sentence as a quote. */
  async function clip(tried: () => boolean): Promise<void> {
    await openDraft(quote);
    await vscode.commands.executeCommand('editor.action.selectAll');
    let over = false;
    void vscode.commands.executeCommand('gongwen.clipQuote').then(() => (over = true));
    await until('the quote is saved, or cannot be', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return over && tried();
    });
  }

  it('costs a clip one message, and the collection nothing', async () => {
    files.files.set(collection, encode(`${head}- 早先存下的一句话。\n`));
    await withSetting('library.personalFolder', folder, async () => {
      for (const fail of [() => (files.room = 0), () => (files.readOnly = true)]) {
        fail();
        const messages = await messagesDuring(() => clip(() => true));
        if (messages) {
          assert.equal(messages.length, 1, messages.join('\n'));
          assert.match(messages[0] ?? '', /^The text could not be saved: /);
        }
        assert.equal(decode(files.files.get(collection)), `${head}- 早先存下的一句话。\n`);
        assert.deepEqual([...files.files.keys()], [collection]);
        [files.room, files.readOnly] = [Infinity, false];
      }
    });
  });

  it('costs an import one message, and leaves nothing behind', async () => {
    files.readOnly = true;
    const text = '在全县秋收会上的讲话\n\n秋收工作时间紧任务重，各村要抢收抢种，颗粒归仓，确保增产增收。\n';
    files.files.set('/来稿/讲话.txt', encode(text));
    const source = vscode.Uri.parse('gongwen-memory:/来稿/讲话.txt');
    await withSetting('library.personalFolder', folder, async () => {
      const messages = await messagesDuring(async () => {
        await vscode.commands.executeCommand('gongwen.import', [source], { preview: false });
      });
      if (messages) {
        assert.equal(messages.length, 1, messages.join('\n'));
        assert.match(messages[0] ?? '', /^The folder “素材” cannot be written to, so nothing was imported: /);
      }
      assert.deepEqual([...files.files.keys()], ['/来稿/讲话.txt']);
    });
  });

  it('is named when an import is undone, goes when it can, and what was edited stays', async () => {
    const names = ['春耕', '夏种', '秋收'];
    for (const name of names)
      files.files.set(
        `/来稿/${name}.txt`,
        encode(
          `在全县${name}会上的讲话\n\n${name}工作时间紧任务重，各村要抓紧${name}，不误农时，确保${name}任务按时完成。\n`,
        ),
      );
    const sources = names.map((name) => vscode.Uri.parse(`gongwen-memory:/来稿/${name}.txt`));
    const written = (): string[] => [...files.files.keys()].filter((path) => path.startsWith('/素材/'));
    await withSetting('library.personalFolder', folder, async () => {
      await (await gongwen()).importFiles(sources);
      assert.equal(written().length, 3, written().join());
      const [edited = '', held = ''] = written();
      files.files.set(edited, encode(`${decode(files.files.get(edited))}\n我补了一句。\n`));
      files.held = held;
      const undo = async (): Promise<void> => {
        await vscode.commands.executeCommand('gongwen.undoImport', { confirm: false });
      };
      const messages = await messagesDuring(undo);
      if (messages) {
        assert.equal(messages.length, 1);
        assert.match(messages[0] ?? '', /1 file\(s\) deleted\. Edited since and left alone: .*Could not be deleted: /);
      }
      assert.deepEqual(written(), [edited, held]);
      files.held = '';
      await undo();
      assert.deepEqual(written(), [edited]);
    });
  });
});

describe('quotes', () => {
  const files = new MemoryFiles();
  const collection = '/素材/金句/My Quotes.md';

  it('go into a collection of another encoding, which loses nothing', async () => {
    await gongwen();
    const registration = vscode.workspace.registerFileSystemProvider('gongwen-memory', files, {
      isCaseSensitive: true,
    });
    for (const path of ['/素材', '/素材/金句']) files.folders.add(path);
    // - 春争日，夏争时。 in GB18030
    files.files.set(collection, Uint8Array.of(0x2d, 0x20, 0xb4, 0xba, 0xd5, 0xf9, 0xc8, 0xd5, 0xa1, 0xa3, 0x0a));
    await withSetting('library.personalFolder', 'gongwen-memory:///素材', async () => {
      await openDraft('人勤地不懒。');
      await vscode.commands.executeCommand('editor.action.selectAll');
      void vscode.commands.executeCommand('gongwen.clipQuote');
      const text = (): string => new TextDecoder('gb18030').decode(files.files.get(collection));
      await until('it is saved', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return text().includes('人勤地不懒');
      });
      assert.match(text(), /^- 春争日。\r?\n\r?\n- 人勤地不懒。\r?\n$/);
    });
    await closeEditors();
    registration.dispose();
  });
});

describe('what completion has learned', () => {
  /** What a session stores; in one that is killed, nothing arrives any more. */
  class SessionMemento implements vscode.Memento {
    killed = false;
    constructor(private readonly disk: Map<string, string>) {}
    keys = (): readonly string[] => [...this.disk.keys()];
    get<T>(key: string, defaultValue?: T): T {
      const text = this.disk.get(key);
      return text === undefined ? (defaultValue as T) : (JSON.parse(text) as T);
    }
    update(key: string, value: unknown): Thenable<void> {
      if (this.killed) return Promise.reject(new Error('killed'));
      this.disk.set(key, JSON.stringify(value));
      return Promise.resolve();
    }
  }
  const likelihood = ({ history }: AcceptanceStore, key: string): number => history.adjust(0.5, key);

  it('is what was kept last when a window is killed while it keeps more', async () => {
    const disk = new Map<string, string>();
    const [memento, later] = [new SessionMemento(disk), new SessionMemento(disk)];
    const store = new AcceptanceStore(memento);
    store.accepted('各地要抓紧春耕备耕');
    memento.killed = true;
    store.accepted('确保粮食颗粒归仓');
    await new Promise((resolve) => setTimeout(resolve));
    assert.ok(likelihood(store, '确保粮食颗粒归仓') > 0.5, 'the session itself goes on');
    const next = new AcceptanceStore(later);
    assert.ok(likelihood(next, '各地要抓紧春耕备耕') > 0.5);
    assert.equal(likelihood(next, '确保粮食颗粒归仓'), 0.5);
    for (const one of [store, next]) one.dispose();
  });

  it('is what can be read of it when it is damaged, and goes on from there', () => {
    for (const damage of ['{}', 'null', '7', '[null, {"key": 7}, {"key": "甲乙", "accepted": "viel"}]']) {
      const disk = new Map([['gongwen.habits', damage]]);
      const store = new AcceptanceStore(new SessionMemento(disk));
      store.accepted('各地要抓紧春耕备耕');
      store.dispose();
      const next = new AcceptanceStore(new SessionMemento(disk));
      assert.ok(likelihood(next, '各地要抓紧春耕备耕') > 0.5, damage);
      next.dispose();
    }
  });
});
