import { baseName, fileName } from '../base/fileName';
import type { OfficialDocument } from './officialDocument';

/** What the placeholders of a pattern stand for. */
const values: Readonly<Record<string, (document: OfficialDocument, file: string) => string>> = {
  文件名: (_, file) => file,
  标题: ({ title }) => title?.text.replaceAll('\n', '') ?? '',
  发文字号: ({ number }) => number?.text ?? '',
  日期: ({ date }) => datesInDigits(date?.text ?? ''),
  发文机关: ({ letterhead, signatures }) => letterhead[0] ?? signatures[0]?.text ?? '',
  文种: ({ genre }) => genre,
  密级: ({ marks }) => marks.find(({ text }) => /^(?:绝密|机密|秘密)/.test(text))?.text.replace(/★.*/, '') ?? '',
};

/** Other names of the placeholders. */
const aliases: Readonly<Record<string, string>> = {
  file: '文件名',
  title: '标题',
  number: '发文字号',
  date: '日期',
  office: '发文机关',
  genre: '文种',
  secrecy: '密级',
};

/**
 * Name of an exported document without its ending, safe on any system.
 * @param pattern with placeholders in braces: `{发文字号} {标题}`; what a draft does not have is left out with the marks around it
 * @param path of the draft; empty for one that was never saved
 * @returns by the pattern, else the name of the draft, else its title
 */
export function documentName(pattern: string, document: OfficialDocument, path: string): string {
  const file = path ? baseName(path).replace(/\.[^.]*$/, '') : '';
  const named = pattern
    .replace(/\{([^{}]*)\}/g, (found, key: string) => {
      const read = values[aliases[key.trim().toLowerCase()] ?? key.trim()];
      return read ? read(document, file) || empty : found;
    })
    .replace(/[（(〔[【]\u0000+[）)〕\]】]/g, empty)
    .replace(/^(?:\u0000[-_—·\s]*)+/, '')
    .replace(/(?<![-_—·\s])[-_—·\s]*\u0000/g, '');
  const name = named.trim() || file || (values.标题?.(document, file) ?? '');
  // The ending is put behind the name.
  return fileName(name.replace(/(?:\.docx){1,9}$/i, ''));
}

/** Stands for a value that a draft does not have: no character of any text. */
const empty = '\u0000';

/** 2026年3月5日 as 20260305, so that files stand in the order of their dates; others as they are. */
const datesInDigits = (date: string): string => {
  const [, year = '', month = '', day = ''] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(date) ?? [];
  return year ? `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}` : date;
};
