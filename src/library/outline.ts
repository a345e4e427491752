import type { Article, Heading, Passage } from './article';

/** A heading of an article with what stands below it, in reading order. */
export interface Section {
  readonly heading: Heading;
  readonly sections: readonly Section[];
  /** Passages directly below the heading, before its first sub-section. */
  readonly passages: readonly Passage[];
  /** Zero-based line after the section's last. */
  readonly endLine: number;
}

/** What stands at the top of an article: passages before the first heading, then its sections. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
}

interface MutableSection extends Section {
  readonly sections: MutableSection[];
  readonly passages: Passage[];
  endLine: number;
}

/** Nests an article's headings by level and puts every passage below the heading that it follows. */
export function outline(article: Article): Outline {
  const sections: MutableSection[] = [];
  const before: Passage[] = [];
  const open: MutableSection[] = [];
  const endOfText = article.text.split('\n').length;
  let next = 0;
  const openSections = (line: number): void => {
    for (let heading = article.headings[next]; heading && heading.line <= line; heading = article.headings[++next]) {
      while ((open.at(-1)?.heading.level ?? 0) >= heading.level) closeSection(open, heading.line);
      const section: MutableSection = { heading, sections: [], passages: [], endLine: endOfText };
      (open.at(-1)?.sections ?? sections).push(section);
      open.push(section);
    }
  };
  for (const passage of article.passages) {
    openSections(passage.line);
    (open.at(-1)?.passages ?? before).push(passage);
  }
  openSections(endOfText);
  return { sections, passages: before };
}

function closeSection(open: MutableSection[], line: number): void {
  const section = open.pop();
  if (section) section.endLine = line;
}

/** Number of passages in a section and all below it. */
export const countPassages = (section: Outline): number =>
  section.sections.reduce((sum, child) => sum + countPassages(child), section.passages.length);
