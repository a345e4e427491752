import type { DraftRemark } from './draftRemark';

/** 通用 (with 签发人 when it goes up), 信函, 命令, 纪要, and what has no head: speeches, material. */
export type Form = 'general' | 'upward' | 'letter' | 'order' | 'minutes' | 'plain';

/** Characters of one kind within a paragraph. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  /** First sentence of a paragraph that is its heading, of this level. */
  readonly heading?: 1 | 2 | 3 | 4;
}

/** Where something stands in the draft: a zero-based line; undefined for what front matter says. */
export type SourceLine = number | undefined;

/** A part of the text. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly spans: readonly Span[];
      readonly line: SourceLine;
    }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[]; readonly line: SourceLine }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly line: SourceLine }
  | { readonly kind: 'picture'; readonly address: string; readonly alt: string; readonly line: SourceLine };

/** A line of text that is an element of its own. */
export interface Element {
  readonly text: string;
  readonly line: SourceLine;
}

/** An element that front matter says, or the export itself. */
export const statedElement = (text: string): Element => ({ text, line: undefined });

/** 附件 on pages of its own; without a label where it is what a notice promulgates. */
export interface Annex {
  readonly label: Element | undefined;
  readonly title: Element | undefined;
  readonly body: readonly Block[];
}

/** An official document with the elements of GB/T 9704—2012, absent ones empty or undefined. */
export interface OfficialDocument {
  readonly form: Form;
  /** 文种 as the title ends or front matter says. */
  readonly genre: string;
  /** 份号, 密级和保密期限, 紧急程度, in this order. */
  readonly marks: readonly Element[];
  /** Names in 发文机关标志, the leading office first. */
  readonly letterhead: readonly string[];
  /** 文件, 令, or empty. */
  readonly letterheadEnd: string;
  readonly letterheadLine: SourceLine;
  readonly number: Element | undefined;
  readonly signers: readonly string[];
  readonly title: Element | undefined;
  /** Lines below the title: 题注, who speaks, when. */
  readonly subtitles: readonly Element[];
  readonly recipients: Element | undefined;
  readonly body: readonly Block[];
  /** 附件说明: names of what is attached. */
  readonly attachments: readonly Element[];
  /** 出席, 请假, 列席. */
  readonly attendance: readonly Element[];
  readonly signatures: readonly Element[];
  readonly date: Element | undefined;
  readonly isSealed: boolean;
  readonly notes: readonly Element[];
  readonly annexes: readonly Annex[];
  /** 抄送 or 分送 with the offices. */
  readonly copies: readonly Element[];
  /** 印发机关 and 印发日期. */
  readonly printer: Element | undefined;
  readonly printDate: string;
  /** What was unusual in the draft. */
  readonly remarks: readonly DraftRemark[];
}

export const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');
