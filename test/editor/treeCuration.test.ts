import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Curation } from '../../src/editor/tree/curation';
import type { CurationParts } from '../../src/editor/tree/curation';
import { UsedMaterial } from '../../src/editor/material/usedMaterial';
import { treeItem } from '../../src/editor/tree/treeItem';
import { categoryNodes, childNodes, favoritesNode } from '../../src/editor/tree/treeNodes';
import { articleMaterial } from '../../src/editor/material/material';
import { readerUri } from '../../src/editor/material/reader';
import { parseArticle } from '../../src/library/parseArticle';
import { closeEditors, until } from './support/gongwen';

/** What the modal question was, and how it is answered. */
async function answering(answer: string | undefined, run: () => Promise<void>): Promise<readonly string[]> {
  const asked: string[] = [];
  const { showWarningMessage } = vscode.window;
  Object.assign(vscode.window, {
    showWarningMessage: (question: string) => {
      asked.push(question);
      return Promise.resolve(answer);
    },
  });
  try {
    await run();
  } finally {
    Object.assign(vscode.window, { showWarningMessage });
  }
  return asked;
}

describe('curation from the tree', () => {
  const articles = ['春耕', '秋收', '冬储'].map(
    (name) =>
      parseArticle(
        { uri: `file:///素材/讲话/${name}.md`, path: `讲话/${name}.md`, origin: 'personal' },
        `${name}要早。\n`,
      ).article,
  );
  const [category] = categoryNodes(articles);
  assert.ok(category);
  const kept = new Map<string, unknown>();
  const memento = {
    get: (key: string, otherwise: unknown) => kept.get(key) ?? otherwise,
    update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
  const used = new UsedMaterial(memento as never, () => true);
  const tried: string[] = [];
  const parts = {
    library: {
      articles,
      load: () => Promise.resolve(),
      article: (id: string) => articles.find((one) => one.id === id),
    },
    sources: {
      rootOf: () => undefined,
      announce: () => Promise.resolve(),
    },
    used,
    selection: () => [],
    reveal: () => Promise.resolve(),
    log: { error: (reason: unknown) => tried.push(String(reason)), warn: () => undefined },
  };
  const curation = new Curation(parts as unknown as CurationParts);

  beforeEach(closeEditors);

  it('asks before a hand that slipped moves a whole category', async () => {
    const asked = await answering(undefined, () => curation.drop([category], '公文范文'));
    assert.deepEqual(asked, ['Move 3 articles to “公文范文”?']);
    assert.deepEqual(tried, [], 'nothing was tried');
    const passages = category.articles.map(({ material }) => ({ kind: 'passage', material }) as never);
    assert.deepEqual(await answering('Move', () => curation.drop(passages, '公文范文')), []);
    assert.deepEqual(tried, [], 'a passage is no article');
  });

  it('renames a category with the articles that a filter hides', async () => {
    const [filtered] = categoryNodes(articles, '春耕');
    assert.equal(filtered?.articles.length, 1);
    await curation.rename(filtered, '农业');
    // The files are not there, so each is tried in vain.
    assert.equal(tried.splice(0).length, 3);
  });

  it('shows the star of a passage where a long text does not hide it', () => {
    const [article] = category.articles;
    assert.ok(article);
    const [passage] = childNodes(article);
    assert.ok(passage);
    const icons = [true, false].map((isFavorite) => treeItem(passage, false, () => isFavorite).iconPath);
    assert.deepEqual(
      icons.map((icon) => (icon as vscode.ThemeIcon).id),
      ['star-full', 'note'],
    );
  });

  it('deletes an article, and closes the tab that shows it', async () => {
    const deleted: string[] = [];
    const never = (): never => {
      throw vscode.FileSystemError.NoPermissions();
    };
    // Of its own kind, so that no desktop asks for a trash.
    const files: vscode.FileSystemProvider = {
      onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
      watch: () => new vscode.Disposable(() => undefined),
      stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: 1 }),
      delete: (uri) => void deleted.push(uri.path),
      readDirectory: never,
      createDirectory: never,
      readFile: never,
      writeFile: never,
      rename: never,
    };
    const provider = vscode.workspace.registerFileSystemProvider('gongwen-test', files);
    const uri = vscode.Uri.from({ scheme: 'gongwen-test', path: '/夏播.md' }).toString();
    const place = { uri, path: '夏播.md', origin: 'personal' };
    const { article } = parseArticle(place, '夏播要抢墒。\n');
    articles.push(article);
    const [own] = categoryNodes([article]);
    assert.ok(own);
    const tabs = (): number => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
    await vscode.window.showTextDocument(readerUri(article));
    await until('it is shown', () => tabs() === 1);
    const asked = await answering('Delete Permanently', () => curation.delete(own));
    articles.pop();
    provider.dispose();
    assert.deepEqual([asked, tried, deleted], [['Delete “夏播”?'], [], ['/夏播.md']]);
    await until('its tab is closed', () => tabs() === 0);
  });

  it('takes the mark away from a favourite that is deleted, and leaves its article alone', async () => {
    const [article] = articles;
    assert.ok(article);
    await used.toggleFavorite({ article: article.id, title: article.title });
    const favorites = favoritesNode([articleMaterial(article)]);
    assert.ok(favorites);
    const asked = await answering('Delete Permanently', () => curation.delete(undefined, favorites.favorites));
    assert.deepEqual([asked, used.favorites, tried], [[], [], []]);
  });
});
