import type { PassageKind } from '../../library/article';

/** Codicon of a passage; larger material looks like a paragraph. */
export function passageIcon(kind: PassageKind = 'paragraph'): string {
  switch (kind) {
    case 'paragraph':
      return 'note';
    case 'quote':
      return 'quote';
    case 'phrase':
      return 'symbol-string';
  }
}
