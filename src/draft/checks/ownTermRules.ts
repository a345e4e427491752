import type { DraftText } from './draftText';
import type { Rule, RuleFinding } from './rule';
import { WordingFinder } from './wordings';

/** An entry of the setting `gongwen.terms`. */
export interface OwnTerm {
  readonly wrong: string;
  readonly right: string;
  /** Shown behind the message. */
  readonly note?: string;
}

/**
 * Reads the setting `gongwen.terms`: right wordings by the wrong ones, alone or with a note as `{ right, note }`. Entries of
 * another form are passed over.
 */
export function parseTerms(setting: unknown): readonly OwnTerm[] {
  if (typeof setting !== 'object' || setting === null) return [];
  return Object.entries(setting).flatMap(([wrong, value]: [string, unknown]): OwnTerm[] => {
    if (typeof value === 'string') return [{ wrong, right: value }];
    if (typeof value !== 'object' || value === null || !('right' in value)) return [];
    const { right } = value;
    const note = 'note' in value && typeof value.note === 'string' ? value.note : '';
    return typeof right === 'string' ? [{ wrong, right, note }] : [];
  });
}

/** Rule for the terms of a house: wrong wordings, with the right ones. */
export function termRule(terms: readonly OwnTerm[]): Rule {
  const finder = new WordingFinder(
    terms
      .filter(({ wrong, right }) => wrong !== '' && wrong !== right)
      .map((term) => ({ ...term, rightIn: term.right.includes(term.wrong) ? [term.right] : [] })),
  );
  function* check({ lines }: DraftText): Iterable<RuleFinding> {
    for (const { masked, offset, isProse } of lines) {
      if (!isProse) continue;
      for (const { at, wording } of finder.findIn(masked)) {
        const { wrong, right, note = '' } = wording;
        const fix = { offset: offset + at, length: wrong.length, text: right };
        const args = [wrong, right, note === '' ? '' : `（${note}）`];
        yield { offset: offset + at, length: wrong.length, args, fix };
      }
    }
  }
  return {
    id: 'own-term',
    title: { en: 'Term of your own list', zh: '自定义用语' },
    message: { en: '“{0}” is to be “{1}”{2}.', zh: '“{0}”应写作“{1}”{2}。' },
    source: '',
    force: 'hint',
    severity: 'warning',
    on: true,
    scope: 'line',
    check,
    triggers: [
      { text: '由发改委牵头负责', found: ['发改委'], fixed: '由市发展改革委牵头负责' },
      { text: '推进城市有机更新和更新改造', found: ['城市有机更新'], fixed: '推进城市更新和更新改造' },
    ],
    silent: ['由市发展改革委牵头负责', '运行`发改委`'],
  };
}

/** The terms of the rule's own examples. */
export const exampleTerms: readonly OwnTerm[] = [
  { wrong: '发改委', right: '市发展改革委', note: '规范简称' },
  { wrong: '城市有机更新', right: '城市更新' },
];
