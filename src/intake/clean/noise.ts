import type { Steps } from '../../base/slices';
import type { ChangeLog } from './changeLog';
import type { Line } from '../../library/document';
import { textWidth } from '../../text/width';

/** Lines looked at in one step. */
const linesPerStep = 500;

/** A longer line is somebody's text, whatever it mentions. */
const longestFooter = 300;

/** Any of these makes a line of moderate length part of a web page's frame, or of its disclaimer. */
const footers: readonly RegExp[] = [
  /由(?:互联网|网络|网友|用户)[^。]{0,8}(?:用户|网友)?(?:自发)?(?:贡献|投稿|上传|整理)/,
  /本(?:站|网站|平台|文库)(?:仅|只|不|所有|内容|部分|声明|文章|系|将|转载)/,
  /(?:仅代表|不代表)(?:作者|本站|本网)[^。]{0,6}(?:观点|立场|本人)/,
  /(?:如有|如涉|若有|涉嫌|如发现)[^。]{0,20}(?:侵权|抄袭|违规)[^。]{0,40}(?:删除|联系|举报|处理)/,
  /(?:如若|如需|若|欢迎|未经许可)[^。]{0,6}转载[^。]{0,12}(?:注明|请|保留|禁止)/,
  /转载请(?:注明|保留|联系)/,
  /^(?:免责声明|版权声明|特别声明|法律声明)\s*(?:[:：]|$)/,
  /^(?:文章|内容|资料|本文|素材)(?:来自|来源于|整理自|转自)(?:网络|互联网|网友)/,
  /(?:版权归|版权属于)[^。]{0,16}所有/,
  /^(?:上一篇|下一篇|上一页|下一页|相关(?:文章|阅读|推荐|链接)|推荐阅读|延伸阅读|热门(?:文章|标签|推荐)|猜你喜欢)\s*(?:[:：]|$)/,
  /^(?:分享(?:到|至)|返回(?:顶部|首页|列表)|打印本页|关闭(?:窗口|本页)|收藏本(?:页|站|文)|网站地图|联系我们|关于我们)(?:[:：|\s]|$)/,
  /^(?:责任编辑|责编|编辑|审核|校对|点击数|点击|阅读(?:量|次数|数)?|浏览(?:次数|量)?|人气|字号|字体)\s*[:：]\s*\S{0,20}$/,
  /^字(?:号|体)\s*[:：]?\s*(?:大|小|特大)/,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证]/i,
  /^copyright\b|all rights reserved|^©|^版权所有/i,
  /^(?:https?:\/\/|www\.)[\w./?=&%#:~+-]+$/i,
];

/** Contact data and offers that no official document makes. */
const advertisement =
  /QQ群?\s*(?:号)?\s*[:：]?\s*\d{5,}|(?:微信|威信|VX|V信|薇信)(?:公众)?号?\s*[:：]\s*[\w-]{4,}|(?:加入|开通|成为|充值)[^。]{0,6}会员|海量[^。]{0,16}(?:素材|文库|范文|课件|模板)|(?:关注|搜索)[^。，]{0,10}(?:微信)?公众号|(?:扫码|扫一扫|长按)[^。]{0,12}(?:关注|领取|加群|二维码|入群)|(?:更多|全部|完整|原文)[^。]{0,16}(?:请(?:访问|登录|关注|加|点击)|尽在)|(?:访问|登录|网址|官网|来自)[^。]{0,10}(?:https?:\/\/|www\.)|(?:点击|免费)(?:此处)?下载|(?:代写|代笔)[^。]{0,12}(?:公文|材料|文章|联系)|(?:入群|加群|进群)[^。]{0,10}(?:领取|分享|下载|\d{5,})/i;

/** A line of an advertisement; longer ones are taken for text that mentions such a thing. */
const longestAdvertisement = 120;

/** Something in brackets; brackets within it are not looked for. */
const bracketed = /[ \u3000]?(?:【[^【】\n]{2,160}】|\[[^[\]\n]{2,160}\]|（[^（）\n]{2,160}）|\([^()\n]{2,160}\))/g;

/**
 * Takes out advertisements, within a line too, and what a web page puts around a text: disclaimers, navigation, addresses.
 * Headings, list items and table rows that a format marks are looked at like any line.
 */
export function* removeNoise(lines: readonly Line[], changes: ChangeLog): Steps<Line[]> {
  const kept: Line[] = [];
  let blanks = 0;
  let page = false;
  for (const [at, line] of closedBrackets(lines).entries()) {
    if (at % linesPerStep === 0) yield;
    const text = withoutAdvertisements(line.text, changes);
    const kind = text && noiseKind(text);
    if (kind) changes.remove(kind, text);
    if (text && !kind) {
      const taken = (line.taken ?? 0) + (text === line.text ? 0 : textWidth(line.text) - textWidth(text));
      kept.push({
        ...line,
        text,
        blanks: line.blanks + blanks,
        page: line.page || page,
        ...(taken > 0 ? { taken } : {}),
      });
      [blanks, page] = [0, false];
    } else {
      // What was around a removed line is now next to each other, as far apart as before.
      [blanks, page] = [blanks + line.blanks, page || line.page];
    }
  }
  return kept;
}

/** Most lines that an advertisement in brackets runs over. */
const linesPerAdvertisement = 4;

/** Lines where an advertisement in brackets that was broken over several is on the one where it begins. */
function closedBrackets(lines: readonly Line[]): readonly Line[] {
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const open = /[【[（(][^【】[\]（）()]{0,80}$/.exec(line.text);
    const part = open ? restOfBracket(lines, at, open[0]) : undefined;
    if (open && part) {
      result.push({ ...line, text: line.text + part.text, goesOn: true });
      const after = lines[at + part.lines];
      const rest = after?.text.slice(part.used).trim();
      const taken = textWidth(after?.text.slice(0, part.used) ?? '');
      if (after && rest) result.push({ ...after, text: rest, indent: 0, blanks: 0, taken });
      at += part.lines;
    } else result.push(line);
  }
  return result;
}

/** What follows an open bracket on the next lines up to where it closes, if all of it is an advertisement. */
function restOfBracket(
  lines: readonly Line[],
  at: number,
  open: string,
): { text: string; lines: number; used: number } | undefined {
  let text = '';
  for (let count = 1; count <= linesPerAdvertisement; count++) {
    const line = lines[at + count];
    if (!line || line.mark) return undefined;
    const close = /^[^【】[\]（）()]{0,80}[】\]）)]/.exec(line.text)?.[0];
    text += close ?? line.text;
    if (close !== undefined) {
      return advertisement.test(open + text) ? { text, lines: count, used: close.length } : undefined;
    }
  }
  return undefined;
}

/** What a line of its own is, if it is nobody's text. */
export function noiseKind(text: string): 'advertisement' | 'footer' | undefined {
  if (text.length > longestFooter) return undefined;
  if (footers.some((pattern) => pattern.test(text))) return 'footer';
  return text.length <= longestAdvertisement && advertisement.test(text) ? 'advertisement' : undefined;
}

/** A text without advertisements in brackets; each is written down. */
export function withoutAdvertisements(text: string, changes: ChangeLog): string {
  if (!/[【[（(]/.test(text)) return text;
  const rest = text.replace(bracketed, (part) => {
    if (!advertisement.test(part)) return part;
    changes.remove('advertisement', part.trim());
    return '';
  });
  return rest === text ? text : rest.trim();
}
