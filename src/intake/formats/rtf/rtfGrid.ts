/** Edges closer than this, in twentieths of a point, are one: programs round them. */
const tolerance = 40;

/**
 * How many columns each cell of a table takes, by where its right edge lies. Rich text says no spans: a cell that takes two
 * columns is as wide as they are. Source: RTF Specification 1.9.1, `\\cellx`. Cost: e · log e in edges.
 * @param rows right edges of the cells, row by row; none where the file does not say them
 */
export function columnsByEdges(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const columns = new Map<number, number>();
  let last = -Infinity;
  let column = -1;
  for (const edge of [...new Set(rows.flat())].sort((a, b) => a - b)) {
    if (edge - last > tolerance) column++;
    columns.set(edge, column);
    last = edge;
  }
  return rows.map((edges) => {
    let before = -1;
    return edges.map((edge) => {
      const at = columns.get(edge) ?? before + 1;
      const taken = Math.max(1, at - before);
      before = at;
      return taken;
    });
  });
}
