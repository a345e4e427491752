import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Candidate } from '../../src/completion/candidate';
import { CandidateItem } from '../../src/editor/completion/candidateItem';
import { articleMaterial, passageMaterial } from '../../src/editor/material/material';
import { addUses } from '../../src/editor/material/passageUses';
import { SectionProvider } from '../../src/editor/outline/sectionProvider';
import { changeLabel } from '../../src/editor/revise/changeLabels';
import { relatedItem, relatedNode } from '../../src/editor/search/relatedNodes';
import { fillHitTooltip, resultItem } from '../../src/editor/search/resultItem';
import { searchNode } from '../../src/editor/search/resultNodes';
import { SearchRows } from '../../src/editor/search/searchRows';
import { fillTooltip, treeItem } from '../../src/editor/tree/treeItem';
import { categoryNodes, childNodes, favoritesNode } from '../../src/editor/tree/treeNodes';
import type { TreeNode } from '../../src/editor/tree/treeNodes';
import type { DraftChange } from '../../src/revise/draftChange';
import { parseArticle } from '../../src/library/parseArticle';
import type { SearchHit, SearchResult } from '../../src/search/passageSearch';
import { closeEditors, openDraft } from './support/gongwen';

/** Icon, link to a command, HTML, snippet variable, a turned text, a control and half of a surrogate pair. */
const hostile = 'gnp\u202e\u2067\u001b\ud842$(flame)[改](command:x)<b>粗</b>${1:$TM_FILENAME}';

const { article } = parseArticle(
  { uri: 'file:///x.md', path: `${hostile}/x.md`, origin: 'personal' },
  `---\ntitle: "${hostile}"\nsource: "${hostile}"\ntags: ["${hostile}"]\n---\n\n# 一、${hostile}\n\n各位代表，${hostile}，现在报告工作。\n`,
);

/** All texts in something that is handed to the editor, but for ids, arguments of commands and what is inserted. */
function textsOf(value: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (value instanceof vscode.MarkdownString) return [value.value];
  return Object.entries(value).flatMap(([key, one]) =>
    /^_?(?:id|command|arguments|insertText|filterText|material|candidate|query|resourceUri)$/.test(key)
      ? []
      : textsOf(one, seen),
  );
}

const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** @param marks whether icons and links would be taken for what they are not, as they are in all but trees and Markdown */
function assertShown(value: unknown, what: string, marks = true): void {
  const texts = textsOf(value);
  assert.ok(
    texts.some((text) => text.includes('gnp')),
    `${what}: the text is there`,
  );
  for (const text of texts) {
    assert.ok(!unseen.test(text), `${what}: ${JSON.stringify(text)}`);
    if (marks) assert.ok(!/\$\(|\]\(/.test(text), `${what}: ${JSON.stringify(text)}`);
  }
}

function assertHover(hover: vscode.MarkdownString, what: string): void {
  assertShown([hover], what, false);
  assert.ok(!hover.isTrusted && !hover.supportHtml && !hover.supportThemeIcons, what);
  assert.ok(!/(?<!\\)\]\(/.test(hover.value), `${what}: no link`);
}

describe('text of strangers is shown as what it is', () => {
  const [passage] = article.passages;
  assert.ok(passage);
  const hit: SearchHit = {
    article,
    passage,
    line: 0,
    excerpt: { text: passage.text, matches: [{ start: 0, end: 2 }] },
    matches: [],
    missing: [hostile],
  } as never;
  const result: SearchResult = {
    hits: [hit],
    phrases: [],
    problems: [],
    filterValues: [],
    total: 1,
    facets: {},
    words: [hostile],
  } as never;

  it('in the tree of the library', () => {
    const material = articleMaterial(article);
    const favorites = favoritesNode([material, passageMaterial(article, passage)]);
    const nodes: TreeNode[] = [...categoryNodes([article], '', 'title'), ...(favorites ? [favorites] : [])];
    const kinds = new Set<string>();
    for (let node = nodes.pop(); node; node = nodes.pop()) {
      kinds.add(node.kind);
      nodes.push(...childNodes(node, undefined));
      if (node.kind === 'favorites') continue;
      const item = treeItem(node, true, () => false);
      assertShown(item, node.kind, false);
      const { tooltip } = fillTooltip(item, node);
      assert.ok(tooltip instanceof vscode.MarkdownString);
      assertHover(tooltip, `hover of ${node.kind}`);
    }
    assert.deepEqual([...kinds].sort(), ['article', 'category', 'favorite', 'favorites', 'passage', 'section']);
  });

  it('in results and related passages, and the drafts that hold them', () => {
    const search = searchNode('1', hostile, false, result);
    const [group] = search.articles;
    const [found] = group?.hits ?? [];
    assert.ok(group && found);
    for (const node of [search, group, found]) assertShown(resultItem(node), node.kind, false);
    const item = fillHitTooltip(resultItem(found), found);
    const uri = vscode.Uri.from({ scheme: 'untitled', path: '/稿\u202egnp.md' });
    const { tooltip } = addUses(item, [{ uri, offset: 0 }]);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assertHover(tooltip, 'hover of a result');
    const related = relatedNode(hit);
    for (const node of [related, ...related.lines]) {
      const row = relatedItem(node);
      for (const text of textsOf(row)) assert.ok(!unseen.test(text), JSON.stringify(text));
    }
  });

  it('in the rows of the search', async () => {
    const used = { queries: [hostile], favorites: [], recent: [], isFavorite: () => false };
    const rows = new SearchRows(
      { articles: [article], load: () => Promise.resolve(), article: () => article } as never,
      used as never,
      { known: () => [] } as never,
    );
    assertShown(rows.forResult('代表', result, undefined), 'results');
    assertShown(
      rows.forResult('nothing', { ...result, hits: [], total: 0 }, undefined).concat(await rows.withoutQuery()),
      'queries',
    );
    const filterValues = [{ field: 'source', value: hostile, articles: 1, query: hostile } as const];
    assertShown(rows.forResult('source:', { ...result, filterValues }, undefined), 'filters');
  });

  it('in the suggestion list and its description, and what is inserted is the text itself', async () => {
    const { document } = await openDraft('各位');
    const candidate: Candidate = {
      kind: 'quote',
      label: hostile,
      insertText: hostile,
      filterText: hostile,
      replaces: 0,
      article,
      passage,
      isSnippet: false,
      historyKey: '',
    } as never;
    const item = new CandidateItem(candidate, document, new vscode.Position(0, 2), 0, undefined, {
      title: '',
      command: '',
    });
    assertShown(item.label, 'suggestion');
    assertHover(item.describe(), 'hover of a suggestion');
    assert.equal(item.insertText, hostile);
    await closeEditors();
  });

  it('in the outline, and in changes that came back', async () => {
    const text = `关于工作的通知\n\n一、${hostile}\n\n正文。\n\n二、${hostile}\n\n正文。\n`;
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: text });
    const symbols = new SectionProvider().provideDocumentSymbols(document);
    assertShown(
      symbols.map(({ name, detail }) => ({ name, detail })),
      'outline',
    );
    const change = { kind: 'replace', before: hostile, after: hostile } as unknown as DraftChange;
    assertShown(changeLabel(change), 'change', false);
    await closeEditors();
  });
});
