/** How often something was accepted, and how often it was shown and something else was typed. */
export interface Habit {
  readonly key: string;
  readonly accepted: number;
  readonly ignored: number;
}

/** Characters at the end of an offer by which it is known again, however much of it was typed. */
const keyLength = 8;
/** Habits that are kept; of more, the ones that are longest past go. */
const mostHabits = 2000;
/** Counts are halved beyond this, so that a new habit outweighs an old one. */
const mostCounted = 16;
/** By how much accepting once raises the odds, and passing over once lowers them. */
const raise = 2;
const lower = 0.25;
/** Most that habits change the odds. */
const mostFactor = 6;

/** What the writer accepted and passed over before. */
export class Habits {
  private readonly known = new Map<string, Habit>();

  /** @param saved what `all` gave in another session; anything that is no habit is left out */
  constructor(saved: readonly unknown[] = []) {
    for (const habit of saved) if (isHabit(habit)) this.known.set(habit.key, habit);
  }

  /** All habits, the latest last. */
  get all(): readonly Habit[] {
    return [...this.known.values()];
  }

  accept(key: string): void {
    this.count(key, 1, 0);
  }

  ignore(key: string): void {
    this.count(key, 0, 1);
  }

  clear(): void {
    this.known.clear();
  }

  /** `likelihood`, between 0 and 1, as habits change it. */
  adjust(likelihood: number, key: string): number {
    const habit = this.known.get(key);
    if (!habit || likelihood >= 1) return likelihood;
    const factor = (1 + raise * habit.accepted) / (1 + lower * habit.ignored);
    const odds = (likelihood / (1 - likelihood)) * Math.min(Math.max(factor, 1 / mostFactor), mostFactor);
    return odds / (1 + odds);
  }

  private count(key: string, accepted: number, ignored: number): void {
    if (!key) return;
    const before = this.known.get(key) ?? { accepted: 0, ignored: 0 };
    const after = { accepted: before.accepted + accepted, ignored: before.ignored + ignored };
    const share = after.accepted + after.ignored > mostCounted ? 0.5 : 1;
    // Taken out first, so that the latest is the last.
    this.known.delete(key);
    this.known.set(key, { key, accepted: share * after.accepted, ignored: share * after.ignored });
    const [oldest] = this.known.keys();
    if (this.known.size > mostHabits && oldest !== undefined) this.known.delete(oldest);
  }
}

/** What an offer is known by: the end of what would stand there. */
export const habitKey = (typed: string, offered: string): string => (typed + offered).slice(-keyLength);

const isHabit = (value: unknown): value is Habit =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  'accepted' in value &&
  'ignored' in value &&
  typeof value.key === 'string' &&
  Number.isFinite(value.accepted) &&
  Number.isFinite(value.ignored);
