/** The name of a site, and the day, at the head of its pages. */
const siteName = /^\p{Script=Han}{2,14}(?:门户网站?|政府网站?|官方网站|官网|信息网|公众信息网|党建网)$/u;
const weekday = /^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s{0,3}(?:星期|周)[一二三四五六日天]$/;
/** Buttons and the path that stand above a text which was copied from a page, a line each: 下载, 打印, 【字号：, 加大, 】, 首页, >. */
const button =
  /^(?:下载|打印(?:本页)?|全屏|收藏|关闭(?:窗口)?|纠错|复制(?:链接)?|朗读|返回(?:列表|首页)?|分享(?:到)?[:：]?|微信|微博|朋友圈|[【[]?(?:字号|字体|大小)[:：]?[】\]]?|加大|还原|减小|放大|缩小|默认|[大中小]|[】\]|>»/]|首页|您?的?(?:当前)?(?:所在)?位置[:：]?|(?:阅读|浏览|点击)(?:量|数|次数)?[:：]|扫一扫.{0,12})$/;

export const isButton = (text: string): boolean => button.test(text) || siteName.test(text) || weekday.test(text);
