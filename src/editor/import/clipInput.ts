import * as vscode from 'vscode';

/** What a writer says about a clipped text. */
export interface Clip {
  readonly category: string;
  readonly tags: readonly string[];
  readonly source: string;
}

/** Asks for category, tags and source on one line: `讲话致辞 #推进会 #讲话 @市委办`. Undefined when the writer gives up. */
export function askClip(title: string, clip: Clip): Promise<Clip | undefined> {
  const input = vscode.window.createInputBox();
  // The placeholder does not show where something stands in the box from the start.
  input.title = `${title} · ${vscode.l10n.t('Category #tag #tag @source')}`;
  input.placeholder = vscode.l10n.t('Category #tag #tag @source');
  input.value = writeClip(clip);
  const update = (): void => {
    const { category, tags, source } = parseClip(input.value);
    const parts = [
      vscode.l10n.t('Category: {0}', category || vscode.l10n.t('Uncategorised')),
      ...(tags.length ? [vscode.l10n.t('Tags: {0}', tags.join('、'))] : []),
      ...(source ? [vscode.l10n.t('Source: {0}', source)] : []),
    ];
    input.validationMessage = { message: parts.join(' · '), severity: vscode.InputBoxValidationSeverity.Info };
  };
  input.onDidChangeValue(update);
  update();
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      resolve(parseClip(input.value));
      input.dispose();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/** Reads such a line. A source runs to the next tag or the end; full-width marks count, too. */
export function parseClip(text: string): Clip {
  const source = /[@＠]\s*([^#＃]*)/.exec(text)?.[1]?.trim() ?? '';
  const rest = text.replace(/[@＠][^#＃]*/, ' ');
  const tags = [...rest.matchAll(/[#＃]\s*([^\s#＃]+)/g)].map((match) => match[1] ?? '').filter(Boolean);
  const category = rest
    .replace(/[#＃]\s*[^\s#＃]+/g, ' ')
    .replace(/[\\/]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  return { category, tags: [...new Set(tags)], source };
}

const writeClip = ({ category, tags, source }: Clip): string =>
  [category, ...tags.map((tag) => `#${tag}`), source && `@${source}`].filter(Boolean).join(' ');
