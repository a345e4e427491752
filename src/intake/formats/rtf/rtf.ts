import type { SourceText, Unread } from '../../../library/document';
import { mostCharacters } from '../../limits';
import { IntakeError } from '../../problem';
import { LeftOut } from '../leftOut';
import type { Note } from '../notes';
import { noteLines, noteMark, withNotes } from '../notes';
import type { RtfState, RtfStyles } from './rtfStory';
import { nameStyle, RtfStory } from './rtfStory';
import { aside, charsets, decoderOf, known, needsDefault, signs, silent } from './rtfTables';
import { rtfTokens } from './rtfTokens';

/**
 * Reads rich text, which Word, WPS and office systems write, often under the name `.doc`. Our own reader: the packages
 * that there are read Latin text only, and are kept by nobody.
 *
 * Source: Rich Text Format Specification 1.9.1. Automatic numbers stand in the file as text (`\listtext`). Cost: linear.
 */

/** Groups are nested no deeper than this. */
const deepest = 2000;

/** Reads rich text. @throws an `IntakeError` when it is too large */
export function readRtf(bytes: Uint8Array, name: string): SourceText {
  return new RtfReader().read(bytes, name);
}

class RtfReader {
  private codePage = 1252;
  private readonly fonts = new Map<number, number>();
  private readonly styles: RtfStyles = { headings: new Map(), contents: new Set() };
  private state: RtfState = {
    destination: '',
    isSilent: false,
    hidden: undefined,
    font: -1,
    fallback: 1,
    isStarred: false,
  };
  private readonly saved: RtfState[] = [];
  private tooDeep = 0;
  private stories: RtfStory[] = [new RtfStory(this.styles, 0, 'body')];
  private readonly notes: Note[] = [];
  private bytesSoFar: number[] = [];
  /** Bytes or signs to be passed over after a `\u`. */
  private passOver = 0;
  private defaultFont = -1;
  private tableFont = -1;
  private styleNumber = 0;
  private styleName = '';
  private characters = 0;
  private objects = 0;
  private readonly left = new LeftOut();
  private started = false;

  read(bytes: Uint8Array, name: string): SourceText {
    let before = ''; // `\*` counts at the beginning of a group only
    for (const token of rtfTokens(bytes)) {
      if (token.kind === 'byte') this.byte(token.byte);
      else if (token.kind === 'bytes') for (let at = token.from; at < token.to; at++) this.plain(bytes[at] ?? 0);
      else if (token.kind === 'word' && (token.word !== '*' || before === 'open')) this.word(token.word, token.value);
      else if (token.kind === 'open') this.open();
      else if (token.kind === 'close') this.close();
      before = token.kind;
    }
    this.flush();
    while (this.stories.length > 1) this.endStory();
    const { story } = this;
    story.end();
    this.left.end();
    const unread: Unread[] = this.objects > 0 ? [{ what: 'object', place: '', amount: this.objects }] : [];
    return { name, lines: withNotes(story.lines, this.notes), removed: this.left.removed, unread };
  }

  private get story(): RtfStory {
    const story = this.stories.at(-1);
    if (!story) throw new IntakeError('damaged');
    return story;
  }

  private open(): void {
    this.flush();
    if (this.saved.length >= deepest) this.tooDeep++;
    else {
      this.saved.push({ ...this.state });
      this.state.isStarred = false;
      this.started = true;
    }
  }

  private close(): void {
    this.flush();
    if (this.tooDeep > 0) {
      this.tooDeep--;
      return;
    }
    if (this.state.destination === 'stylesheet') {
      nameStyle(this.styles, this.styleNumber, this.styleName);
      this.styleName = '';
      this.styleNumber = 0;
    }
    const story = this.stories.at(-1);
    if (story && this.stories.length > 1 && this.saved.length === story.depth) this.endStory();
    this.state = this.saved.pop() ?? this.state;
    this.passOver = 0;
  }

  /** A byte that stands as itself: line ends mean nothing. */
  private plain(byte: number): void {
    if (byte !== 0x0a && byte !== 0x0d && byte !== 0) this.byte(byte);
  }

  private byte(byte: number): void {
    if (this.passOver > 0) this.passOver--;
    else if (this.state.destination === 'stylesheet' || !this.state.isSilent) this.bytesSoFar.push(byte);
  }

