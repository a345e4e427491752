import type { Localize } from '../../../src/base/localize';

/** Messages as they stand in the code. */
export const inEnglish: Localize = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (slot, at: string) => String(values[Number(at)] ?? slot));
