/** The hundred commonest surnames, and those of two characters. Source: 全国姓名报告, 公安部. */
const surname =
  '(?:欧阳|上官|司马|诸葛|皇甫|令狐|慕容|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷龙史陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤温])';
const name = `(?:${surname}(?:[\\p{Script=Han}]{1,2}|\\s{1,4}\\p{Script=Han})|[X×]{2,3})`;

/** 县长 张三; 中共青阳县委书记　李 四; 张三 王五; 文/张三; 本报记者 张三. */
const byline = new RegExp(
  `^[（(]?(?:(?:文|图|作者|撰文|撰稿|摄影)\\s?[/／:：|｜]\\s?|本[报刊网]?(?:评论员|记者|通讯员|特约撰稿人?)\\s?|\\p{Script=Han}{2,24}\\s{1,8})?${name}(?:[\\s、]{1,4}${name}){0,5}(?:\\s{0,4}[（(][^（()）]{2,30}[）)])?[）)]?$`,
  'u',
);

/** Words of two or three characters that begin like a name, and are none. */
const noName =
  /^(?:(?:方[案法向针]|任务|安全|时间|成[绩效]|金句|万[事象]|江[南山河]|白[色露]|高[度层]|龙[头舟]|向[前上党]|严[格肃]|石榴|史[料记]|武[装术]|温[馨暖]|任[免期职]|余[额热]|付款|程序|谢[谢幕]|钱[款物]|秦岭|金融|田[野园间]|马上|黄[河山]|林[业长]|雷[锋雨]|孔子|夏[日天]|于是|许可|何[为谓以]|严禁|汤|杨梅|毛[笔衣]|石[头油]|唐诗|宋词|曾经|田|王).{0,1})$/;

/** Whether a line below a title says who wrote or spoke. */
export const isByline = (text: string): boolean => text.length <= 60 && byline.test(text) && !noName.test(text);
