import { withoutEnd } from '../base/endRun';
import { readDate } from './draftDates';
import type { DraftFields } from './draftFields';
import type { DraftRemark } from './draftRemark';
import { remark } from './draftRemark';
import type { ElementName } from './elementKeys';
import { isUnknownKey, likelyElement } from './elementKeys';
import type { Element } from './officialDocument';
import { statedElement } from './officialDocument';
import { withoutNumber } from './readAttachments';

/** What is compared of two sayings of one element: no blanks, no marks. */
const plain = (text: string): string => text.replace(/[\s\p{P}]+/gu, '');
const marks = ['份号', '密级', '紧急程度'] as const;
const markOf = (text: string): (typeof marks)[number] =>
  /\d{6}|份号/.test(text) ? '份号' : text.includes('密') ? '密级' : '紧急程度';

/**
 * Elements that front matter states beside those found in the text. Where the two differ one is printed, and a remark says so: of the
 * head what front matter says, of title, signature and imprint what the text does.
 */
export class StatedElements {
  readonly remarks: DraftRemark[];

  constructor(private readonly fields: DraftFields) {
    this.remarks = [...(fields.isUnread ? [notClosed] : []), ...fields.keys.filter(isUnknownKey).map(unknownKey)];
  }

  first(name: ElementName, found: Element | undefined): Element | undefined {
    const stated = this.of(name);
    const [one] = stated;
    if (found && one) this.compare(name, stated, [found], one);
    return one ?? found;
  }

  last(name: ElementName, found: Element | undefined): Element | undefined {
    const text = this.fields.one(name);
    const stated = name === '成文日期' ? (readDate(text) ?? text) : text;
    const one = stated ? statedElement(stated) : undefined;
    if (found && one) this.compare(name, [one], [found], found);
    return found ?? one;
  }

  lastList(name: '附件' | '附注' | '抄送', found: readonly Element[]): readonly Element[] {
    const stated = this.of(name);
    const [one] = found;
    if (one && stated.length > 0) this.compare(name, stated, found, one);
    return one ? found : stated;
  }

  names(name: ElementName, found: readonly string[], split: (text: string) => readonly string[]): readonly string[] {
    const [stated, others] = [this.fields.list(name).flatMap(split), found.flatMap(split)];
    if (stated.length > 0 && others.length > 0)
      this.compare(name, stated.map(statedElement), others.map(statedElement), statedElement(stated.join('、')));
    return stated.length > 0 ? stated : others;
  }

  /** 份号, 密级 and 紧急程度 in this order. */
  marks(found: readonly Element[]): readonly Element[] {
    return marks.flatMap((name) => {
      const here = found.filter(({ text }) => markOf(text) === name);
      const one = this.first(name, here[0]);
      return one ? [one, ...(here[0] === one ? here.slice(1) : [])] : [];
    });
  }

  printDate(found: string): string {
    const text = this.fields.one('印发日期').replace(/印发$/, '').trimEnd();
    const stated = readDate(text) ?? text;
    if (stated && found)
      this.compare('印发日期', [statedElement(stated)], [statedElement(found)], statedElement(found));
    return found || stated;
  }

  private of(name: ElementName): readonly Element[] {
    const values = this.fields.list(name);
    if (name === '附件') return values.map((value) => statedElement(withoutNumber(value)));
    if (name === '附注')
      return values.map((value) => statedElement(/^[（(].*[）)]$/.test(value) ? value : `（${value}）`));
    if (name === '抄送' && values.length > 0) {
      const offices = withoutEnd(values.join('，').replace(/^抄送[：:]/, ''), /[。，]/);
      return [statedElement(`抄送：${offices}。`)];
    }
    return values.length > 0 ? [statedElement(values.join('、'))] : [];
  }

  private compare(name: ElementName, stated: readonly Element[], found: readonly Element[], printed: Element): void {
    const [one, other] = [stated, found].map((list) => list.map(({ text }) => text).join('、')) as [string, string];
    if (plain(one) === plain(other)) return;
    const isFound = found.includes(printed);
    this.remarks.push(
      remark(
        `{0}: front matter says “{1}”, the text “{2}”. Printed is what ${isFound ? 'the text' : 'front matter'} says.`,
        `{0}：文件开头的信息块写的是“{1}”，正文写的是“{2}”，两处不一致，已按${isFound ? '正文' : '信息块'}排印。`,
        name,
        one,
        other,
      ),
    );
  }
}

const notClosed = remark(
  'The front matter is not closed by a line “---”: it is printed as text.',
  '文件开头的信息块缺少结尾的“---”，已按正文排印。',
);

function unknownKey(key: string): DraftRemark {
  const likely = likelyElement(key);
  return likely
    ? remark(
        'Front matter has “{0}”, which is no element of an official document, and is not printed: is “{1}” meant?',
        '文件开头的信息块中有“{0}”，不是公文要素的名称，没有排印：是否应为“{1}”？',
        key,
        likely,
      )
    : remark(
        'Front matter has “{0}”, which is no element of an official document, and is not printed.',
        '文件开头的信息块中有“{0}”，不是公文要素的名称，没有排印。',
        key,
      );
}
