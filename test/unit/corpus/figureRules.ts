import type { Finding, LibraryRule, Piece } from './piece';
import { entriesOf } from './entryRules';

/** An image or turn of phrase that wears out when it returns too often. */
export interface Figure {
  readonly name: string;
  /** Global; every match counts. */
  readonly pattern: RegExp;
  /** How often it may stand in articles and quotes together. */
  readonly most: number;
}

/** Figures that this library once leant on. Whoever leans on another adds it here. */
export const figures: readonly Figure[] = [
  // Money that arrives, accounts of a bank and registers are things, not images.
  { name: '账 as an image', pattern: /(?<![到台旧])账(?![号户目])/g, most: 3 },
  { name: '算总账', pattern: /算总账/g, most: 1 },
  { name: '视同利润加回', pattern: /视同利润/g, most: 1 },
  { name: '先用后付', pattern: /先[试使]?用[^。；，]{0,6}[，、]?[^。；，]{0,6}(?:付费|结算|付款)/g, most: 2 },
  { name: '亮红灯', pattern: /亮[起过出]?[红黄]灯/g, most: 2 },
  {
    name: '少……，多……',
    pattern: /(?<=^|^- |[，；。：“])少(?!不|年|数)[^，；。]{2,12}[，；]多[^，；。]{2,12}/gmu,
    most: 3,
  },
  { name: '等……，……就', pattern: /^- 等(?!得|同|于)/gm, most: 2 },
  { name: '愿……', pattern: /(?<=^- |[。；，])(?:但愿|愿[我每这天你此])/gm, most: 3 },
  { name: '贵在', pattern: /贵在/g, most: 5 },
  { name: 'results as a bride', pattern: /嫁衣|婆家|不愁嫁|待嫁|娘家/g, most: 0 },
];

/** Set phrases are common property; figures count in what is written: articles and quotes. */
const written = ({ article }: Piece): boolean =>
  !['短语', '常用表述', '提法', '典故', '指标'].includes(article.category);

/** No figure stands in articles and quotes more often than it bears; each place beyond that is reported. */
export const noWornFigures =
  (limits: readonly Figure[]): LibraryRule =>
  (pieces) =>
    limits.flatMap(({ name, pattern, most }) =>
      pieces
        .filter(written)
        .flatMap(({ path, body }) =>
          body.flatMap(({ text, line }) =>
            [...text.matchAll(pattern)].map(({ index }): Finding => ({
              path,
              line,
              message: `${name}, ${most} at most: ${text.slice(Math.max(0, index - 8), index + 16)}`,
            })),
          ),
        )
        .slice(most),
    );

/** No more than `most` quotes begin, or end, with the same `length` characters, punctuation aside. */
export const noWornEdges =
  (length: number, most: number): LibraryRule =>
  (pieces) =>
    [
      ...wornEdges(pieces, (characters) => characters.slice(0, length)),
      ...wornEdges(pieces, (characters) => characters.slice(-length)),
    ]
      .filter(({ places }) => places.length > most)
      .flatMap(({ edge, places }) =>
        places
          .slice(most)
          .map((place) => ({ ...place, message: `${places.length} quotes have ${edge}, ${most} at most` })),
      );

const wornEdges = (
  pieces: readonly Piece[],
  cut: (characters: readonly string[]) => readonly string[],
): { edge: string; places: Pick<Finding, 'path' | 'line'>[] }[] => {
  const places = new Map<string, Pick<Finding, 'path' | 'line'>[]>();
  for (const { piece, passage } of entriesOf(pieces, '金句')) {
    const edge = cut([...passage.text.replace(/[^\p{L}\p{N}]/gu, '')]).join('');
    places.set(edge, [...(places.get(edge) ?? []), { path: piece.path, line: passage.line + 1 }]);
  }
  return [...places].map(([edge, found]) => ({ edge, places: found }));
};
