import type { DraftSection } from '../../../src/draft/outline';

/** A draft with sections, a closing and a signature. */
export const plan = [
  '关于开展督查的方案',
  '',
  '一、总体要求',
  '',
  '任务详见第三部分。',
  '',
  '二、督查内容',
  '',
  '（一）项目建设。看进度。',
  '',
  '（二）民生实事。看实效。',
  '',
  '三、工作要求',
  '',
  '做法见第二部分，另见《规划》第二部分。',
  '',
  '特此通知。',
  '',
  '市政府办公室',
  '2026年3月5日',
].join('\n');

/** Titles of sections, those below in a list with the one above. */
export const shape = (sections: readonly DraftSection[]): unknown[] =>
  sections.map(({ title, sections: below }) => (below.length > 0 ? [title, ...shape(below)] : title));
