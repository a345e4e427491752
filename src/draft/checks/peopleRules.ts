import { readingsAt } from '../../text/pinyin';
import { wordStarts } from '../../text/wordStarts';
import type { DraftLine, DraftText } from './draftText';
import type { Rule, RuleFinding } from './rule';

/** Somebody of the setting `gongwen.people`, which lists them in their order of precedence. */
export interface Person {
  readonly name: string;
  /** Posts as they are written before the name: 市委副书记、市长. */
  readonly posts: readonly string[];
}

/**
 * Reads a list of people in their order, one a line: `王卫东：市委书记`, `李建国：市委副书记、市长`. Posts that are joined by 、
 * may stand together or alone. Lines of another form are passed over, so that headings and remarks may stand between.
 */
export function parsePeople(text: string): readonly Person[] {
  return text.split(/\r?\n/).flatMap((line): Person[] => {
    const [, name, written = ''] = /^(?:[-*+]\s+|\d+[.、]\s*)?([\p{Script=Han}·]{2,12})\s*[：:](.+)$/u.exec(line) ?? [];
    if (!name || !written.trim()) return [];
    const wholes = written
      .split(/[；;，,]/)
      .map((whole) => whole.trim())
      .filter(Boolean);
    return [{ name, posts: [...new Set(wholes.flatMap((post) => [post, ...post.split('、')]))] }];
  });
}

/** Rules for names and posts: order, posts, spelling. */
export function peopleRules(people: readonly Person[]): readonly Rule[] {
  const known = people.filter(({ name }) => name.length >= 2);
  const about = { source: '', force: 'hint', severity: 'warning', on: true, scope: 'line' } as const;
  return [
    {
      ...about,
      id: 'people-order',
      title: { en: 'Order of names', zh: '人名排序' },
      message: { en: '{0} comes before {1}.', zh: '“{0}”应排在“{1}”之前。' },
      check: inProse((line) => orders(line, known)),
      triggers: [{ text: '李建国、王卫东出席会议。', found: ['王卫东'] }],
      silent: ['王卫东、李建国出席会议。', '李建国主持会议。王卫东讲话。', '李建国陪同王卫东调研。'],
    },
    {
      ...about,
      id: 'people-post',
      title: { en: 'Name and post disagree', zh: '人名与职务不符' },
      message: { en: '{1} is {2}, not {0}.', zh: '“{1}”的职务为“{2}”，不是“{0}”。' },
      check: inProse((line) => posts(line, known)),
      triggers: [
        { text: '市长王卫东出席会议。', found: ['市长'] },
        { text: '副市长李建国讲话。', found: ['副市长'] },
        { text: '市长张伟强调，市长张伟、市长张伟在会上讲话。', found: ['市长', '市长', '市长'] },
      ],
      silent: [
        '市委书记王卫东出席会议。',
        '市委副书记、市长李建国讲话。',
        '市长李建国讲话。',
        '副市长赵强讲话。',
        '原市长王卫东、时任市长王卫东、前市长王卫东参加座谈。',
        '时任青阳市市长王卫东参加座谈。',
        '市长张伟华讲话。',
      ],
    },
    {
      ...about,
      id: 'people-name',
      title: { en: 'Spelling of a name', zh: '人名疑误' },
      message: { en: '“{0}”: perhaps {1} is meant.', zh: '“{0}”疑为“{1}”。' },
      check: inProse((line) => names(line, known)),
      triggers: [{ text: '市委书记王为东出席会议。', found: ['王为东'], fixed: '市委书记王卫东出席会议。' }],
      silent: ['市委书记王卫东出席会议。', '村民王为东说。', '市委书记王小东出席会议。'],
    },
  ];
}

/** The people of the rules' own examples. */
export const examplePeople: readonly Person[] = [
  { name: '王卫东', posts: ['市委书记'] },
  { name: '李建国', posts: ['市委副书记、市长', '市长'] },
  { name: '张伟', posts: ['副市长'] },
];

