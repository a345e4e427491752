const han = '零一二三四五六七八九';

/**
 * @param text Han numeral of 1 to 999: 三, 十, 二十一, 一百零五
 * @returns its value; 0 for another text
 */
export function hanNumber(text: string): number {
  const [, hundreds = '', below = ''] = /^(?:([一二三四五六七八九])百零?)?(.*)$/.exec(text) ?? [];
  const [, tens, ten, ones = ''] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(below) ?? [];
  if (ten === undefined || text === '' || (ten !== '' && tens === '一' && hundreds === '')) return 0;
  const more = hundreds ? han.indexOf(hundreds) * 100 : 0;
  if (ten === '') return below.length <= 1 ? more + Math.max(0, han.indexOf(below || '零')) : 0;
  return more + (tens ? han.indexOf(tens) : 1) * 10 + Math.max(0, han.indexOf(ones || '零'));
}

/** @returns 1 to 999 as a Han numeral */
export function hanNumeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (one: number): string => (one > 0 ? (han[one] ?? '') : '');
  if (hundreds === 0) return (tens > 1 ? digit(tens) : '') + (tens > 0 ? '十' : '') + digit(ones);
  return `${digit(hundreds)}百${tens > 0 ? `${digit(tens)}十` : ones > 0 ? '零' : ''}${digit(ones)}`;
}
