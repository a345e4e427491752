import type { Steps } from '../../base/slices';
import { endsSentence } from '../../text/characters';
import { numberingOf } from '../../text/numbering';
import { isUnmarked } from '../line';
import type { HeadingContext } from './fusedHeadings';
import { clausesOf, HeadingForms } from './headingForms';
import type { Paragraph } from './joinLines';
import { isNumberedHeading, runInLength, withoutPeriod } from './numberedHeadings';

/** Paragraphs handled in one step. */
const paragraphsPerStep = 20;

/** Numbered paragraphs of a level, in an article or a section. */
class Row {
  /** Headings that stand alone or are run in, and those that stand alone without a full stop. */
  readonly forms = new HeadingForms();
  readonly standing = new HeadingForms();
  numbered = 0;

  get siblings(): HeadingForms {
    return this.standing.count > 0 ? this.standing : this.forms;
  }
}

/** What the headings of an article that stand alone, and its whole text, say about those that do not. */
export class HeadingContexts {
  private readonly pairs = new Map<string, number>();
  private readonly first = new Row();
  private readonly second = new Row();
  /** Headings of the second level by section: those of one section are made alike. */
  private readonly sections = [new Row()];
  private readonly sectionOf: number[] = [];

  static *of(paragraphs: readonly Paragraph[]): Steps<HeadingContexts> {
    const contexts = new HeadingContexts();
    for (const [at, paragraph] of paragraphs.entries()) {
      if (at % paragraphsPerStep === 0) yield;
      contexts.add(paragraph, paragraphs[at + 1]);
    }
    return contexts;
  }

  /** What is known about headings of a level at a paragraph; undefined for levels that are not split. */
  at(paragraph: number, level: number): HeadingContext | undefined {
    const { pairs, first, second } = this;
    if (level === 1) return { siblings: first.siblings, alone: first.standing.count, numbered: first.numbered, pairs };
    const section = this.sections[this.sectionOf[paragraph] ?? 0];
    if (level !== 2 || !section) return undefined;
    const alone = section.standing.count;
    return { siblings: alone > 0 ? section.standing : second.siblings, alone, numbered: section.numbered, pairs };
  }

  private add(paragraph: Paragraph, next: Paragraph | undefined): void {
    const { text } = paragraph;
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = text.slice(at, at + 2);
      this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1);
    }
    const numbering = numberingOf(text);
    if (numbering?.level === 1) this.sections.push(new Row());
    this.sectionOf.push(this.sections.length - 1);
    if (!numbering || numbering.level > 2) return;
    const rows = numbering.level === 1 ? [this.first] : [this.second, ...this.sections.slice(-1)];
    for (const row of rows) row.numbered++;
    if (!isUnmarked(paragraph)) return;
    const { length } = numbering.mark;
    const stands = isNumberedHeading(paragraph, next);
    const heading = withoutPeriod(stands ? text : text.slice(0, runInLength(text, numbering.level, length)));
    if (!heading || clausesOf(heading) > 2) return;
    for (const { forms, standing } of rows) {
      forms.add(heading.slice(length));
      if (stands && !endsSentence(text)) standing.add(heading.slice(length));
    }
  }
}
