import type { Finding } from './checkDraft';
import type { Bilingual, Edit, Force, Severity } from './rule';

/** A language in which findings are told. */
export type CheckLanguage = keyof Bilingual;

/** A finding as it is handed to others. Offsets are UTF-16 units. */
export interface DescribedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly force: Force;
  /** Standard and clause; empty for none. */
  readonly source: string;
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly fix?: Edit;
}

const forces: Readonly<Record<Force, Bilingual>> = {
  standard: { en: 'prescribed', zh: '标准规定' },
  general: { en: 'usual', zh: '标准：一般、通常' },
  practice: { en: 'practice', zh: '通行做法' },
  hint: { en: 'hint', zh: '提示' },
};

/** What a finding says: what is wrong, which clause says so and how binding that is. */
export function messageOf({ rule, message = rule.message, args = [] }: Finding, language: CheckLanguage): string {
  const isChinese = language === 'zh';
  const text = message[language].replace(/\{(\d)\}/g, (_, slot: string) => args[Number(slot)] ?? '');
  const force = forces[rule.force][language];
  const whence = rule.source ? (isChinese ? `${force}，${rule.source}` : `${force}, ${rule.source}`) : force;
  return isChinese ? `${text}（${whence}）` : `${text} (${whence})`;
}

/** A finding with its message. */
export const describeFinding = (finding: Finding, language: CheckLanguage): DescribedFinding => ({
  rule: finding.rule.id,
  severity: finding.severity,
  force: finding.rule.force,
  source: finding.rule.source,
  offset: finding.offset,
  length: finding.length,
  message: messageOf(finding, language),
  ...(finding.fix && { fix: finding.fix }),
});