  private flush(): void {
    if (this.bytesSoFar.length === 0) return;
    const bytes = Uint8Array.from(this.bytesSoFar);
    this.bytesSoFar = [];
    const page = this.fonts.get(this.state.font) ?? this.fonts.get(this.defaultFont) ?? this.codePage;
    this.add(decoderOf(needsDefault(bytes, page) ? this.codePage : page).decode(bytes));
  }

  private add(text: string): void {
    if (this.state.destination === 'stylesheet') this.styleName += text;
    if (this.state.isSilent || !this.started) return;
    if ((this.characters += text.length) > mostCharacters)
      throw new IntakeError('tooLarge', `more than ${mostCharacters} characters`);
    if (this.state.hidden) this.left.append(this.state.hidden, text);
    else this.story.paragraph.text += text;
  }

  private word(word: string, value: number | undefined): void {
    const sign = signs[word];
    if (word === 'u') {
      this.flush();
      this.add(String.fromCharCode((value ?? 0) & 0xffff));
      this.passOver = this.state.fallback;
      return;
    }
    if (this.passOver > 0 && sign !== undefined) {
      this.passOver--;
      return;
    }
    this.flush();
    if (sign !== undefined) this.add(sign);
    else if (word === '*') this.state.isStarred = true;
    else if (word === 'sectd' || word === 'pard') {
      this.story.reset();
    } else this.property(word, value);
  }

  private property(word: string, value: number | undefined): void {
    const { state, story } = this;
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
      case '\n':
      case '\r':
        this.left.end();
        if (!state.isSilent) story.endParagraph(word === 'page');
        break;
      case 'cell':
      case 'nestcell':
      case 'row':
      case 'nestrow':
      case 'intbl':
      case 'trowd':
      case 'cellx':
        if (!state.isSilent) story.table(word, value);
        break;
      case 'ansicpg':
      case 'mac':
        this.codePage = word === 'mac' ? 10_000 : (value ?? 1252);
        break;
      case 'deff':
        this.defaultFont = value ?? -1;
        break;
      case 'f':
        if (state.destination === 'fonttbl') this.tableFont = value ?? -1;
        else state.font = value ?? -1;
        break;
      case 'fcharset':
        if (charsets[value ?? -1] !== undefined) this.fonts.set(this.tableFont, charsets[value ?? -1] ?? 1252);
        break;
      case 'cpg':
        if (state.destination === 'fonttbl' && value) this.fonts.set(this.tableFont, value);
        break;
      case 'plain':
        state.hidden = undefined;
        state.font = this.defaultFont;
        break;
      case 'v':
      case 'deleted':
        state.hidden = value === 0 ? undefined : word === 'v' ? 'hidden' : word;
        break;
      case 'uc':
        state.fallback = value ?? 1;
        break;
      case 's':
        if (state.destination === 'stylesheet') this.styleNumber = value ?? 0;
        else story.paragraph.style = value ?? -1;
        break;
      case 'outlinelevel':
        if (state.destination === 'stylesheet') this.styles.headings.set(this.styleNumber, (value ?? 9) + 1);
        else story.paragraph.outline = value;
        break;
      default:
        if (/^tl(?:dot|mdot|hyph|ul)$/.test(word)) story.paragraph.leads = true;
        else this.destination(word);
    }
  }

  private destination(word: string): void {
    const { state } = this;
    const isStarred = state.isStarred;
    state.isStarred = false;
    if (silent.has(word) || (isStarred && !known.test(word))) {
      if (word === 'objdata') this.objects++;
      state.destination = word;
      state.isSilent = true;
    } else if (word === 'footnote') this.beginStory('note');
    else if (word === 'shptxt') this.beginStory('box');
    else if (aside[word]) this.beginStory(aside[word]);
    else if (word === 'upr') state.isSilent = true;
    else if (word === 'ud' && !this.saved.some(({ destination }) => silent.has(destination))) state.isSilent = false;
  }

  private beginStory(use: RtfStory['use']): void {
    this.state.isSilent = false;
    this.stories.push(new RtfStory(this.styles, this.saved.length, use));
  }

  private endStory(): void {
    const story = this.story;
    story.end();
    this.stories.pop();
    const outer = this.story;
    const { use, lines } = story;
    if (use === 'box') outer.put(lines);
    else if (use === 'note') {
      this.notes.push({ at: this.stories[0]?.lines.length ?? 0, lines: noteLines(lines) });
      outer.paragraph.text += noteMark(this.notes.length);
    } else if (use !== 'body') for (const { text } of lines) this.left.add(use, text);
  }
}
