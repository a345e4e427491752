import type { XmlElement } from '../intake/formats/xml';
import { childOf, descendants, elementsOf, valueOf } from '../intake/formats/xml';

/** How characters look. Sizes in points. */
export interface Look {
  readonly font: string;
  /** Of letters and digits. */
  readonly latin: string;
  readonly size: number;
  /** Six hexadecimal digits, or `auto`. */
  readonly color: string;
  /** Added to each character, in points. */
  readonly spacing: number;
}

/** How a paragraph stands. */
export interface Stance {
  readonly align: string;
  /** As the file says: twentieths of a point, or 240ths of a line. */
  readonly line: number;
  readonly lineRule: string;
}

type Properties = readonly (XmlElement | undefined)[];

/** Styles inherit over at most so many steps. */
const longestChain = 12;

/**
 * What runs and paragraphs of a Word document look like, by their own properties, the styles that they have and those that these
 * inherit from, theme fonts resolved. Source: ECMA-376 part 1, 17.7.2 and 17.3.2.26.
 */
export class SampleStyles {
  private readonly styles: ReadonlyMap<string, XmlElement>;
  private readonly defaults: XmlElement | undefined;
  private readonly standard: string;

  constructor(
    root: XmlElement | undefined,
    private readonly theme: XmlElement | undefined,
  ) {
    const all = elementsOf(root).filter(({ name }) => name === 'w:style');
    this.styles = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]));
    this.defaults = childOf(root, 'w:docDefaults');
    const isStandard = ({ attributes }: XmlElement): boolean =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? '');
    this.standard = all.find(isStandard)?.attributes['w:styleId'] ?? '';
  }

  /** Styles of a paragraph, its own first, then those that it inherits from. */
  chain(paragraph: XmlElement): readonly XmlElement[] {
    return this.from(valueOf(childOf(paragraph, 'w:pPr'), 'w:pStyle') ?? this.standard);
  }

  look(run: XmlElement, paragraph: XmlElement): Look {
    const own = childOf(run, 'w:rPr');
    const character = valueOf(own, 'w:rStyle');
    const layers: Properties = [
      own,
      ...(character ? this.from(character).map((style) => childOf(style, 'w:rPr')) : []),
      ...this.chain(paragraph).map((style) => childOf(style, 'w:rPr')),
      childOf(childOf(this.defaults, 'w:rPrDefault'), 'w:rPr'),
    ];
    const first = (name: string): string | undefined => firstOf(layers, (layer) => valueOf(layer, name));
    return {
      font: firstOf(layers, (layer) => this.font(layer, 'eastAsia')) ?? '宋体',
      latin: firstOf(layers, (layer) => this.font(layer, 'ascii')) ?? '',
      size: Number(first('w:sz') ?? 20) / 2,
      color: first('w:color') ?? 'auto',
      spacing: Number(first('w:spacing') ?? 0) / 20 || 0,
    };
  }

  stance(paragraph: XmlElement): Stance {
    const layers: Properties = [
      childOf(paragraph, 'w:pPr'),
      ...this.chain(paragraph).map((style) => childOf(style, 'w:pPr')),
      childOf(childOf(this.defaults, 'w:pPrDefault'), 'w:pPr'),
    ];
    const spacing = (name: string): string | undefined =>
      firstOf(layers, (layer) => childOf(layer, 'w:spacing')?.attributes[name]);
    return {
      align: firstOf(layers, (layer) => valueOf(layer, 'w:jc')) ?? 'both',
      line: Number(spacing('w:line') ?? 240),
      lineRule: spacing('w:lineRule') ?? 'auto',
    };
  }

  private from(id: string): readonly XmlElement[] {
    const found: XmlElement[] = [];
    for (
      let style = this.styles.get(id);
      style && found.length < longestChain;
      style = this.styles.get(valueOf(style, 'w:basedOn') ?? '')
    )
      found.push(style);
    return found;
  }

  /** A font that properties name, straight or by the theme, which goes first. */
  private font(properties: XmlElement | undefined, kind: 'eastAsia' | 'ascii'): string | undefined {
    const attributes = childOf(properties, 'w:rFonts')?.attributes ?? {};
    const named = attributes[`w:${kind}Theme`];
    const font = named ? (this.themeFont(named) ?? attributes[`w:${kind}`]) : attributes[`w:${kind}`];
    return font?.trim() ? font.trim() : undefined;
  }

  private themeFont(name: string): string | undefined {
    const group = descendants(this.theme, name.startsWith('major') ? 'a:majorFont' : 'a:minorFont')[0];
    if (!name.endsWith('EastAsia')) return childOf(group, 'a:latin')?.attributes.typeface;
    const hans = elementsOf(group).find(({ attributes }) => attributes.script === 'Hans')?.attributes.typeface;
    return [childOf(group, 'a:ea')?.attributes.typeface, hans].find((font) => font !== '');
  }
}

function firstOf(layers: Properties, read: (layer: XmlElement) => string | undefined): string | undefined {
  for (const layer of layers) {
    const value = layer && read(layer);
    if (value !== undefined) return value;
  }
  return undefined;
}
