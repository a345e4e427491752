/** Digits by their names. Source: Adobe Glyph List. */
const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/**
 * Characters that the name of a glyph stands for; empty where it says nothing. A suffix behind a dot says how it is drawn,
 * components are joined by underscores. Source: Adobe Glyph List Specification, 2. (The names of the list itself the
 * library knows.)
 */
export function charactersOfName(name: string): string {
  const [base = ''] = name.split('.', 1);
  return base.split('_').map(componentOf).join('');
}

function componentOf(name: string): string {
  const units = /^uni((?:[0-9A-F]{4}){1,8})$/.exec(name)?.[1]?.match(/.{4}/g);
  if (units) return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
  const code = parseInt(/^u([0-9A-F]{4,6})$/.exec(name)?.[1] ?? '', 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  if (/^[A-Za-z]$/.test(name)) return name;
  const digit = digits.indexOf(name);
  return digit < 0 ? '' : String(digit);
}
