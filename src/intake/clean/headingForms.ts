/** Forms of headings, so that another one is compared with all of them at once, however many they are. */
export class HeadingForms {
  count = 0;
  private readonly lengths = new Set<number>();
  private readonly clauses = new Set<number>();
  private readonly lastCharacters = new Set<string>();
  private readonly lastWords = new Set<string>();

  /** @param heading without its number */
  add(heading: string): void {
    const { length } = heading;
    this.count++;
    this.lengths.add(length);
    this.clauses.add(clausesOf(heading));
    this.lastCharacters.add(heading.slice(-1));
    if (length > leastAlike) this.lastWords.add(heading.slice(-4, -2));
  }

  hasLengthNear(length: number): boolean {
    return [-2, -1, 0, 1, 2].some((step) => this.lengths.has(length + step));
  }

  hasClauses(clauses: number): boolean {
    return this.clauses.has(clauses);
  }

  /** Whether one of them ends in the same way, or has the same words before its last. */
  hasAlike(heading: string): boolean {
    return (
      this.lastCharacters.has(heading.slice(-1)) ||
      (heading.length > leastAlike && this.lastWords.has(heading.slice(-4, -2)))
    );
  }
}

/** Shorter headings are not compared by the words before their last. */
const leastAlike = 8;

/** Clauses of a heading. */
export const clausesOf = (text: string): number => text.split(/[，,]/).length;
