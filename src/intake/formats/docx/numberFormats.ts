import { cardinalText, ordinalText } from './englishNumerals';

/**
 * Numbers as word processors write them. Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat), and the formats that the
 * Chinese edition of Word offers. Formats that are not known give digits.
 */

/** A number in one of Word's formats. @param value 0 or more @param format its name; `custom 001, 002, 003` for digits with zeros in front */
export function formatNumber(value: number, format: string): string {
  const zeros = /^custom (0*1)(?:,|$)/.exec(format)?.[1];
  const formatted = zeros === undefined ? formats[format]?.(value) : String(value).padStart(zeros.length, '0');
  return formatted === undefined || formatted === '' ? String(value) : formatted;
}

type Format = (value: number) => string;

/** `count` signs that follow each other in Unicode, the first for `from`; others have none. */
const signs =
  (first: number, count: number, from = 1): Format =>
  (value) =>
    value >= from && value < from + count ? String.fromCodePoint(first + value - from) : '';

const either =
  (...choices: readonly Format[]): Format =>
  (value) => {
    for (const choice of choices) {
      const text = choice(value);
      if (text) return text;
    }
    return '';
  };

/** Signs of a string in turn, from the first again after the last. */
const cycle = (all: string): Format => {
  const list = [...all];
  return (value) => (value > 0 ? (list[(value - 1) % list.length] ?? '') : '');
};

/** Every digit by itself: 一〇 for 10. */
const digitByDigit =
  (digits: string): Format =>
  (value) =>
    [...String(value)].map((digit) => [...digits][Number(digit)] ?? digit).join('');

/** a to z, then aa, bb, cc. */
const letter: Format = (value) => {
  const at = (value - 1) % 26;
  return value > 0 ? String.fromCharCode(65 + at).repeat(Math.min(8, Math.floor((value - 1) / 26) + 1)) : '';
};

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const roman: Format = (value) => {
  if (value > 32_767) return '';
  let rest = value;
  let text = '';
  for (const [size, sign] of romanParts) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
};

interface Numerals {
  readonly digits: string;
  /** For tens, hundreds and thousands. */
  readonly units: readonly [string, string, string];
  readonly tenThousand: string;
  /** Whether ten is 壹拾 and not 十. */
  readonly fullTen: boolean;
}

/** 一百零一: numbers below a hundred million; zeros within give one 零, those at the end none. */
const counting =
  ({ digits, units, tenThousand, fullTen }: Numerals): Format =>
  (value) => {
    if (value >= 1e8) return '';
    if (value === 0) return digits.slice(0, 1);
    const below = (rest: number): string => {
      let text = '';
      let gap = false;
      for (const [size, unit] of [
        [1000, units[2]],
        [100, units[1]],
        [10, units[0]],
        [1, ''],
      ] as const) {
        const digit = Math.floor(rest / size) % 10;
        if (digit === 0) gap ||= text !== '' && rest % size > 0;
        else {
          text += `${gap ? digits.slice(0, 1) : ''}${digits[digit] ?? ''}${unit}`;
          gap = false;
        }
      }
      return text;
    };
    const [high, low] = [Math.floor(value / 10_000), value % 10_000];
    const text = `${high > 0 ? below(high) + tenThousand : ''}${high > 0 && low > 0 && low < 1000 ? digits.slice(0, 1) : ''}${below(low)}`;
    return !fullTen && text.startsWith(`${digits[1] ?? ''}${units[0]}`) ? text.slice(1) : text;
  };

const simple = counting({
  digits: '零一二三四五六七八九',
  units: ['十', '百', '千'],
  tenThousand: '万',
  fullTen: false,
});
const traditional = counting({
  digits: '零一二三四五六七八九',
  units: ['十', '百', '千'],
  tenThousand: '萬',
  fullTen: false,
});
const legal = counting({ digits: '零壹贰叁肆伍陆柒捌玖', units: ['拾', '佰', '仟'], tenThousand: '万', fullTen: true });
const legalTraditional = counting({
  digits: '零壹貳參肆伍陸柒捌玖',
  units: ['拾', '佰', '仟'],
  tenThousand: '萬',
  fullTen: true,
});
const legalJapanese = counting({
  digits: '〇壱弐参四伍六七八九',
  units: ['拾', '百', '阡'],
  tenThousand: '萬',
  fullTen: true,
});
const digital = digitByDigit('〇一二三四五六七八九');
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const circled = either(signs(0x24ea, 1, 0), signs(0x2460, 20), signs(0x3251, 15, 21), signs(0x32b1, 15, 36));

const formats: Readonly<Record<string, Format>> = {
  chineseCounting: (value) => (value < 100 ? simple(value) : digital(value)),
  chineseCountingThousand: simple,
  chineseLegalSimplified: legal,
  ideographDigital: digital,
  japaneseCounting: simple,
  japaneseDigitalTenThousand: digital,
  japaneseLegal: legalJapanese,
  koreanDigital2: digital,
  koreanCounting: simple,
  taiwaneseCounting: (value) => (value < 100 ? traditional(value) : digital(value)),
  taiwaneseCountingThousand: traditional,
  taiwaneseDigital: digital,
  ideographLegalTraditional: legalTraditional,
  ideographTraditional: cycle(stems),
  ideographZodiac: cycle(branches),
  ideographZodiacTraditional: (value) => cycle(stems)(value) + cycle(branches)(value),
  ideographEnclosedCircle: either(signs(0x3280, 10), circled),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: either(signs(0x2474, 20), (value) => `(${value})`),
  decimalEnclosedFullstop: either(signs(0x2488, 20), (value) => `${value}.`),
  decimalFullWidth: digitByDigit('０１２３４５６７８９'),
  decimalFullWidth2: digitByDigit('０１２３４５６７８９'),
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  ordinal: (value) => `${value}${/1\d$/.test(String(value)) ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`,
  cardinalText,
  ordinalText,
  chicago: (value) => cycle('*†‡§')(value).repeat(Math.min(8, Math.floor((value - 1) / 4) + 1)),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  aiueo: cycle('ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'),
  aiueoFullWidth: cycle('アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'),
  iroha: cycle('ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳｴﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼｴﾋﾓｾｽﾝ'),
  irohaFullWidth: cycle(
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
  ),
  ganada: cycle('가나다라마바사아자차카타파하'),
  chosung: cycle('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'),
};

/** Names of the numbered formats of Word's older files. Source: [MS-OSHARED] 2.2.1.3 (MSONFC). */
const oldFormats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  6: 'cardinalText',
  7: 'ordinalText',
  8: 'hex',
  9: 'chicago',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  12: 'aiueo',
  13: 'iroha',
  14: 'decimalFullWidth',
  15: 'decimalHalfWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  20: 'aiueoFullWidth',
  21: 'irohaFullWidth',
  22: 'decimalZero',
  23: 'bullet',
  24: 'ganada',
  25: 'chosung',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  32: 'ideographZodiacTraditional',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

/** The name of a format that a file gives by number (Word 2003 XML, RTF). */
export const oldNumberFormat = (code: number): string => oldFormats[code] ?? 'decimal';
