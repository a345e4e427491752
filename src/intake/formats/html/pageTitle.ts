import { isBalanced } from '../../../text/isBalanced';
import { skeletonOf } from '../../../text/characters';
import { namesGenre } from '../../split/titles';

/** Marks between a title, a column and a site: 关于…的通知_通知公告-青阳县人民政府. A dash of two is one where a site follows. */
const separator =
  /\s{0,2}(?:[_|｜－]|\s[-–—·]\s|[-–]|(?<!—)—(?!—)|——(?=[^—]{2,20}网站?$)|·(?=[^·]{2,20}网站?$)|\s::\s|&gt;|>>?|«|»)\s?/;
/** What stands before a bar within a title. */
const series = /^(?:一图[读看]懂|图解|视频|解读|政策解读|权威发布|聚焦|直播|专访|动漫|H5|长图|海报)$/;

/** What names of sites end with, and names of columns. */
const site =
  /(?:网|网站|门户|频道|在线|官网|首页|客户端|政府|委员会|日报|晚报|时报|公司|集团|大学|学院|学校|[局委厅部院会所]|公众号|文库|论坛|博客|平台|中心|网易|新浪|搜狐|腾讯|\.(?:com|cn|net|org|gov))$/i;
const sectionName =
  /^(?:[\p{Script=Han}]{0,4}(?:要闻|新闻|动态|公告|公示|公开|资讯|政策|文件|法规|信息|专题|专栏|列表|详情|正文|内容|时政|评论|理论|通知公告|首页))$/u;

/** Titles of pages that nobody gave one. */
const nameless =
  /^(?:无标题(?:文档|页)?|未命名|untitled(?: document)?|new page.*|document|index|详情(?:页)?|正文|内容页?|首页)$/i;

/** A page's title in two parts. */
interface Cut {
  readonly before: string;
  readonly after: string;
}

/** Where a page's title may be cut, from its beginning to its end; numbers and brackets are never torn. */
function cutsOf(whole: string): readonly Cut[] {
  const cuts: Cut[] = [];
  const pattern = new RegExp(separator, 'g');
  for (let found = pattern.exec(whole); found; found = pattern.exec(whole)) {
    const [before, after] = [whole.slice(0, found.index), whole.slice(found.index + found[0].length)];
    const inNumber = /[\d年]$/.test(before) && /^\d/.test(after);
    if (before && after && !inNumber && !series.test(before.trim()) && isBalanced('', before))
      cuts.push({ before: before.trim(), after: after.trim() });
  }
  return cuts;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200).trim();

/** What of a page's title may be the title of its text: the whole, and what stands on either side of a separator but names of sites. */
export function titlesWithin(text: string): readonly string[] {
  const whole = oneLine(text);
  // The name of a column is the title of its list, not of what the page shows.
  if (sectionName.test(whole)) return [];
  const parts = cutsOf(whole).flatMap(({ before, after }) => [
    isSiteInFront(before, after) ? '' : before,
    isAppendix(after) ? '' : after,
  ]);
  return [whole, ...parts].filter(Boolean);
}

/** A page's title without names of columns and sites behind it or in front. Empty when it has none worth the name. */
export function titleWithoutSite(text: string): string {
  const whole = oneLine(text);
  const kept = cutsOf(whole).find(({ before: cut }) => {
    const rest = whole.slice(cut.length);
    const parts = rest.split(new RegExp(separator)).filter(Boolean);
    // A bar without blanks stands within titles, too: 奋进新征程|…; not behind the title of a document.
    const marked = /^(?:\s*[_»]|\s+[|｜]|\s+[-–—·]\s)/.test(rest) || (/^[|｜]/.test(rest) && namesGenre(cut));
    return (
      cut.length >= 4 &&
      parts.every(
        (part) => isAppendix(part) || (marked && part.length <= Math.min(20, cut.length) && !isSiteInFront(cut, part)),
      )
    );
  });
  const title = behindSites(kept?.before ?? whole);
  return nameless.test(title) ? '' : title;
}

const isAppendix = (part: string): boolean => part.length <= 30 && (site.test(part) || sectionName.test(part));

function behindSites(title: string): string {
  const cut = cutsOf(title).find(({ before, after }) => isSiteInFront(before, after));
  return cut ? behindSites(cut.after) : title;
}

/** Whether a title follows the name of a site; it is the longer of the two, and no name itself. */
const isSiteInFront = (before: string, after: string): boolean =>
  (site.test(before) || sectionName.test(before)) && after.length >= Math.max(4, before.length) && !isAppendix(after);

/** No title is as long, in characters; what is longer need not be folded. */
const longest = 500;

/** @returns whether a line repeats one of the parts of a page's title: it is the title of what the page shows */
export function titleMatcher(titles: readonly string[]): (line: string) => boolean {
  const skeletons = new Set(titles.map(skeletonOf).filter(({ length }) => length >= 4));
  return (line) => skeletons.size > 0 && line.length <= longest && skeletons.has(skeletonOf(line));
}
