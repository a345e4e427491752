import assert from 'node:assert/strict';
import { UsedMaterial } from '../../../../src/editor/material/usedMaterial';

describe('UsedMaterial', () => {
  const memento = (): never => {
    const kept = new Map<string, unknown>();
    return {
      get: (key: string, otherwise: unknown) => kept.get(key) ?? otherwise,
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    } as never;
  };
  const passage = { article: 'file:///素材/春耕.md', title: '春耕', text: '抓紧备耕。' };
  const other = { article: 'file:///素材/秋收.md', title: '秋收' };

  it('knows a favourite of a shipped article in the next version of the extension, where it has another id', async () => {
    const kept = memento();
    const before = { article: 'file:///v1/节气.md', title: '节气', text: '春争日，夏争时。' };
    const after = { ...before, article: 'file:///v2/节气.md' };
    await new UsedMaterial(kept, () => true).toggleFavorite(before);
    const used = new UsedMaterial(kept, (id) => id.includes('/v2/'));
    assert.ok(used.isFavorite(after));
    assert.equal(await used.toggleFavorite(after), false);
    assert.deepEqual(used.favorites, []);
  });

  it('tells articles of one title apart that are both there', async () => {
    const used = new UsedMaterial(memento(), () => true);
    await used.toggleFavorite(other);
    assert.equal(used.isFavorite({ ...other, article: 'file:///素材/2025/秋收.md' }), false);
  });

  it('keeps favourites and what was used last of an article that is renamed', async () => {
    const used = new UsedMaterial(memento(), () => true);
    await used.toggleFavorite(other);
    await used.toggleFavorite(passage);
    await used.addRecent(passage);
    let changes = 0;
    used.onDidChangeFavorites(() => changes++);
    const renamed = 'file:///素材/春耕动员.md';
    await used.follow((article) => (article === passage.article ? renamed : article));
    assert.deepEqual(used.favorites, [{ ...passage, article: renamed }, other]);
    assert.deepEqual(used.recent, [{ ...passage, article: renamed }]);
    await used.follow((article) => article);
    assert.equal(changes, 1);
  });
});
