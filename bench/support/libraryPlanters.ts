import { NearMissIndex } from '../../src/draft/checks/nearMissIndex';
import type { OwnTerm } from '../../src/draft/checks/ownTermRules';
import type { Person } from '../../src/draft/checks/peopleRules';
import type { Formula } from '../../src/draft/formulas';
import { readingsAt } from '../../src/text/pinyin';
import type { Planter } from './plant';
import { appending, between, bodyStart, choose, replacing } from './plant';

/** What rules that need more than the draft are given. */
export interface PlantedFrom {
  readonly expressions: readonly string[];
  readonly formulas: readonly Formula[];
  /** Texts from which to borrow. */
  readonly texts: readonly string[];
  readonly terms: readonly OwnTerm[];
  readonly people: readonly Person[];
}

/** Planters of the rules that need the library, or lists of the house. */
export const libraryPlanters = ({ expressions, formulas, texts, terms, people }: PlantedFrom): readonly Planter[] => [
  nearMisses(expressions),
  appending('superseded-formula', (random) => {
    const formula = choose(
      formulas.filter(({ superseded }) => superseded.length > 0),
      random,
    );
    const { wording = '' } = choose(formula?.superseded ?? [], random) ?? {};
    return `会议指出，【${wording}｜${formula?.wording ?? ''}】，意义重大。`;
  }),
  appending('wrong-formula', (random) => {
    const formula = choose(
      formulas.filter(({ wrong }) => wrong.length > 0),
      random,
    );
    return `会议指出，【${choose(formula?.wrong ?? [], random) ?? ''}｜${formula?.wording ?? ''}】，意义重大。`;
  }),
  {
    rule: 'borrowed',
    plant: (clean, random) => {
      const from = choose(texts, random) ?? '';
      const start = between(bodyStart(from), from.length - 60, random);
      const run = /\p{Script=Han}.{18,48}\p{Script=Han}/u.exec(from.slice(start))?.[0];
      const sentence = choose([...clean.slice(bodyStart(clean)).matchAll(/。(?=\p{Script=Han})/gu)], random);
      if (run === undefined || !sentence || clean.includes(run)) return undefined;
      const offset = bodyStart(clean) + sentence.index + 1;
      // Letters that occur nowhere end the run at its own ends.
      const text = `${clean.slice(0, offset)}㐀${run}㐀。${clean.slice(offset)}`;
      return { clean, text, offset: offset + 1, length: run.length };
    },
  },
  appending('own-term', (random) => {
    const { wrong = '', right = '' } = choose(terms, random) ?? {};
    return `此项工作由【${wrong}｜${right}】牵头。`;
  }),
  appending('people-order', (random) => {
    const at = between(1, people.length - 1, random);
    return `${people[at]?.name ?? ''}、【${people[at - 1]?.name ?? ''}】出席会议。`;
  }),
  appending('people-post', (random) => {
    const at = between(0, people.length - 1, random);
    const other = people[(at + 1) % people.length];
    return `【${other?.posts[0] ?? ''}】${people[at]?.name ?? ''}出席会议。`;
  }),
  appending('people-name', (random) => {
    const [post = '', wrong = '', name = ''] = choose(misspeltNames(people), random) ?? [];
    return `${post}【${wrong}｜${name}】出席会议。`;
  }),
];

/** One character of a set expression becomes another of the same sound. */
function nearMisses(expressions: readonly string[]): Planter {
  const isExpression = new Set(expressions);
  const longestFirst = [...expressions].sort((a, b) => b.length - a.length).join('|');
  const alone = new RegExp(`(?<!\\p{Script=Han})(?:${longestFirst})(?!\\p{Script=Han})`, 'gu');
  return replacing('near-expression', alone, ([expression], random) => {
    const at = between(1, expression.length - 2, random);
    const like = choose(
      sounds(readingsAt(expression, at)[0] ?? '').filter((one) => one !== expression.charAt(at)),
      random,
    );
    const changed = expression.slice(0, at) + (like ?? '') + expression.slice(at + 1);
    const known = new NearMissIndex([expression], () => []);
    // What is an expression itself, or is told apart by grammar, is no error.
    if (like === undefined || isExpression.has(changed) || known.findIn(changed).length === 0) return undefined;
    return `${expression.slice(0, at)}【${like}】${expression.slice(at + 1)}`;
  });
}

/** Posts, with names in which one character is another of the same sound, and the right names. */
const misspeltNames = (people: readonly Person[]): readonly (readonly string[])[] =>
  people.flatMap(({ name, posts: [post = ''] }) =>
    [...name].flatMap((character, at) =>
      sounds(readingsAt(name, at)[0] ?? '')
        .filter((like) => like !== character)
        .map((like) => [post, name.slice(0, at) + like + name.slice(at + 1), name]),
    ),
  );

let bySound: Map<string, string[]> | undefined;

/** Common characters of a reading. */
function sounds(reading: string): readonly string[] {
  if (!bySound) {
    bySound = new Map();
    const common =
      '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';
    for (const character of common)
      for (const one of readingsAt(character, 0)) bySound.set(one, [...(bySound.get(one) ?? []), character]);
  }
  return bySound.get(reading) ?? [];
}
