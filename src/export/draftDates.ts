/** 〇 as people write it. */
const zeros = /[0０OＯ○零]/g;
const placeholder = /^〔(?:成文日期|印发日期)〕$/;
const arabic = /^((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})[日号]$/;
const short = /^((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})$/;
const chinese =
  /^[一二][〇0OＯ○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号]$/;
/** Year, month or day are still to be filled in. */
const open =
  /^(?:(?:19|20)?[\dX×]{2}|20[X×]{1,2}|[X×]{1,4}|[一二][〇0OＯ○零一二三四五六七八九X×]{3})?\s*年[\s\dX×_一二三四五六七八九十]{0,8}月[\s\dX×_一二三四五六七八九十]{0,8}日$/i;
/** A date at the end of a line, in any of these forms. */
const atEnd =
  /(?:(?:19|20)(?:\s*[\dX×]){2}\s*年[\s\dX×]{1,8}月[\s\dX×]{1,8}[日号]|(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}|[一二][〇0OＯ○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号])$/i;

const halfWidth = (text: string): string =>
  text.replace(/[０-９．／－]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));

/**
 * Reads a date that a line or a value of front matter consists of.
 * @returns as it is printed: 2026年3月1日, Arabic digits without padding (GB/T 9704—2012, 7.3.5.4); what is written in Chinese
 * digits, or not filled in yet, stays so; undefined for what is no date
 */
export function readDate(written: string): string | undefined {
  const text = halfWidth(written.trim());
  if (placeholder.test(text)) return text;
  const plain = text.replace(/\s+/g, '');
  const [, year, ...parts] = arabic.exec(plain) ?? [];
  if (year) return `${year}年${parts.map(Number).join('月')}日`;
  const [, shortYear, , month = '', day = ''] = short.exec(plain) ?? [];
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  if (shortYear) return isDay ? `${shortYear}年${Number(month)}月${Number(day)}日` : undefined;
  if (chinese.test(plain)) return `${plain.slice(0, 4).replace(zeros, '〇')}${plain.slice(4, -1)}日`;
  return open.test(text) ? written.trim() : undefined;
}

/** A line of a text and a date behind it: 某某局 2026年3月1日. @returns both as they are written, and how many blanks are between */
export function dateBehind(line: string): { left: string; date: string; gap: number } | undefined {
  const text = line.trim();
  const at = atEnd.exec(halfWidth(text))?.index ?? 0;
  const left = text.slice(0, at).trimEnd();
  return left ? { left, date: text.slice(at), gap: at - left.length } : undefined;
}
