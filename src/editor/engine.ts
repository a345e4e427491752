// What is loaded on first need, in a bundle of its own on the desktop.
export { BorrowedIndex } from '../draft/checks/borrowedIndex';
export { CompletionEngine } from '../completion/completionEngine';
export { readTables } from '../completion/corpus/preparedTables';
export { IndexPersistence } from '../search/persistence/indexPersistence';
export { MergedSearch } from '../search/mergedSearch';
export { SearchService } from '../search/searchService';
export { LibraryStore } from '../search/persistence/libraryStore';
