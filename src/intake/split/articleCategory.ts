import type { Block } from '../../library/document';
import { quoteCategory } from '../../library/categories';

const [theory, speech, press, survey, official] = ['理论文章', '讲话致辞', '新闻发布', '工作综述', '公文范文'] as const;

/** What may stand behind the name of a genre: 稿, 材料, （试行）, （征求意见稿）, 2, 三篇. */
const tail =
  '(?:材料|稿|范本|模板|摘要|实录|全文)?(?:[（(].{0,16}[）)])*(?:\\d{1,2}|[一二三四五六七八九十]{1,3}篇?|第?\\d{1,4}期)?$';

const endsWith = (...genres: readonly string[]): RegExp => new RegExp(`(?:${genres.join('|')})${tail}`, 'u');

/** News of a speech, a letter or a meeting is none itself: ……出席并讲话, ……向论坛致贺信, ……讲话引发热烈反响. */
const news = new RegExp(
  [
    '(?:并|发表|听取|审议|传达学习|作出|(?<![工合协制写创])作了?)(?:发表|重要|视频|书面|主旨|主题|专题|辅导|总结|工作|动员){0,3}(?:讲话|[致答][辞词]|演讲|发言|报告|汇报)',
    '.互?致以?(?:贺|唁|慰问)[电信]',
    '(?:达成|签署|签订|发布|公布|回应|响应|参与|欢迎)[^，。 ]{0,20}(?:协议|协定|令|声明|倡议|公报|报告|意见)',
  ]
    .map((pattern) => `${pattern}$`)
    .join('|'),
);
/** And of a meeting: ……召开 某某出席并讲话. A notice says that a meeting will be held. */
const meeting = /举行|召开|评价|反响|热议|解读/;

/** What titles of a category end with or hold, the surest first. */
const byTitle: readonly (readonly [category: string, pattern: RegExp])[] = [
  [quoteCategory, /金句|佳句|名言|警句|妙句/],
  [
    theory,
    /评论员|社论|理论文章|^读《.+》有感|^(?:浅谈|浅析|试论|略论|漫谈|简论|论(?!坛))|——(?:深入)?学习.{2,40}(?:讲话|精神|论述|思想|著作|》)$/,
  ],
  [press, /发布会|答记者问|新闻通气会|记者见面会|新闻发布词|新闻通稿/],
  // Whatever is said at a meeting is a speech: 在……会上的发言, 经验交流, 报告.
  [
    speech,
    endsWith(
      '(?:[会班]|会议|论坛|仪式|典礼|活动|座谈|晚宴|招待会)(?:上|结束时|闭幕时|期间)的[^，。]{0,6}(?:讲话|发言|[致答贺][辞词]|报告|交流|介绍|汇报|演讲|表态|说明|总结|点评|述职|倡议)',
    ),
  ],
  [
    speech,
    endsWith(
      '讲话(?:提纲|要点)?|发言(?:提纲|要点)?|演讲|演说|主持词|党课(?:讲稿|教案)?|讲稿|宣讲|表态',
      '(?:开幕|闭幕|欢迎|答谢|祝酒|悼|贺|祝|献|致|颁奖|告别|毕业)[词辞]',
    ),
  ],
  [
    theory,
    endsWith(
      '(?:的|几点|若干|深度)(?:思考|启示|认识|探索|研究)',
      '初探|刍议|心得(?:体会)?|体会|读后感|观后感|感悟|感想',
    ),
  ],
  [
    survey,
    endsWith(
      '综述|总结|汇报(?:提纲)?|(?:经验|做法)(?:交流|介绍|总结)?|典型案例|实践案例|纪实|侧记|巡礼|工作回顾',
      '述职(?:述[廉德法学责]){0,3}(?:报告)?|(?:工作|情况|总结)报告|工作情况|工作法|的[^的，]{0,6}(?:实践|样本)',
    ),
  ],
  [official, endsWith(...officialGenres())],
];

