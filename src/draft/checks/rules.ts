import { articleRule } from './articleRule';
import { attachmentRules } from './attachmentRules';
import { dateRules } from './dateRules';
import { dotsAndDashRules } from './dotsAndDashRules';
import { elementRules } from './elementRules';
import { enumerationRules } from './enumerationRules';
import { factRules } from './factRules';
import { headingRules } from './headingRules';
import { leftoverRules } from './leftoverRules';
import { numberingRules } from './numberingRules';
import { numberRules } from './numberRules';
import { pairRules } from './pairRules';
import { referenceRules } from './referenceRules';
import type { Rule } from './rule';
import { signatureRules } from './signatureRules';
import { spellingRules } from './spellingRules';
import { widthRules } from './widthRules';

/** Every rule that needs the draft alone, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...leftoverRules,
  ...spellingRules,
  ...headingRules,
  articleRule,
  ...numberingRules,
  ...enumerationRules,
  ...dotsAndDashRules,
  ...widthRules,
  ...pairRules,
  ...numberRules,
  ...dateRules,
  ...elementRules,
  ...signatureRules,
  ...attachmentRules,
  ...referenceRules,
  ...factRules,
];
