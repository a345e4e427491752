import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import type { WorkerPort } from '../../../../src/base/workerPort';
import type { Cancellation } from '../../../../src/intake/worker/boundedWorker';
import { ReadCancelled } from '../../../../src/intake/worker/boundedWorker';
import { IntakeClient } from '../../../../src/intake/worker/intakeClient';
import type { ReadMessage } from '../../../../src/intake/worker/messages';
import { packIntake } from '../../../../src/intake/worker/packedIntake';
import { serveIntake } from '../../../../src/intake/worker/serveIntake';
import { finish } from '../../../../src/base/slices';
import { importText } from '../../../../src/intake/importText';
import { linesOf } from '../../../../src/intake/line';
import { zipOf } from '../fileFixtures';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const never: Cancellation = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** A thread that reads as its file says: parts by their letters, `h` never ends, `m` eats memory, `x` throws. */
const misbehaving = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ bytes, from }) => {
  const parts = [...Buffer.from(bytes).toString()];
  for (let index = from; index < parts.length; index++) {
    parentPort.postMessage({ kind: 'part', index, name: parts[index] + index });
    if (parts[index] === 'h') for (;;);
    if (parts[index] === 'x') throw new Error('broken');
    if (parts[index] === 'm') for (const all = []; ; ) all.push(new Array(100000).fill(all.length));
    parentPort.postMessage({ kind: 'problem', problem: { code: 'empty', name: parts[index] + index, detail: '' } });
  }
  parentPort.postMessage({ kind: 'done' });
});`;

function thread(started: () => void = () => undefined): WorkerPort {
  started();
  const worker = new Worker(misbehaving, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
  worker.unref();
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => void worker.on('message', listener),
    onFailure: (listener) => {
      let failure: NodeJS.ErrnoException | undefined;
      worker.on('error', (error) => (failure = error));
      // What it sent before has come by then.
      worker.on('exit', () =>
        failure?.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? listener('memory', failure.message)
          : listener('error', failure?.message ?? ''),
      );
    },
    terminate: () => void worker.terminate(),
  };
}

/** A port to the real reader, in this thread. */
function inProcess(): WorkerPort {
  let toHost: (message: unknown) => void = () => undefined;
  let toWorker: (message: unknown) => void = () => undefined;
  serveIntake({
    post: (message: ReadMessage) => queueMicrotask(() => toHost(message)),
    onMessage: (listener) => (toWorker = listener),
  });
  return {
    post: (message) => queueMicrotask(() => toWorker(message)),
    onMessage: (listener) => (toHost = listener),
    onFailure: () => undefined,
    terminate: () => (toHost = () => undefined),
  };
}

/** A port to a reader that gives two parts of an archive, one of them empty, and then nothing. */
function stalling(hasText = true): WorkerPort {
  let toHost: (message: ReadMessage) => void = () => undefined;
  const intake = finish(importText({ name: '甲', lines: linesOf('各地要抓紧落实。') }));
  const messages: readonly ReadMessage[] = [
    { kind: 'part', index: 0, name: '甲.txt' },
    ...(hasText ? [{ kind: 'intake', intake: packIntake(intake), unread: [] } as const] : []),
    { kind: 'part', index: 1, name: '空.txt' },
    { kind: 'problem', problem: { code: 'empty', name: '空.txt', detail: '' } },
    { kind: 'part', index: 2, name: '乙.txt' },
  ];
  return {
    post: () => messages.forEach((message) => toHost(message)),
    onMessage: (listener) => (toHost = listener),
    onFailure: () => undefined,
    terminate: () => undefined,
  };
}

const problemsOf = async (client: IntakeClient, name: string): Promise<string[]> =>
  (await client.read(name, encode(name), never)).problems.map((problem) => `${problem.code} ${problem.name}`);

describe('IntakeClient', () => {
  it('gives clean articles, part by part, with what could not be read', async () => {
    const client = new IntakeClient(inProcess);
    const bytes = zipOf({
      '一.txt': '各地要抓紧落实。',
      '二.md': '---\ntitle: 甲: 乙\n---\n\n不误农时。',
      '空.txt': '',
    });
    const { intakes, problems, unread } = await client.read('素材.zip', bytes, never);
    assert.deepEqual(
      intakes.flatMap(({ drafts }) => drafts.map(({ front, characters }) => [front.title, characters])),
      [
        ['一', 8],
        ['甲: 乙', 5],
      ],
    );
    assert.deepEqual(
      problems.map(({ code, name }) => [code, name]),
      [['empty', '空.txt']],
    );
    assert.deepEqual(unread, [{ what: 'properties', place: '', amount: 1, name: '二.md' }]);
  });

  it('ends what takes too long at the cost of one problem; other parts and files go on', async () => {
    let started = 0;
    const client = new IntakeClient(() => thread(() => started++), {
      start: 20_000,
      base: 400,
      perMegabyte: 0,
      allParts: 100,
    });
    assert.deepEqual(await problemsOf(client, 'aha'), ['empty a0', 'tookTooLong h1', 'empty a2']);
    assert.deepEqual(await problemsOf(client, 'b'), ['empty b0']);
    assert.equal(started, 2);
    client.dispose();
  });

  it('gives a file its time of work however long that takes, and ends one that only waits in the end', async () => {
    let work = 0;
    let [turn, turns] = [(): void => undefined, 0];
    const waiting = (): WorkerPort => ({ ...stalling(), post: () => undefined, processorTime: () => work });
    const budget = { start: 0, base: 1000, perMegabyte: 0, allParts: 100 };
    const client = new IntakeClient(waiting, budget, {
      now: () => turns * 100,
      every: (_, listener) => ((turn = listener), { dispose: () => (turn = () => undefined) }),
    });
    // Of 1000 ms: turns of 100 ms of which 30 are work, and turns of which none are.
    for (const [each, until] of [
      [30, 34],
      [0, 51],
    ] as const) {
      let over = false;
      const reading = client.read('甲.txt', encode('甲'), never);
      void reading.then(() => (over = true));
      for (let count = 0; count < until; count++) {
        await Promise.resolve();
        assert.equal(over, false);
        [turns, work] = [turns + 1, work + each];
        turn();
      }
      const { problems } = await reading;
      assert.deepEqual(
        problems.map(({ code, name }) => `${code} ${name}`),
        ['tookTooLong 甲.txt'],
      );
    }
  });

  it('ends what needs too much memory, and what fails, in the same way', async () => {
    const client = new IntakeClient(thread, { start: 20_000, base: 20_000, perMegabyte: 0, allParts: 100 });
    assert.deepEqual(await problemsOf(client, 'ma'), ['tooMuchMemory m0', 'empty a1']);
    assert.deepEqual(await problemsOf(client, 'xa'), ['readerFailed x0', 'empty a1']);
    client.dispose();
  });

  it('gives an archive up after a few parts that hang', async () => {
    const client = new IntakeClient(thread, { start: 20_000, base: 100, perMegabyte: 0, allParts: 100 });
    assert.equal((await problemsOf(client, 'hhhhhhhhhh')).length, 5);
    client.dispose();
  });

  it('gives an archive up when its parts take too long together, and keeps what was read', async () => {
    const client = new IntakeClient(stalling, { start: 50, base: 60_000, perMegabyte: 0, allParts: 0 });
    const { intakes, problems } = await client.read('素材.zip', encode('甲'), never);
    assert.deepEqual(
      intakes.flatMap(({ drafts }) => drafts.map(({ front }) => front.title)),
      ['甲'],
    );
    assert.deepEqual(
      problems.map(({ code, name }) => `${code} ${name}`),
      ['empty 空.txt', 'archiveTookTooLong 素材.zip'],
    );
  });

  it('says of an archive that was given up with nothing read only that', async () => {
    const client = new IntakeClient(() => stalling(false), { start: 50, base: 60_000, perMegabyte: 0, allParts: 0 });
    assert.deepEqual(await problemsOf(client, '素材.zip'), ['archiveTookTooLong 素材.zip']);
  });

  it('leaves the host its turns while it takes over what thousands of parts gave', async () => {
    const intake = packIntake(finish(importText({ name: '甲', lines: linesOf('各地要抓紧落实。') })));
    let toHost: (message: ReadMessage) => void = () => undefined;
    const count = 40_000;
    const client = new IntakeClient(() => ({
      ...stalling(),
      post: () => {
        for (let at = 0; at < count; at++) toHost({ kind: 'intake', intake, unread: [] });
        toHost({ kind: 'done' });
      },
      onMessage: (listener) => (toHost = listener),
    }));
    let [turns, over] = [0, false];
    const turn = (): void => {
      turns++;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    const { intakes } = await client.read('素材.zip', encode('甲'), never);
    over = true;
    assert.equal(intakes.length, count);
    assert.ok(turns > 10, `${turns} turns`);
  });

  it('is cancelled at once, in the middle of whatever it does', async () => {
    const client = new IntakeClient(thread, { start: 20_000, base: 60_000, perMegabyte: 0, allParts: 100 });
    let cancel: () => void = () => undefined;
    const reading = client.read('h', encode('h'), {
      isCancellationRequested: false,
      onCancellationRequested: (listener) => {
        cancel = listener;
        return { dispose: () => undefined };
      },
    });
    setTimeout(() => cancel(), 50);
    await assert.rejects(reading, ReadCancelled);
    assert.deepEqual(await problemsOf(client, 'a'), ['empty a0']);
    client.dispose();
  });

  it('says so when no worker can be started', async () => {
    const client = new IntakeClient(() => {
      throw new Error('no workers here');
    });
    assert.deepEqual(await problemsOf(client, 'a'), Array<string>(1).fill('readerFailed a'));
  });
});
