import { notExpressions } from './notExpressions';
import { pastWordings } from './pastWordings';
import { ofOneYear, placeNames } from './properNames';

/** Names of persons, places and institutions, and what one congress, plan, campaign or event ends with. */
const names =
  /习(?![惯题俗得气作练])|近平|同志为核心|出席|次会议|草案|贺信|北京大学|宁德时代|浙江大学|十[二三四五六七]五|[十九八][一二三四五六七八九]?大|二十|届|大报告|[一二三四五六七]中|专项行动|党[纪史]学习|我国(?=队|选手)|公司|集团|电视|音乐|电影|演出|展览|观众|小镇|嘉宾|农工党|民建|玩具|一派|一个缩影|九三|致公|民盟|了解到|勉励|发言|发布会|负责同志|表示|工作者日|率达$|值占$/;
/** What one day's news or one place says, and what lost its beginning. */
const passing =
  /国务院新闻|新闻办|新闻联播|代表们|委员们|会议(?:经过|审议通过)|清理工作|中央军委|双拥工作领导小组|中原大地|首都|[北西]方重要|西南生态|治[疆藏边]|[稳润兴建]疆|强边|雪域|国际大都市|湾区|宜居地|内陆地区改革|重要经济中心|大显身手|采购机械|数据显示|销售收入|减税降费及退税|[今昨]天|冰雪|新征程生态|重点研究|战略支点、高质量|创新高地和推动|大运河|两地|全省[一-龥]*同比|亿元人民币|收入同比|额同比|慰问信|一次十分重要的会议|(?<!平)新时代中国特色社会主义思想|^核心的|^要|^也为|^让各类|^是以|正开足|全面提速$|实验室里|深耕中国市场|铁军|正规化建设年|天府|千企技|多次强调|^还将|^在优化营商|^重点部署|^这个|举足轻重|纪律检查委员会常务委员会|变乱交织|^中国(?:正|坚定|将|全国)|移动充电|真务实作风|^揽子|分三期|经合组织|开发银行行长|中关村|^意识、法治|基新材料|^到[生新]|^和信访|^县一体|亲切交流|为期.天|愿同|各国|来临|日前|^并[同对将]|会议上$|汇报$|考察调研|中[英法德俄美]|多次|纪念|^(?:发展|领域|方面|以来|技术|强国|工作|经济|世界|体系|体系建设|能力)的|^我们|^我将|全场|掌声|党组|^将|^正|^已|^据|有信心|中外|参展|大家|南方谈话|宣示|彰显着|区时$|背后$|思考$|^中的|以来$|消息$|^就是|等问题$|等情况$|筼筜|^有了|报道$|吹风会|假期|^服务的|^建设的|^等|最强劲的旋律|向党之心|阐释了|擘画了/;

/** Whether a sequence of words must not be in the table of collocations. */
export const isUnfitCollocation = (text: string): boolean =>
  [names, passing, placeNames, ofOneYear, notExpressions, /[^\p{Script=Han}、]/u].some((pattern) =>
    pattern.test(text),
  ) || pastWordings.some((wording) => text.includes(wording));
