// What is loaded on first need, in a bundle of its own on the desktop.
export { CompletionEngine } from '../phrases/completionEngine';
export { IndexKeeper } from '../search/indexKeeper';
export { SearchService } from '../search/searchService';
