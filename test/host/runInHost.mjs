// Runs in the extension host, in front of the tests, and writes what they print and how they ended to files:
// what the host reports on its own accord is lost, or wrong, when it dies.
import { openSync, writeFileSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

/** The host takes console and streams over for itself, and ignores a plain assignment. */
function replace(/** @type {object} */ object, /** @type {string} */ name, /** @type {unknown} */ value) {
  Object.defineProperty(object, name, { value, configurable: true, writable: true, enumerable: true });
}

function redirectOutput(/** @type {string} */ file) {
  const output = openSync(file, 'a');
  // Written at once: a host that dies has then said all it had to say.
  const write = (/** @type {string | Uint8Array} */ chunk) => void writeSync(output, Buffer.from(chunk));
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
    replace(console, level, (/** @type {unknown[]} */ ...args) => write(`${format(...args)}\n`));
  }
  for (const name of ['stdout', 'stderr']) {
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        write(chunk);
        done();
      },
    });
    replace(process, name, stream);
  }
}

/** @returns {Promise<void>} */
export async function run() {
  const { testsPath, outputFile, statusFile } = JSON.parse(process.env.GONGWEN_HOST_RUN ?? '{}');
  redirectOutput(outputFile);
  let status = 'failed';
  try {
    const tests = await import(pathToFileURL(testsPath).href);
    await (tests.run ?? tests.default.run)();
    status = 'passed';
  } catch (error) {
    console.error(error);
  }
  writeFileSync(statusFile, status);
}
