import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector';
import { readFileSync } from 'node:fs';

/** A stretch in which a timer had to wait for its turn, in milliseconds, and the processor time that this thread had in it. */
export interface Stretch {
  /** When it ended, as `performance.now` counts. */
  readonly end: number;
  readonly wall: number;
  readonly processor: number;
}

/** Processor time of this process, in milliseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Nanoseconds that the first thread had so far; Linux tells, a few milliseconds late. */
const ownTime = `/proc/${String(process.pid)}/task/${String(process.pid)}/schedstat`;

/** Processor time of the first thread in milliseconds, so that neither workers nor other programs count; elsewhere of the process. */
function threadTime(): number {
  try {
    return Number(readFileSync(ownTime, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return processorTime();
  }
}

/** What a stretch costs somebody who waits, whatever else the machine does: the lesser of the two. */
export const cost = ({ wall, processor }: Stretch): number => Math.min(wall, processor);

/** Watches the turns of the event loop, until what is returned is called. */
export function watchTurns(): () => readonly Stretch[] {
  const stretches: Stretch[] = [];
  let [last, lastProcessor] = [performance.now(), threadTime()];
  const note = (): void => {
    const [now, processor] = [performance.now(), threadTime()];
    stretches.push({ end: now, wall: now - last - 1, processor: processor - lastProcessor });
    [last, lastProcessor] = [now, processor];
  };
  const timer = setInterval(note, 1);
  return () => {
    clearInterval(timer);
    // The turn that ends the watch may be the longest.
    note();
    return stretches;
  };
}

const sampleMicroseconds = 500;
const shownStretches = 25;
const shownFunctions = 6;

/** Samples what runs; what is returned tells it for the longest of some stretches, a line each. Slows everything a little. */
export function watchFunctions(): (stretches: readonly Stretch[]) => readonly string[] {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: sampleMicroseconds });
  const begun = performance.now();
  session.post('Profiler.start');
  return (stretches) => {
    let profile: Profiler.Profile | undefined;
    session.post('Profiler.stop', (_, result) => (profile = result.profile));
    session.disconnect();
    if (!profile) return [];
    const { nodes, samples = [], timeDeltas = [], startTime } = profile;
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
    let at = startTime;
    const times = timeDeltas.map((delta) => begun + ((at += delta) - startTime) / 1000);
    const longest = [...stretches].sort((a, b) => cost(b) - cost(a)).slice(0, shownStretches);
    return longest.map((stretch) => {
      const totals = new Map<string, number>();
      for (const [number, sample] of samples.entries()) {
        const time = times[number] ?? 0;
        if (time < stretch.end - stretch.wall || time > stretch.end) continue;
        const names = new Set<string>();
        for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
          const frame = byId.get(id)?.callFrame;
          if (frame) names.add(`${frame.functionName || '(nameless)'}:${String(frame.lineNumber + 1)}`);
        }
        for (const name of names) totals.set(name, (totals.get(name) ?? 0) + (timeDeltas[number] ?? 0) / 1000);
      }
      const functions = [...totals].sort((a, b) => b[1] - a[1]).filter(([name]) => !name.startsWith('(root)'));
      const told = functions.slice(0, shownFunctions).map(([name, time]) => `${name} ${time.toFixed(0)}`);
      return `${(stretch.end - begun).toFixed(0)}: ${stretch.wall.toFixed(0)} ms (processor ${stretch.processor.toFixed(0)}): ${told.join(', ')}`;
    });
  };
}
