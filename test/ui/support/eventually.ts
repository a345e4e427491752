import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Repeats `attempt` until it succeeds: a person waits for the screen, too.
 * @param attempt throws, or rejects, as long as things are not as expected
 * @param limit milliseconds
 * @returns what `attempt` returned; rejects with its last error once the time is up
 */
export async function eventually<T>(attempt: () => T | Promise<T>, limit = 30_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(100);
    }
  }
}