const inProse = (find: (line: DraftLine) => Iterable<RuleFinding>) =>
  function* check({ lines }: DraftText): Iterable<RuleFinding> {
    for (const line of lines) if (line.isProse) yield* find(line);
  };

interface NamedPlace {
  readonly at: number;
  readonly rank: number;
  readonly person: Person;
}

function places(text: string, people: readonly Person[]): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  for (const [rank, person] of people.entries())
    for (let at = text.indexOf(person.name); at >= 0; at = text.indexOf(person.name, at + 1))
      if (!isWithinLonger(text, at, person.name)) found.push({ at, rank, person });
  return found.sort((a, b) => a.at - b.at);
}

/** Words of one character behind a name. */
const behindName = /^[在任说等和与及为对到向主作率就的同是带致赴将要又也还曾已则来去走把从以给让由受看听问答讲]/;

/** Whether a name of two characters is the beginning of one of three: 张伟 in 张伟华讲话. */
function isWithinLonger(text: string, at: number, name: string): boolean {
  const behind = /^\p{Script=Han}{0,6}/u.exec(text.slice(at + name.length))?.[0] ?? '';
  if (name.length > 2 || behind === '' || behindName.test(behind)) return false;
  const [, second = behind.length] = wordStarts(behind);
  return second === 1;
}

/** Names side by side, joined by 、 or white space, with or without posts: each has to come behind those above it in the list. */
function* orders({ masked, offset }: DraftLine, people: readonly Person[]): Iterable<RuleFinding> {
  const titles = people.flatMap(({ posts }) => posts).sort((a, b) => b.length - a.length);
  let before: NamedPlace | undefined;
  for (const place of places(masked, people)) {
    if (before) {
      let between = masked.slice(before.at + before.person.name.length, place.at);
      for (const title of titles) between = between.replaceAll(title, '');
      if (!/^(?:同志)?(?:、|\s+|，|和)$/.test(between)) before = undefined;
    }
    if (before && before.rank > place.rank) {
      const { name } = place.person;
      yield { offset: offset + place.at, length: name.length, args: [name, before.person.name] };
    } else before = place;
  }
}

/** Before a post that somebody no longer has, or has not yet. */
const formerly = /(?:(?:原|时任|前任|曾任|历任|拟任)[^，。、；：]{0,8}|(?<![目日当此以])前|老)$/;

/** The longest post of anybody that stands directly before a name has to be one of its own. */
function* posts({ masked, offset }: DraftLine, people: readonly Person[]): Iterable<RuleFinding> {
  const titles = [...new Set(people.flatMap((person) => person.posts))].sort((a, b) => b.length - a.length);
  for (const { at, person } of places(masked, people)) {
    const before = masked.slice(0, at);
    const known = titles.find((title) => before.endsWith(title));
    if (known === undefined) continue;
    // A deputy is somebody else.
    const post = before.endsWith(`副${known}`) ? `副${known}` : known;
    if (formerly.test(before.slice(0, -post.length))) continue;
    if (person.posts.some((own) => own === post || own.endsWith(`、${post}`))) continue;
    yield {
      offset: offset + at - post.length,
      length: post.length,
      args: [post, person.name, person.posts.join('；')],
    };
  }
}

/** Behind somebody's post, a name that sounds like his and is not. */
function* names({ masked, offset }: DraftLine, people: readonly Person[]): Iterable<RuleFinding> {
  for (const { name, posts: own } of people) {
    for (const post of own) {
      for (let at = masked.indexOf(post); at >= 0; at = masked.indexOf(post, at + 1)) {
        const start = at + post.length;
        const written = masked.slice(start, start + name.length);
        if (written === name || !soundsLike(written, name) || people.some((other) => other.name === written)) continue;
        const edit = { offset: offset + start, length: name.length };
        yield { ...edit, args: [written, name], fix: { ...edit, text: name } };
        break;
      }
    }
  }
}

const soundsLike = (written: string, name: string): boolean =>
  written.length === name.length &&
  [...name].every((character, at) => {
    const readings = readingsAt(written, at);
    return written.charAt(at) === character || readingsAt(character, 0).some((reading) => readings.includes(reading));
  });
