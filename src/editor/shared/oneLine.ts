/** Text on one line, without Markdown emphasis, cut to `length` characters. */
export function oneLine(text: string, length: number): string {
  const flat = text
    // Markup may take some room; a whole article is not looked at.
    .slice(0, 4 * length)
    .replace(/\s*\n\s*/g, '')
    .replace(/[*_]{2,3}/g, '')
    .trim();
  const characters = [...flat];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : flat;
}
