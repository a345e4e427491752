/** Elements that front matter names, with the keys that people write for them, the standard's name first. */
const keysOfElements = {
  份号: ['份号'],
  密级: ['密级', '密级和保密期限'],
  紧急程度: ['紧急程度', '缓急'],
  发文机关标志: ['发文机关标志'],
  发文机关: ['发文机关', '发文机关署名', '发文单位', '署名'],
  发文字号: ['发文字号', 'number', '文号'],
  签发人: ['签发人', 'signer'],
  标题: ['title', '标题'],
  主送: ['主送', '主送机关', 'recipients'],
  附件: ['附件', '附件说明'],
  成文日期: ['成文日期'],
  附注: ['附注'],
  抄送: ['抄送', '抄送机关'],
  印发机关: ['印发机关', '印发单位'],
  印发日期: ['印发日期'],
  文种: ['文种'],
  印章: ['印章'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ElementName = keyof typeof keysOfElements;

export const elementNames = Object.keys(keysOfElements) as readonly ElementName[];

/** The keys of an element in front matter. */
export const keysOf = (name: ElementName): readonly string[] => keysOfElements[name];

const known = new Set<string>(Object.values(keysOfElements).flat());

/** Whether a key in Chinese is none that anything reads. Others belong to the library or to other programs. */
export const isUnknownKey = (key: string): boolean => /\p{Script=Han}/u.test(key) && !known.has(key);

/** The element whose name has most characters in common with a key that is none; undefined where that is less than half. */
export function likelyElement(key: string): ElementName | undefined {
  const common = (name: string): number =>
    [...name].filter((one) => key.includes(one)).length / Math.max(name.length, key.length);
  const [best] = [...elementNames].sort((a, b) => common(b) - common(a));
  return best !== undefined && common(best) >= 0.5 ? best : undefined;
}
