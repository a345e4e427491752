/**
 * Chooses the expressions in current use that ship as 常用表述 from tables that `scripts/countExpressions.ts` makes. Run with
 *
 *     npx tsx scripts/chooseExpressions.ts --folder corpus/常用表述 --date 2026-11-27 \
 *         --reports 26 reports.tsv news.tsv
 *
 * A table has an expression and the number of documents in which it stands on each line; the option says of how many
 * reports. The second is of days of news.
 * Reports come first: what they have is not listed again as news. Left out is what names places, persons, companies and
 * institutions, what belongs to one year, what is torn, superseded, or listed by hand already, and what is a part of
 * something that is about as frequent. One file is written for each use.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isBalanced } from '../src/text/isBalanced';
import { notExpressions } from './support/notExpressions';
import { pastWordings } from './support/pastWordings';
import { ofOneYear, personNames, placeNames } from './support/properNames';
import { anyUse, useNames, useOf } from './support/usesOfExpressions';

/** A part of something longer, where that has this share of its documents. */
const mostly = 0.8;
const leastOfAnyUse = { reports: 3, news: 40 };
/** The set formulas in which the General Secretary is named. */
const formula = /习近平新时代中国特色社会主义思想|习近平.{2,4}思想|以习近平同志为核心的党中央/g;
/** Figures, measures and what refers to something said before. */
const unfit =
  /[\dA-Za-z]|^(?:[年月日个万亿]|等|其中|以上|以下|分别|部|名|家|项|条|次|位|批|一[是批个]|二是|三是|所|之|也|就|又|再|并|还|都|而|使|让|把|对|向|从|为(?!民|期|主|政)|与|在(?!以)|是(?!非)|有(?!序|效|力|利|机|关)|这|那|中(?!国|央|小|等|医|药|试|心|长|高|华|外|型)|会(?!议|员|展|计)|产(?!业|品|教|学|能|权|值|量|地|出)|控(?!制)|我省|我市|全省|我区|全区|我国|省|市|区|县|本|该)|[一二三四五六七八九十]、|(?:万|亿|个|家|项|条|次|位|名|元|年|月|日|以上|达到|超过|等|等领域|提升至|提高到|下降到|增长到|一批|之一|其中|分别|累计|完成|实现|成为|作为|开展|一个|多个|部分|进一步|更加|以及|通过|围绕|按照|根据|关于|对于|相关|有关|各类|全省|同比|连续|占比|入选|获批|全部|有望|予以|有的|占|持续|加快|全面|取得新|取得重大|取得实质性|具有重要|推动|促进|支持扩大|全力防范|职业技能(?<=开展职业技能)|新型技术改造|保障水平持续|地区生产|以人民|党|党中央|国务院|新时代|二十大|全会|迈出|取得|得到|呈现|保持|展现|上来|到位的|没有变|提供|形成|我们|努力|来自|位居|贯彻习近平|国家级|省级|市级)$/;
/** News tells what happened. */
const told =
  /日前|昨天|今天|近日|印发|发布|公布|举行|召开|出席|主持|讲话|强调|指出|说明|介绍|数据显示|据了解|据悉|会见|访问|表示|这次|此次|活动|启动|正式|截至|目前|当前|一年|我们|他们|会上|全会|同志|人员|部门|单位|会议|座谈|组织实施|党史|研究院|节目|观众|比赛|冠军|讲述|嘉宾/;

interface Expression {
  readonly text: string;
  readonly documents: number;
}

interface Source {
  readonly name: 'reports' | 'news';
  readonly levels: readonly { readonly least: number; readonly heading: string }[];
  readonly rows: readonly Expression[];
}

const { values, positionals } = parseArgs({
  options: {
    folder: { type: 'string', default: 'corpus/常用表述' },
    date: { type: 'string', default: '' },
    reports: { type: 'string', default: '0' },
  },
  allowPositionals: true,
});

