// What tests use of node:assert/strict, for a host that has no Node.js.

export function ok(value: unknown, message = `${String(value)} is not truthy`): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `${String(actual)} is not ${String(expected)}`);
}

/** Compares plain data. */
export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(JSON.stringify(actual), JSON.stringify(expected), message);
}

export function match(text: string, pattern: RegExp, message = `${text} does not match ${String(pattern)}`): void {
  ok(pattern.test(text), message);
}

/** @throws when a promise, or what a function promises, comes to a good end */
export async function rejects(action: Promise<unknown> | (() => Promise<unknown>)): Promise<void> {
  const failed = await (typeof action === 'function' ? action() : action).then(
    () => false,
    () => true,
  );
  ok(failed, 'expected a rejection');
}

export default { ok, equal, deepEqual, match, rejects };