/** Names of 法定公文 (党政机关公文处理工作条例, 第八条), 事务文书 and regulations, as far as they tell them from what is written about them. */
function officialGenres(): readonly string[] {
  return [
    '通知|公告|通告|通报|请示|批复|复函|议案|纪要|公报|命令|(?:嘉奖|行政|任免|主席|政府)令|令第.{1,6}号',
    '(?:关于|《).*(?:意见|决定|决议|报告|函|答复|提案|建议|说明|规定|办法|规划|计划|方案|制度|清单)|的(?:函|决定|决议|意见|答复)',
    '(?:若干|指导|实施|工作|几点|处理|审查|反馈|审核)意见',
    '报告|白皮书|的(?:建议|说明)',
    '(?:邀请|征求意见|商洽|告知|询问|推荐|公)函|(?:倡议|承诺|责任|协议|委托|建议|申请|邀请|保证|决心|检讨|任务|意向|告知|通知|公告|说明|聘)书|请柬|责任状',
    '(?:感谢|慰问|贺|公开|表扬|推荐|介绍|证明|邀请|致敬|一封)信|(?:贺|慰问|唁)电|倡议|公示|启事|声明|讣告|证明|申请|合同|协议',
    '(?<!中国|世界|全球|最优|新|好)方案|预案|(?:工作|行动|年度|三年|五年|培训|学习|实施|活动|立法|整改|教学|招生|资助|支持|培养)计划|规划|纲要|(?:工作|宣传|发言|学习|督查|考核)要点',
    '议程|日程|程序|流程|大事记|会议记录|备忘录|简报|专报|快报|(?:工作|政务|情况|督查)(?:动态|信息)|情况反映|情况说明|情况通报|起草说明|编制说明',
    '(?:先进|典型|个人|集体|主要)?事迹|(?:对照|剖析|党性)(?:检查|分析)|剖析|策划(?:书|案)?|思想汇报|简介|(?:登记|审批|汇总|申报|考核|推荐|一览|统计)表',
    '条例|细则|(?<!有|无|明确|新|按)规定|(?<![有好新老没想])办法',
    '(?:管理|工作|会议|学习|财务|值班|考勤|请示报告|责任|审批|保密|公开)制度|规则|章程|守则|公约|准则|规程|规范|导则|(?<![为高新成])标准|指南|指引|清单|目录|须知|解释',
    '\\p{Script=Han}{2}(?<![方做办看想说书用章语魔证司执普守违立的]|工作|学习)法|修正案|关于.*(?:安排|解答)',
  ];
}

/** What is longer is no title, and the patterns take n² on it. */
const longestTitle = 200;

/** The category that a title speaks for; empty where it does not say. */
export function categoryOfTitle(title: string): string {
  if (title.length > longestTitle) return '';
  const [category = ''] = byTitle.find(([, pattern]) => pattern.test(title)) ?? [];
  const isNews =
    category === speech ? news.test(title) || meeting.test(title) : category === official && news.test(title);
  return isNews ? '' : category;
}

/** Whom a speech begins by addressing: 同志们：; 各位领导、各位来宾：. */
const salutation =
  /^(?:同志们|各位|尊敬的|女士们|先生们|朋友们|大家|乡亲们|老师们|同学们|战友们)[^。；？]{0,60}[：:！!]/;
const question = /^(?:[^，。：:]{0,20}记者|主持人|提问)[^，。：:]{0,12}[：:]/;
/** Journals of theory. */
const journal = /求是|学习时报|红旗文稿|理论|社会科学/;

/** Blocks at the beginning in which somebody is addressed. */
const mostBefore = 4;

/** What an article tells about its category beside its title. */
export interface CategoryClues {
  readonly blocks: readonly Pick<Block, 'text'>[];
  readonly source: string;
  /** 发文字号 and 主送机关, which official documents alone have. */
  readonly number?: string | undefined;
  readonly recipients?: string | undefined;
}

/** The category of an article: what its title speaks for, else how its text is built, else where it appeared; empty where nothing says. */
export function categoryOf(title: string, { blocks, source, number, recipients }: CategoryClues): string {
  const named = categoryOfTitle(title);
  if (named) return named;
  if (number ?? recipients) return official;
  if (blocks.filter(({ text }) => question.test(text)).length >= 2) return press;
  if (blocks.slice(0, mostBefore).some(({ text }) => salutation.test(text))) return speech;
  return journal.test(source) ? theory : '';
}
