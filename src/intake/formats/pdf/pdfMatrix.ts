/** a b c d e f of a transformation. Source: ISO 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];
export const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** First `m`, then `n`. Source: ISO 32000-1, 8.3.4. */
export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** Six numbers; undefined for anything else. */
export function matrixOf(value: unknown): Matrix | undefined {
  const numbers = Array.from((value ?? []) as ArrayLike<number>);
  return numbers.length >= 6 && numbers.slice(0, 6).every((one) => Number.isFinite(one))
    ? (numbers.slice(0, 6) as unknown as Matrix)
    : undefined;
}

/** Direction of writing; a font of negative size writes backwards, upside down. */
export function degreesOf([a, b]: Matrix, direction: number): number {
  const turned = Math.round((Math.atan2(b * direction, a * direction) * 180) / Math.PI);
  return ((turned % 360) + 360) % 360;
}
