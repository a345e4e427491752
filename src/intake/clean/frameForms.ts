/*
 * What lines of a page's frame look like. A form alone removes nothing: see `noise.ts`.
 */

/** A longer line is somebody's text, whatever it mentions. */
const longestFooter = 300;
/** A longer line than this is no navigation. */
const longestNavigation = 60;

/** What lines of a page's frame look like; each is one form. */
const frameForms: readonly RegExp[] = [
  /由(?:互联网|网络|网友|用户)[^。]{0,8}(?:用户|网友)?(?:自发)?(?:贡献|投稿|上传|整理)/,
  /本(?:站|网站|文库)(?:仅|只|不|所有|内容|部分|声明|文章|系|将|转载)|本平台(?:仅提供|不拥有)/,
  /(?:仅代表|不代表)(?:作者|本站|本网)[^。]{0,6}(?:观点|立场|本人)/,
  /(?:如有|如涉|若有|若涉及?|如果?侵犯)[^。]{0,10}(?:侵权|版权|抄袭)[^。]{0,30}(?:删除|联系我们|联系本|联系作者|告知)/,
  /(?:如需|欢迎|未经许可)[^。]{0,6}转载|转载请(?:注明|保留|联系)/,
  /^(?:免责声明|版权声明|特别声明|法律声明)\s*(?:[:：]|$)/,
  /^(?:文章|内容|资料|本文|素材)(?:来自|来源于|整理自|转自)(?:网络|互联网|网友)/,
  /(?:版权归|版权属于)[^。]{0,16}所有/,
  /^copyright\b|all rights reserved|^©|^版权所有/i,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证]|公网安备\s*\d/i,
];

