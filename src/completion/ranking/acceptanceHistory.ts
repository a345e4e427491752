/** How often an offer was accepted, and how often it was shown and something else was typed. */
export interface AcceptanceRecord {
  readonly key: string;
  readonly accepted: number;
  readonly ignored: number;
}

/** Characters at the end of an offer by which it is known again. */
const keyLength = 8;
/** An offer of fewer characters says nothing without the word before it. */
const shortestAlone = 4;
/** Records that are kept; of more, the least recently used go. */
const mostRecords = 2000;
/** Counts are halved beyond this, so that new behaviour outweighs old. */
const mostCounted = 16;
/** By how much accepting once raises the odds, and passing over once lowers them. */
const raise = 4;
const lower = 0.25;
/** Most by which the history changes the odds. */
const mostFactor = 12;

/**
 * What the writer accepted and passed over before, and how that changes the odds of an offer. Every acceptance and every
 * impression without one multiplies them; counts decay by halving.
 */
export class AcceptanceHistory {
  private readonly known = new Map<string, AcceptanceRecord>();

  /** @param saved what `all` gave in another session; anything that is no record is left out */
  constructor(saved: readonly unknown[] = []) {
    for (const record of saved) if (isAcceptanceRecord(record)) this.known.set(record.key, record);
  }

  /** All records, the latest last. */
  get records(): readonly AcceptanceRecord[] {
    return [...this.known.values()];
  }

  /** @param historyKey as `historyKeyOf` makes it */
  accept(historyKey: string): void {
    for (const key of new Set(keysOf(historyKey))) this.count(key, 1, 0);
  }

  /** An offer that was passed over behind one word may be wanted behind another: only the key with that word counts. */
  ignore(historyKey: string): void {
    const [key = ''] = keysOf(historyKey);
    this.count(key, 0, 1);
  }

  clear(): void {
    this.known.clear();
  }

  /** Takes over what was counted elsewhere, such as in another window. */
  merge(saved: readonly unknown[]): void {
    for (const record of saved) {
      if (!isAcceptanceRecord(record)) continue;
      const own = this.known.get(record.key) ?? record;
      this.set({
        key: record.key,
        accepted: Math.max(own.accepted, record.accepted),
        ignored: Math.max(own.ignored, record.ignored),
      });
    }
  }

  /** `likelihood`, between 0 and 1, as the history changes it. */
  adjust(likelihood: number, historyKey: string): number {
    const keys = keysOf(historyKey);
    const accepted = Math.max(...keys.map((key) => this.known.get(key)?.accepted ?? 0));
    const ignored = this.known.get(keys[0] ?? '')?.ignored ?? 0;
    if (accepted + ignored === 0 || likelihood >= 1) return likelihood;
    const factor = (1 + raise * accepted) / (1 + lower * ignored);
    const odds = (likelihood / (1 - likelihood)) * Math.min(Math.max(factor, 1 / mostFactor), mostFactor);
    return odds / (1 + odds);
  }

  private count(key: string, accepted: number, ignored: number): void {
    if (!key) return;
    const before = this.known.get(key) ?? { accepted: 0, ignored: 0 };
    const after = { accepted: before.accepted + accepted, ignored: before.ignored + ignored };
    const share = after.accepted + after.ignored > mostCounted ? 0.5 : 1;
    this.set({ key, accepted: share * after.accepted, ignored: share * after.ignored });
  }

  private set(record: AcceptanceRecord): void {
    // Taken out first, so that the latest is the last.
    this.known.delete(record.key);
    this.known.set(record.key, record);
    const [oldest] = this.known.keys();
    if (this.known.size > mostRecords && oldest !== undefined) this.known.delete(oldest);
  }
}

/**
 * The key of an offer in the history.
 * @param word the last word before it, empty where it begins something
 */
export const historyKeyOf = (word: string, offered: string): string => `${word}\n${offered}`;

/** The keys under which an offer is counted: with the word before it, and, if that says enough, without. */
function keysOf(historyKey: string): readonly string[] {
  const [word = '', offered = ''] = historyKey.includes('\n') ? historyKey.split('\n', 2) : ['', historyKey];
  const alone = offered.length >= shortestAlone ? [offered.slice(-keyLength)] : [];
  return [(word + offered).slice(-keyLength), ...alone];
}

const isAcceptanceRecord = (value: unknown): value is AcceptanceRecord =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  'accepted' in value &&
  'ignored' in value &&
  typeof value.key === 'string' &&
  Number.isFinite(value.accepted) &&
  Number.isFinite(value.ignored);
