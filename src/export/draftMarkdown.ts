import type { DraftRemark } from './draftRemark';
import { remark } from './draftRemark';
import { picturesIn, pictureLine } from './draftPictures';

/** What no part of a Word document may hold (XML 1.0, 2.2), and halves of characters. */
const noCharacter =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A draft without characters that no document can hold, and with LF. */
export const printableText = (draft: string): string =>
  draft
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(noCharacter, '');

const definition = /^ {0,3}\[([^\]^\n]{1,100})\]:[ \t]{1,8}(\S{1,2000})(?:[ \t]{1,8}["'(][^\n]{0,300}["')])?[ \t]*$/;

/** Where links lead that are defined on a line of their own, `[label]: address`, by their labels. */
export const linkLabels = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => definition.exec(line)?.[1] ?? []));

export const isLinkDefinition = (line: string): boolean => definition.test(line);

const kinds: readonly (readonly [RegExp, string, string])[] = [
  [
    /\[\^[^\]\s]{1,30}\]/,
    'Footnotes are printed where they stand, with their number in brackets: {0}.',
    '脚注按原位置排印，序号写在方括号内：{0}。',
  ],
  [
    /(?<!!)\[[^\]\n]{1,200}\](?:\([^()\s]{1,500}\)|\[[^\]\n]{1,100}\])/,
    'Of links only their text is printed, not where they lead: {0}.',
    '链接只排印文字，不排印网址：{0}。',
  ],
  [
    /~~\S[^~\n]{0,200}~~/,
    'What is struck through is printed with its marks: {0}.',
    '删除线文字连同标记一并排印：{0}。',
  ],
  [
    /<\/?(?:table|tr|td|th|ul|ol|li|h[1-6]|del|s|pre|blockquote|details|summary|video|iframe)(?:\s[^<>\n]{0,200})?>/i,
    'HTML is printed as it stands: {0}.',
    'HTML 标记按原样排印：{0}。',
  ],
];

/** What of the Markdown of a draft does not look in Word as it does on a screen: one remark a kind, with the first place. */
export function markdownRemarks(draft: string, lines: readonly string[], isMarkdown: boolean): readonly DraftRemark[] {
  const removed = draft.match(noCharacter)?.length ?? 0;
  const gone = remark(
    'Characters that no Word document can hold were left out: {0}.',
    '有{0}个 Word 文档无法容纳的字符未排印。',
    String(removed),
  );
  if (!isMarkdown) return removed > 0 ? [gone] : [];
  const found = kinds.flatMap(([pattern, en, zh]) => {
    const first = lines.map((line) => pattern.exec(line)?.[0]).find((one) => one !== undefined);
    return first === undefined ? [] : [remark(en, zh, first)];
  });
  const [within] = lines.flatMap((line) =>
    line.includes('![') && pictureLine(line.trim()).length === 0 ? picturesIn(line) : [],
  );
  const inline = within
    ? [
        remark(
          'A picture within a line is not printed, only its name: {0}. Put it on a line of its own.',
          '行内图片只排印名称，不排印图片：{0}。请将图片单独成行。',
          within.address,
        ),
      ]
    : [];
  return [...(removed > 0 ? [gone] : []), ...found, ...inline];
}