/** What navigation looks like; only a short line is. */
const navigationForms: readonly RegExp[] = [
  /^(?:上一篇|下一篇|上一页|下一页|上一条|下一条)\s*(?:[:：]|$)/,
  /^(?:分享(?:到|至)|返回(?:顶部|首页|列表)|打印本页|关闭(?:窗口|本页)|收藏本(?:页|站|文)|网站地图|联系我们|关于我们)(?:[:：|\s]|$)/,
  /^[【[(（]?\s?(?:(?:本[文期]|图文|值班|执行|新媒体|网[络站])?(?:责任编辑|责编|编辑|审核|校对|监制|初审|复审|终审|核发|排版|美编|统筹|编审|主编)[\s:：/]{1,4}(?:\p{Script=Han}{2,4}|\p{Script=Han} {1,4}\p{Script=Han})[\s|｜/，、】\])）]{0,3}){1,6}$/u,
  /^(?:微信)?扫一扫(?:在)?(?:手机|微信)?(?:上)?(?:打开|阅读|查看|分享)(?:当前|本|此)?(?:页面?|网页|文章?)?(?:到朋友圈)?$/,
  /^(?:点击数|点击|阅读(?:量|次数|数)?|浏览(?:次数|量)?|人气|字号|字体)\s*[:：]\s*\S{0,20}$/,
  /^(?:[【[|｜\s]{0,3}(?:打印|关闭|收藏|分享|返回|纠错)(?:本页|页面|窗口|顶部|列表)?[】\]]?){2,6}$/,
  /^字(?:号|体)[\s:：]{0,9}(?:大|小|特大)/,
  /^(?:您?(?:现在|当前|所在)的?(?:所在)?(?:的)?位置(?:是)?|您的位置|首页|主页)\s*[:：>»›/]\s*\S/,
  /^[^>»›，。；]{2,10}(?:\s?[>»›]\s?[^>»›，。；]{2,12}){2,5}\s?[>»›]?$/,
  /^[【[]?\s?大\s?中\s?小\s?[】\]]?$|^[【[]?(?:A[-+]\s?){2,3}[】\]]?$/,
  /^(?:https?:\/\/|www\.)(?![\w./-]*\.gov\.cn)[\w./?=&%#:~+-]+$/i,
];

/** Buttons below an article of WeChat and of sites; a row of them says nothing else. */
const buttons =
  '(?:点个?)?(?:赞|在看|好看)|点赞|分享(?:收藏|到|给朋友)?|收藏|转发|评论|写?留言|写评论|听过|微博|微信(?:好友)?|QQ(?:空间|好友)?|朋友圈|视频号?|小程序|豆瓣|打印|关闭|投诉|举报|喜欢|取消|允许|知道了|复制链接|顶部|纠错';
/** A row of two and more; one may be anything. */
const buttonRow = new RegExp(
  `^[【[]?(?:(?:${buttons})[\\s·|｜/、，：。:]{0,4}(?:\\d{1,6}\\+?)?[\\s·|｜/、，：。:]{0,4}){2,12}[】\\]]?$`,
);

/** What WeChat shows around an article, and what its accounts write there. */
const accountForms: readonly RegExp[] = [
  buttonRow,
  /^(?:阅读|浏览|点击|赞|在看|点赞|分享|收藏|人划线)\s?(?:\d{1,9}|\d+(?:\.\d)?[万wW]|10万)\+?\s?(?:次)?$/,
  /^(?:轻触|点击)?阅读(?:原文|全文)$|^(?:继续滑动|向上滑动)看下一个$|^预览时标签不可点$|^收录于(?:合集|话题|专辑)/,
  /^(?:微信扫一扫|(?:微信)?扫一扫)(?:关注|使用|可打开|赞赏).{0,10}$|^微信扫一扫$|^关注该公众号$|^使用(?:小程序|完整服务)$|^知道了$|^轻点两下取消/,
  /^[：:，,。.\s]{2,8}(?:视频|小程序|赞|在看)[\s，,。.]/,
  /^#\S{1,20}\s{0,2}\d{1,4}\s?个$/,
  /^[▲▼↑↓☝👆👇\s]{0,6}(?:点击|点)(?:上|下)[方面](?:的)?(?:蓝字|蓝色|名片|卡片|标题).{0,14}$/u,
  /^[^，。；]{0,12}(?:长按|扫描|扫码|识别|扫一扫)[^，。；]{0,12}(?:关注|加群|入群|订阅|公众号)[^，。；]{0,12}$|^长按(?:识别)?(?:上方|下方|图中)?二维码.{0,12}$/,
  /^(?:喜欢|觉得(?:不错|有用)|如果(?:喜欢|觉得))?[^。；]{0,12}(?:点个?|点亮|点击)[“「]?(?:在看|赞|好看)[”」]?[^。；]{0,16}[!！~]?$/,
  /^[-—–=~·•*\s【[(（]{0,8}(?:END|The End|全文完|正文完)[-—–=~·•*\s】\])）]{0,8}$/i,
];

/** What headlines of other articles stand below. */
const headlinesBelow =
  /^[【[▌▍■◆●★►▶\s]{0,3}(?:相关(?:文章|阅读|推荐|链接|新闻|资讯|报道)|(?:推荐|延伸|扩展|更多|热门)阅读|热门(?:文章|标签|推荐|资讯)|猜你喜欢|(?:往期|精彩|热文|近期|精选)(?:推荐|回顾|文章|精选|热文)|精彩(?:推荐|回顾)|为您推荐|最新(?:文章|资讯)|今日热点)[】\]\s]{0,3}(?:[:：]\s?|>{0,2}|$)$/;

const forms = [...frameForms, ...navigationForms, ...accountForms, headlinesBelow];

/** Forms of a page's frame that a line has. */
export function frameFormsOf(text: string): readonly RegExp[] {
  if (text.length > longestFooter) return [];
  return (text.length > longestNavigation ? frameForms : forms).filter((form) => form.test(text));
}

/** Whether headlines of other articles follow. */
export const opensHeadlines = (text: string): boolean => text.length <= longestNavigation && headlinesBelow.test(text);
