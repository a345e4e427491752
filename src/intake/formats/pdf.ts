import { IntakeError } from '../problem';
import type { SourceText } from '../takeIn';

export const isPdf = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;

export function readPdf(_bytes: Uint8Array, _name: string): SourceText {
  throw new IntakeError('unsupported');
}
