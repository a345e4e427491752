import type { SourceLine, Span } from './officialDocument';
import type { StyleId } from './styles';

/** Indents in characters of the text. */
export interface Indent {
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  readonly hanging?: number;
}

export interface FlowParagraph {
  readonly kind: 'paragraph';
  readonly style: StyleId;
  /** `\n` breaks the line, `\t` goes to the next tab. */
  readonly spans: readonly Span[];
  /** Where it stands in the draft; undefined for what front matter says. */
  readonly line: SourceLine;
  /** Points above, which a page does not begin with. */
  readonly before?: number;
  readonly indent?: Indent;
  readonly align?: 'center' | 'left' | 'right';
  readonly tabs?: readonly { readonly at: number; readonly kind: 'left' | 'right' }[];
  readonly pageBreak?: boolean;
  readonly keepNext?: boolean;
  /** Red line below, so many points away. */
  readonly redLine?: number;
  /** Font in place of the style's. */
  readonly font?: string;
}

export interface FlowTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  readonly line: SourceLine;
  /** Points above. */
  readonly before?: number;
}

export interface FlowPicture {
  readonly kind: 'picture';
  readonly address: string;
  readonly alt: string;
  readonly line: SourceLine;
}

/** 发文机关标志 of several offices, one below the other, with 文件 beside them. */
export interface FlowJointHead {
  readonly kind: 'jointHead';
  readonly names: readonly string[];
  readonly end: string;
  /** Points of white above. */
  readonly before: number;
  readonly line: SourceLine;
}

/** Names of several offices side by side, the date below the last. */
export interface FlowSignatures {
  readonly kind: 'signatures';
  readonly rows: readonly (readonly string[])[];
  readonly before: number;
  readonly line: SourceLine;
  readonly keepNext: boolean;
}

export type FlowItem = FlowParagraph | FlowTable | FlowPicture | FlowJointHead | FlowSignatures;

/** 版记 at the foot of the last page. */
export interface FlowImprint {
  /** 抄送 with its offices. */
  readonly copies: readonly { readonly text: string; readonly line: SourceLine }[];
  readonly printer: string;
  /** With 印发 behind it. */
  readonly printed: string;
  readonly line: SourceLine;
  /** A letter has no rules. */
  readonly ruled: boolean;
}

/** A document as a stream of what stands below each other; what stands in a fixed place is apart. */
export interface Flow {
  /** The red head of a letter, above the type area. */
  readonly letterHead: FlowParagraph | undefined;
  readonly items: readonly FlowItem[];
  readonly imprint: FlowImprint | undefined;
  /** Size of 发文机关标志 in points. */
  readonly letterheadSize: number;
  readonly isLetter: boolean;
}
