const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** English words for a number below a million, as Word puts them: one hundred twenty-one. */
function wordsOf(value: number): string {
  if (value < 20) return units[value] ?? '';
  if (value < 100) return (tens[Math.floor(value / 10)] ?? '') + (value % 10 > 0 ? `-${units[value % 10] ?? ''}` : '');
  const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  return `${wordsOf(Math.floor(value / size))} ${name}${value % size > 0 ? ` ${wordsOf(value % size)}` : ''}`;
}

const irregularOrdinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One, Twenty-one, as Word writes them; empty from a million on. */
export const cardinalText = (value: number): string => (value < 1e6 ? capitalized(wordsOf(value)) : '');

/** First, Twenty-first, as Word writes them; empty from a million on. */
export const ordinalText = (value: number): string =>
  cardinalText(value).replace(/(?<![A-Za-z])[A-Za-z]+$/, (last) => {
    const irregular = irregularOrdinals[last.toLowerCase()];
    if (irregular === undefined) return `${last.replace(/y$/, 'ie')}th`;
    return last === last.toLowerCase() ? irregular : capitalized(irregular);
  });
