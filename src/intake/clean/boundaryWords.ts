import table from './boundaryWords.json';

/** Logits in halves: how much likelier than anywhere a clause ends after characters, or a sentence begins with them. */
type Table = ReadonlyMap<string, number>;

const read = (record: Readonly<Record<string, string>>): Table =>
  new Map(
    Object.entries(record).flatMap(([value, texts]) => texts.split(' ').map((text) => [text, Number(value)] as const)),
  );

let tables: { readonly ends: Table; readonly begins: Table } | undefined;
const loaded = (): { readonly ends: Table; readonly begins: Table } =>
  (tables ??= { ends: read(table.ends), begins: read(table.begins) });

/** How much likelier than anywhere a clause ends after `before`, as a logit; two characters say it, or the last alone. */
export function endLogit(before: string): number {
  const { ends } = loaded();
  return (ends.get(before.slice(-2)) ?? ends.get(before.slice(-1)) ?? 0) / 2;
}

/** How much likelier than anywhere a sentence begins with `after`, as a logit. */
export function beginLogit(after: string): number {
  const { begins } = loaded();
  return (begins.get(after.slice(0, 2)) ?? begins.get(after.slice(0, 1)) ?? 0) / 2;
}