const rowsOf = (path: string | undefined): readonly Expression[] =>
  path === undefined
    ? []
    : readFileSync(path, 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .flatMap(([text = '', documents = '']) => (text ? [{ text, documents: Number(documents) }] : []));

const reports = Number(values.reports);
const sources: readonly Source[] = [
  {
    name: 'reports',
    levels: [
      { least: (2 / 3) * reports, heading: '通行（三分之二以上的工作报告使用）' },
      { least: (1 / 3) * reports, heading: '常见（三分之一以上的工作报告使用）' },
      { least: 0, heading: '多见（三份以上的工作报告使用）' },
    ],
    rows: rowsOf(positionals[0]),
  },
  {
    name: 'news',
    levels: [{ least: 0, heading: '时政报道常用' }],
    rows: rowsOf(positionals[1]).filter(({ text }) => !told.test(text)),
  },
];

/** What is in the library by hand. */
const byHand = new Set(
  ['短语', '提法']
    .flatMap((folder) => readdirSync(join('corpus', folder)).map((file) => join('corpus', folder, file)))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^- (.+)$/gm)].map(([, entry = '']) => plain(entry))),
);

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function isFit({ text, documents }: Expression, name: Source['name']): boolean {
  const rest = text.replace(formula, '');
  return (
    text.length <= 40 &&
    !unfit.test(text) &&
    !notExpressions.test(text) &&
    !/习|总书记/.test(rest.replace(/学习|习惯|习俗|研习|实习|见习|补习|陋习/g, '')) &&
    !/近平|同志为核心|新时代中国特色社会主义思想/.test(rest) &&
    !placeNames.test(rest) &&
    !personNames.test(rest) &&
    !ofOneYear.test(rest) &&
    !/党的二十大和二十届历次$|“两个确立”的$/.test(text) &&
    isBalanced('', text) &&
    plain(text).length >= 4 &&
    // Short ones of no field in particular are many.
    (useOf(text) !== anyUse || text.length > 5 || documents >= leastOfAnyUse[name]) &&
    !byHand.has(plain(text)) &&
    !pastWordings.some((wording) => text.includes(wording))
  );
}

/** Without what is mostly a part of something longer; every expression once, in the first source that has it. */
function chosenFrom(
  sources: readonly Source[],
): readonly (Expression & { readonly heading: string; readonly rank: number })[] {
  const seen = new Set<string>();
  return sources.flatMap(({ name, levels, rows }, source) => {
    const most = new Map<string, number>();
    for (const { text, documents } of rows) {
      for (let from = 0; from < text.length; from++) {
        for (let to = from + 4; to <= text.length; to++) {
          if (to - from === text.length) continue;
          const part = text.slice(from, to);
          most.set(part, Math.max(most.get(part) ?? 0, documents));
        }
      }
    }
    return rows
      .filter((row) => isFit(row, name) && (most.get(row.text) ?? 0) < mostly * row.documents)
      .filter(({ text }) => !seen.has(plain(text)) && seen.add(plain(text)))
      .map((row) => {
        const level = levels.findIndex(({ least }) => row.documents >= least);
        return { ...row, heading: levels[level]?.heading ?? '', rank: 10 * source + level };
      });
  });
}

const chosen = chosenFrom(sources);
mkdirSync(values.folder, { recursive: true });
for (const use of useNames) {
  const own = chosen.filter(({ text }) => useOf(text) === use).sort((a, b) => a.rank - b.rank);
  const sections = [...new Set(own.map(({ heading }) => heading))].map((heading) =>
    [`## ${heading}`, '', ...own.filter((one) => one.heading === heading).map(({ text }) => `- ${text}`)].join('\n'),
  );
  const front = [
    '---',
    `title: ${use}常用表述（统计）`,
    'category: 常用表述',
    `tags: [常用表述, ${use}]`,
    'source: 公文素材库',
    `date: ${values.date}`,
    '---',
  ];
  writeFileSync(join(values.folder, `${use}.md`), `${front.join('\n')}\n\n${sections.join('\n\n')}\n`);
  console.error(`${use}: ${own.length}`);
}
