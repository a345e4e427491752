/** How often something was accepted, and how often it was shown and something else was typed. */
export interface Habit {
  readonly key: string;
  readonly accepted: number;
  readonly ignored: number;
}

/** Characters at the end of an offer by which it is known again. */
const keyLength = 8;
/** An offer of fewer characters says nothing without the word before it. */
const shortestAlone = 4;
/** Habits that are kept; of more, the ones that are longest past go. */
const mostHabits = 2000;
/** Counts are halved beyond this, so that a new habit outweighs an old one. */
const mostCounted = 16;
/** By how much accepting once raises the odds, and passing over once lowers them. */
const raise = 4;
const lower = 0.25;
/** Most that habits change the odds. */
const mostFactor = 12;

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

  /** @param habit as `habitKey` makes it */
  accept(habit: string): void {
    for (const key of new Set(keysOf(habit))) this.count(key, 1, 0);
  }

  /** What is passed over behind one word may be wanted behind another. */
  ignore(habit: string): void {
    const [key = ''] = keysOf(habit);
    this.count(key, 0, 1);
  }

  clear(): void {
    this.known.clear();
  }

  /** Takes over what was counted elsewhere, such as in another window. */
  merge(saved: readonly unknown[]): void {
    for (const habit of saved) {
      if (!isHabit(habit)) continue;
      const own = this.known.get(habit.key) ?? habit;
      this.set({
        key: habit.key,
        accepted: Math.max(own.accepted, habit.accepted),
        ignored: Math.max(own.ignored, habit.ignored),
      });
    }
  }

  /** `likelihood`, between 0 and 1, as habits change it. */
  adjust(likelihood: number, habit: string): number {
    const keys = keysOf(habit);
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

  private set(habit: Habit): void {
    // Taken out first, so that the latest is the last.
    this.known.delete(habit.key);
    this.known.set(habit.key, habit);
    const [oldest] = this.known.keys();
    if (this.known.size > mostHabits && oldest !== undefined) this.known.delete(oldest);
  }
}

/**
 * What an offer is known by.
 * @param word the last word before it, empty where it begins something
 */
export const habitKey = (word: string, offered: string): string => `${word}\n${offered}`;

/** The keys of a habit: with the word before it, and, if that says enough, without. */
function keysOf(habit: string): readonly string[] {
  const [word = '', offered = ''] = habit.includes('\n') ? habit.split('\n', 2) : ['', habit];
  const alone = offered.length >= shortestAlone ? [offered.slice(-keyLength)] : [];
  return [(word + offered).slice(-keyLength), ...alone];
}

const isHabit = (value: unknown): value is Habit =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  'accepted' in value &&
  'ignored' in value &&
  typeof value.key === 'string' &&
  Number.isFinite(value.accepted) &&
  Number.isFinite(value.ignored);
