import type { Form } from './officialDocument';

const genres = [
  '命令', '令', '决议', '决定', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '复函', '函', '纪要',
] as const; // prettier-ignore

const forms: Readonly<Record<string, Form>> = {
  通用: 'general',
  下行: 'general',
  下行文: 'general',
  平行: 'general',
  平行文: 'general',
  上行: 'upward',
  上行文: 'upward',
  请示: 'upward',
  报告: 'upward',
  信函: 'letter',
  函: 'letter',
  复函: 'letter',
  命令: 'order',
  令: 'order',
  纪要: 'minutes',
  会议纪要: 'minutes',
  普通: 'plain',
  材料: 'plain',
  讲话稿: 'plain',
};

/** Titles that end like an official document's and are none: 调研报告, 述职报告, 感谢函 stay material. */
const material =
  /(?:调研|调查|述职|述廉|考察|研究|评估|工作|体检|检验|可行性)报告$|^(?:.{0,6})?(?:邀请|感谢|慰问|介绍)函$/;

/** 文种 that a title ends with; empty for none. */
export function genreOf(title: string): string {
  const plain = title.replace(/[（(][^（）()]*[）)]$/, '').trim();
  if (material.test(plain) && !/关于.+的报告$/.test(plain)) return '';
  return genres.find((genre) => plain.endsWith(genre)) ?? '';
}

/**
 * The form of a document.
 * @param stated 文种 in the front matter
 * @param genre 文种 of the title
 * @param isIssued whether a document number, a letterhead or addressees are there
 */
export function formOf(stated: string, genre: string, isIssued: boolean, hasSigner: boolean): Form {
  const known = forms[stated];
  if (known) return known === 'general' && hasSigner ? 'upward' : known;
  if (stated && !(genres as readonly string[]).includes(stated) && !isIssued) return 'plain';
  const form = forms[stated || genre];
  if (hasSigner && form !== 'order') return 'upward';
  if (form) return form;
  return isIssued || genre ? 'general' : 'plain';
}
