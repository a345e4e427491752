/** From this probability on a list shows whatever its last word: a set formula goes on behind 体系, too. */
const nearlyCertain = 0.5;

/**
 * How much a list is worth its place, between 0 and 1: behind 隐患排查 few clauses go on. The square of the share that goes on
 * tells useful lists best, measured where words end in 3,800 places of two drafts.
 * @param covered probability that one of the first five is what the writer goes on to type, if the clause goes on
 * @param ends share of the occurrences of the last word with which a clause ends
 */
export const usefulness = (covered: number, ends: number): number =>
  covered >= nearlyCertain ? covered : covered * (1 - ends) ** 2;
