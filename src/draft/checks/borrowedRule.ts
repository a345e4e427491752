import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import type { Borrowed } from './borrowedIndex';
import { BorrowedIndex } from './borrowedIndex';
import type { Compared } from './borrowedMatches';
import type { DraftText } from './draftText';
import { draftText } from './draftText';
import type { Rule, RuleFinding } from './rule';

/** Texts that a draft is compared with, and how they are named. */
export interface BorrowedSources extends Compared {
  readonly index: BorrowedIndex;
  /** @returns how the message names a text */
  readonly nameOf: (id: string) => string;
}

/** Rule for runs that stand word for word in other texts. */
export function borrowedRule({ index, nameOf, ...compared }: BorrowedSources): Rule {
  function* checkInSteps(draft: DraftText): Steps<readonly RuleFinding[]> {
    const { runs } = yield* index.findInSteps(proseOf(draft), compared);
    return runs.map(({ offset, length, characters, place }) => {
      return { offset, length, place, args: [String(characters), nameOf(place.id)] };
    });
  }
  return {
    id: 'borrowed',
    title: { en: 'Borrowed word for word', zh: '与其他文稿雷同' },
    message: { en: '{0} characters in a row stand in “{1}”.', zh: '连续{0}字与“{1}”相同。' },
    source: '',
    force: 'hint',
    severity: 'hint',
    on: true,
    scope: 'draft',
    check: (draft) => finish(checkInSteps(draft)),
    checkInSteps,
    triggers: [
      {
        text: '我们一定要拿出逢山开路、遇水架桥的劲头，把这件事办好。',
        found: ['要拿出逢山开路、遇水架桥的劲头，把'],
      },
    ],
    silent: ['我们要有逢山开路、遇水架桥的闯劲。', '以习近平新时代中国特色社会主义思想为指导'],
  };
}

/**
 * What of a draft is borrowed, for a report: code, front matter and comments do not count.
 * @param languageId as for `draftText`
 */
export const borrowedInSteps = (
  text: string,
  { index, ...compared }: Omit<BorrowedSources, 'nameOf'>,
  languageId?: string,
): Steps<Borrowed> => index.findInSteps(proseOf(draftText(text, languageId)), compared);

/** The draft with all that is no prose blanked out, offsets kept. */
const proseOf = ({ text, lines }: DraftText): string =>
  lines.map(({ offset, masked }, at) => masked + text.slice(offset + masked.length, lines[at + 1]?.offset)).join('');

/** The texts of the rule's own examples. */
export function exampleSources(): BorrowedSources {
  const index = new BorrowedIndex();
  index.add('a', '要拿出逢山开路、遇水架桥的劲头，把难题解开。坚持以习近平新时代中国特色社会主义思想为指导。');
  index.setFormulas(['以习近平新时代中国特色社会主义思想为指导']);
  return { index, nameOf: () => '工作会议讲话' };
}
