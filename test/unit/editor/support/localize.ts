import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Localize } from '../../../../src/base/localize';

const bundle = JSON.parse(readFileSync(join(__dirname, '../../../../l10n/bundle.l10n.zh-cn.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

const fill = (message: string, values: readonly (string | number | boolean)[]): string =>
  message.replace(/\{(\d+)\}/g, (mark, index) => String(values[Number(index)] ?? mark));

/** Messages in English, as `vscode.l10n.t` gives them without a bundle. */
export const english: Localize = (message, ...values) => fill(message, values);

/** Messages in Chinese. @throws for one that the bundle lacks */
export const chinese: Localize = (message, ...values) => {
  const translated = bundle[message];
  if (translated === undefined) throw new Error(`not translated: ${message}`);
  return fill(translated, values);
};
