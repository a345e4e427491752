/**
 * The characters after which the editor asks us in the middle of a line: the 6,763 Chinese characters of GB 2312 and
 * latin letters for pinyin. At the end of a line the editor's own quick
 * suggestions ask. Source: GB/T 2312—1980, rows 16 to 87; row 55 ends at cell 89.
 */
export function triggerCharacters(): readonly string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  }
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes)), ...'abcdefghijklmnopqrstuvwxyz'];
}
