/** From this probability on a list shows whatever its last word: a set formula goes on behind 体系, too. */
const nearlyCertain = 0.5;

/**
 * How probable it is that a list holds what the writer goes on to type: behind 隐患排查 few clauses go on. At the same number of
 * keys saved, fewer lists are useless than by `covered` alone (bench/RESULTS.md). Rejected: the square of the share that goes
 * on, which leaves out one list in five more and saves a tenth fewer keys.
 * @param covered probability that one of the first five is what the writer goes on to type, if the clause goes on
 * @param ends share of the occurrences of the last word with which a clause ends
 */
export const usefulness = (covered: number, ends: number): number =>
  covered >= nearlyCertain ? covered : covered * (1 - ends);
