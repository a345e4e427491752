import { fileName } from '../../base/fileName';
import { quoteCategory } from '../../library/categories';
import type { NewArticle } from './articleWriter';
import type { ChosenArticle } from './choice';
import type { IntakeEngine } from './importRun';

/** Files for the articles that the writer chose. List items that others hold already are left out of a collection of quotes or phrases; prose stays whole. */
export function newArticles(engine: IntakeEngine, articles: readonly ChosenArticle[]): readonly NewArticle[] {
  return articles.map(({ planned, front, blocks: text }) => {
    const known = new Set(planned.knownPassages.map(({ text }) => text));
    const collection = front.category === quoteCategory;
    const blocks = collection ? text.filter((block) => !known.has(block.text)) : text;
    return {
      folder: front.category ? fileName(front.category) : '',
      name: fileName(front.title),
      text: engine.toMarkdown(front, blocks),
      from: planned,
    };
  });
}
