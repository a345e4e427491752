/** Who speaks in a transcript, or what a line states: 主持人：…, X：…, 时间：…. */
const label = /^(?:[\p{Script=Han}X×*·]{1,12}|[A-Z])(?:[（(][^（()）\n]{1,20}[）)])?\s*[:：]/u;

/** These open a line wherever they stand. */
const known =
  /^(?:摘\s{0,4}要|内容提要|关\s?键\s?[词字]|主题词|中图分类号|文献标识码|文章编号|作者简介|基金项目|收稿日期|abstract|key\s?words?|主持人?|主持|发布人|发言人|嘉宾|主讲人|报告人|汇报人|记者|提问|问|答|时间|地点|日期|出席|参加|参会|列席|缺席|主送|抄送|附件|联系人|联系电话|签发人|题目|单位|部门|记录人?|制图|摄影|摄影报道|供图|图片|文字|撰稿|通讯员|来源|课题组(?:组长|成员|负责人)?|组长|副组长|成员|执笔人?|作者|编者|编辑|责编|责任编辑|审核|校对|监制|策划|统筹)(?:\d{1,2}|[一二三四五六七八九十X×])?\s*[:：]/i;

const keywords = /^[【[]?(?:关\s?键\s?[词字]|主题词|key\s?words?)[】\]]?(?:\s|\s*[:\uff1a])\s*\S/i;

/** Whether a text is the list of keywords below an abstract. */
export const isKeywords = (text: string): boolean => keywords.test(text) && !/[。！？]/.test(text);

/** The label that a line begins with, without its colon; undefined for none. */
export const labelOf = (text: string): string | undefined => label.exec(text)?.[0].slice(0, -1).trimEnd();

/** Whether a line begins with a label that is one in any text. */
export const hasKnownLabel = (text: string): boolean =>
  known.test(text) || /^[X×]{1,3}(?:\p{Script=Han}{1,6})?\s*[:：]/u.test(text);

/** Labels that lines begin with again and again: the speakers of a transcript. The same line twice counts once. */
export function speakersOf(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of new Set(texts)) {
    const name = labelOf(text);
    if (name !== undefined && name.length <= 8) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([name]) => name));
}
