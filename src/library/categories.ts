/** Category of articles whose list items are quotes. */
export const quoteCategory = '金句';
/** Category of articles whose list items are phrases. */
export const phraseCategory = '短语';
/** Category of set formulas, each with fields in a list of its own below it. */
export const formulaCategory = '提法';
/** Categories whose list items are phrases. */
export const phraseCategories: ReadonlySet<string> = new Set([phraseCategory, '常用表述', formulaCategory]);

/** Categories of collections: their articles are lists of entries, not prose. */
export const collectionCategories: ReadonlySet<string> = new Set([
  quoteCategory,
  '典故',
  phraseCategory,
  '常用表述',
  '提法',
  '标题',
  '开头结尾过渡',
  '指标',
]);

/** Categories that ship with the extension, in the order in which a writer meets them; those of other names follow. */
export const shippedCategories: readonly string[] = [
  '理论文章',
  '讲话致辞',
  '新闻发布',
  '工作综述',
  '公文范文',
  ...collectionCategories,
];

/** Names under which the tables of contents of collections group articles, the shipped categories among them. */
export const knownCategories: ReadonlySet<string> = new Set([
  ...shippedCategories,
  ...'领导讲话 讲话 致辞 发言 总结 汇报 汇报总结 调研报告 心得体会 经验材料 工作总结 工作汇报 工作报告 主持词 党课 述职'.split(
    ' ',
  ),
  ...'通知 方案 意见 评论 信息 简报'.split(' '),
]);
