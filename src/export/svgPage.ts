import type { SetDraft } from './exportDraft';
import type { Span } from './officialDocument';
import { characterWidth, points } from './profile';
import type { Style } from './styles';
import { stylesOf } from './styles';

/** Types that stand in for one that a machine lacks. */
const standIns: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋, FangSong, STFangsong, serif',
  楷体_GB2312: '楷体, KaiTi, STKaiti, serif',
  方正小标宋简体: '方正小标宋_GBK, STZhongsong, SimSun, serif',
  黑体: 'SimHei, STHeiti, sans-serif',
  宋体: 'SimSun, STSong, serif',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const family = (font: string): string => escaped(`'${font.replaceAll("'", '')}', ${standIns[font] ?? 'serif'}`);
export const round = (value: number): number => Math.round(value * 100) / 100;
const gapOf = ({ size }: Style, character: number, bodySize: number): number =>
  size === bodySize ? character - size : 0;

/** What pages are drawn with: text and rules as SVG, in points from the corner of the page. */
export class SvgPage {
  protected readonly left: number;
  protected readonly top: number;
  protected readonly width: number;
  protected readonly bottom: number;
  protected readonly character: number;
  protected readonly styles: ReturnType<typeof stylesOf>;

  constructor(protected readonly set: SetDraft) {
    const { profile, flow } = set;
    this.left = points(profile.left);
    this.top = points(profile.top);
    this.width = points(profile.textWidth);
    this.bottom = points(profile.top + profile.textHeight);
    this.character = characterWidth(profile);
    this.styles = stylesOf(profile, flow.letterheadSize);
  }

  protected svg(parts: readonly string[]): string {
    const { pageWidth, pageHeight } = this.set.profile;
    const size = `${round(points(pageWidth))} ${round(points(pageHeight))}`;
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}">${parts.join('')}</svg>`;
  }

  protected text(
    spans: readonly Span[],
    x: number,
    y: number,
    style: Style,
    font: string,
    anchor: 'start' | 'middle' | 'end',
    width?: number,
  ): string {
    const runs = spans.map(({ text, bold, heading }) => {
      const own = heading ? this.styles.get(`Heading${heading}`)?.font : undefined;
      return `<tspan${own ? ` font-family="${family(own)}"` : ''}${bold ? ' font-weight="bold"' : ''}>${escaped(text)}</tspan>`;
    });
    const gap = gapOf(style, this.character, this.set.profile.bodySize);
    const hangs = /[，。、；：？！]$/.test(spans.at(-1)?.text ?? '') ? style.size / 2 : 0;
    const fit = width === undefined ? '' : ` textLength="${round(width + hangs)}" lengthAdjust="spacing"`;
    return `<text x="${round(x)}" y="${round(y)}" font-size="${style.size}" font-family="${family(font)}" letter-spacing="${round(gap)}" text-anchor="${anchor}" fill="#${style.color ?? '000000'}" xml:space="preserve"${fit}>${runs.join('')}</text>`;
  }

  protected rule(y: number, width: number, color = '000000', from = this.left, length = this.width): string {
    return `<line x1="${round(from)}" y1="${round(y)}" x2="${round(from + length)}" y2="${round(y)}" stroke="#${color}" stroke-width="${width}"/>`;
  }
}
