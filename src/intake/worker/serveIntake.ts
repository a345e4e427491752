import { finish } from '../../base/slices';
import { parseFrontMatter } from '../../library/frontMatter';
import { importText } from '../importText';
import { readParts } from '../readFile';
import type { ReadMessage, ReadRequest } from './messages';
import { packIntake } from './packedIntake';

/** The worker's side of a port to the host. */
export interface HostPort {
  post(message: ReadMessage, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Reads, cleans and splits what the host asks for, one file after the other. */
export function serveIntake(port: HostPort): void {
  port.onMessage((message) => void readMaterial(message as ReadRequest, (one, transfer) => port.post(one, transfer)));
}

/** Reads a file and says part by part what it gives. Never rejects. */
async function readMaterial({ name, bytes, from }: ReadRequest, emit: HostPort['post']): Promise<void> {
  await readParts(
    name,
    bytes,
    parseFrontMatter,
    {
      onPart: (index, part) => emit({ kind: 'part', index, name: part }),
      onProgress: (done, of) => emit({ kind: 'progress', done, of }),
      onProblem: (problem) => emit({ kind: 'problem', problem }),
      onText: (text, part) => {
        const unread = (text.unread ?? []).map((one) => ({ ...one, name: part }));
        const intake = packIntake(finish(importText(text)));
        emit(
          { kind: 'intake', intake, unread },
          intake.map(({ buffer }) => buffer),
        );
      },
    },
    from,
  );
  emit({ kind: 'done' });
}
