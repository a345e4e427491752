import { compareCharacters } from './compareCharacters';
import type { FoundChange, TextEdit, UnplacedChange } from './draftChange';
import { kindOf } from './draftChange';
import type { ExportedDraft, ExportedParagraph, FieldPart } from './exportedDraft';
import type { Field } from './fieldValues';
import type { Reviser } from './revisedDocument';
import { yamlScalar } from './writeMarkdown';

interface Changed {
  /** New values by the index of the old one; empty where it goes. */
  readonly values: Map<number, string>;
  /** Values that come after the one of an index. */
  readonly added: { readonly after: number; readonly value: string }[];
  /** All values, where they are one text: 甲，乙. */
  list: readonly string[] | undefined;
  by: Reviser | undefined;
}

/** Collects what was changed in elements that front matter says: one change a key. */
export class FieldChanges {
  readonly unplaced: UnplacedChange[] = [];
  private readonly changed = new Map<string, Changed>();

  constructor(private readonly draft: ExportedDraft) {}

  /** Takes over what became of a paragraph. What the export put into it cannot be changed in the draft. */
  paragraph({ text, fields, style }: ExportedParagraph, after: string, by: Reviser | undefined): void {
    if (after === text) return;
    const list = this.listIn(text, fields, after);
    if (list && style !== 'GwAttachments') {
      this.of(fields[0]?.value.key ?? '', by).list = list;
      return;
    }
    const values = fields.map(() => '');
    let glue = false;
    let at = 0;
    let next = 0;
    for (const { kind, length } of compareCharacters(text, after)) {
      if (kind === 'after') {
        const part = partAt(fields, at);
        if (part < 0) glue = true;
        else values[part] += after.slice(next, next + length);
        next += length;
        continue;
      }
      for (const end = at + length; at < end; at++) {
        const part = fields.findIndex(({ from, to }) => from <= at && at < to);
        if (kind === 'before') glue ||= part < 0;
        else if (part >= 0) values[part] += text.charAt(at);
      }
      if (kind === 'both') next += length;
    }
    for (const [index, { from, to, value }] of fields.entries()) {
      const written = style === 'GwAttachments' ? withoutNumber(values[index] ?? '') : (values[index] ?? '').trim();
      if (written === text.slice(from, to)) continue;
      // A name of two characters is set as wide as one of three.
      const fresh = /^\p{Script=Han}\s\p{Script=Han}$/u.test(written) ? written.replace(/\s/, '') : written;
      if (fresh !== value.value) this.of(value.key, by).values.set(value.index, fresh);
    }
    // Numbers of attachments and what stands between values follow from the values.
    const follows = style === 'GwAttachments' || values.some((value) => value === '');
    if (fields.length === 0 || (glue && !follows)) this.unplaced.push({ before: text, after, by });
  }

  /** The values that a list becomes; undefined where the text is more than one list, or what stands around it was changed. */
  private listIn(text: string, parts: readonly FieldPart[], after: string): readonly string[] | undefined {
    const [first, second, last] = [parts[0], parts[1], parts.at(-1)];
    const field = this.draft.fields.find(({ key }) => key === first?.value.key);
    if (!first || !last || parts.length !== field?.values.length) return undefined;
    if (parts.some(({ value }) => value.key !== field.key)) return undefined;
    const [lead, tail] = [text.slice(0, first.from), text.slice(last.to)];
    if (after.length < lead.length + tail.length || !after.startsWith(lead) || !after.endsWith(tail)) return undefined;
    const inner = after.slice(lead.length, after.length - tail.length);
    const parted = second ? inner.split(text.slice(first.to, second.from)) : [inner];
    return parted.map((value) => value.trim()).filter(Boolean);
  }

  /** An attachment that comes after another of a list. @returns false where that is no value of front matter */
  attachment(after: ExportedParagraph, text: string, by: Reviser | undefined): boolean {
    const [part] = after.style === 'GwAttachments' ? after.fields : [];
    if (!part) return false;
    this.of(part.value.key, by).added.push({ after: part.value.index, value: withoutNumber(text) });
    return true;
  }

  changes(): readonly FoundChange[] {
    return [...this.changed].flatMap(([key, changed]): FoundChange[] => {
      const field = this.draft.fields.find((one) => one.key === key);
      if (!field) return [];
      const old = field.values.map(({ value }) => value);
      const single = field.values.flatMap(({ value, index }) => [
        ...[changed.values.get(index) ?? value].filter(Boolean),
        ...changed.added.filter(({ after }) => after === index).map((one) => one.value),
      ]);
      const fresh = changed.list ?? single;
      const [before, after] = [old.join('、'), fresh.join('、')];
      const edits = this.edits(field, fresh, changed);
      return [
        {
          kind: kindOf(before, after),
          edits,
          before: `${key}：${before}`,
          after: after && `${key}：${after}`,
          by: changed.by,
        },
      ];
    });
  }

  private edits(field: Field, fresh: readonly string[], { values, added, list }: Changed): readonly TextEdit[] {
    const { form, content, lines } = field;
    if (fresh.length === 0) return [{ ...lines, text: '' }];
    if (fresh.length === field.values.length && added.length === 0)
      return field.values.flatMap(({ index, range, value: old }, at): TextEdit[] => {
        const value = list ? fresh[at] : values.get(index);
        return value && value !== old ? [{ ...range, text: yamlScalar(value, form === 'flow') }] : [];
      });
    const above = this.draft.text.slice(0, content.start);
    const indent = /^[ \t]*-[ \t]+/.exec(above.slice(above.lastIndexOf('\n') + 1))?.[0] ?? '- ';
    const text =
      form === 'block'
        ? fresh.map((value) => yamlScalar(value, false)).join(`\n${indent}`)
        : `[${fresh.map((value) => yamlScalar(value, true)).join(', ')}]`;
    return [{ ...content, text }];
  }

  private of(key: string, by: Reviser | undefined): Changed {
    const known = this.changed.get(key) ?? { values: new Map<number, string>(), added: [], list: undefined, by };
    known.by ??= by;
    this.changed.set(key, known);
    return known;
  }
}

/** The part that an insertion belongs to: the one it stands in or behind, else the one it stands before. */
function partAt(parts: readonly FieldPart[], at: number): number {
  const within = parts.findIndex(({ from, to }) => from < at && at <= to);
  return within >= 0 ? within : parts.findIndex(({ from }) => from === at);
}

const withoutNumber = (text: string): string =>
  text.trim().replace(/^附\s*件\s*[：:]\s*/, '').replace(/^\d{1,2}\s*[.．、]\s*/, ''); // prettier-ignore
