import * as vscode from 'vscode';
import { isOfficialDraft } from '../../draft/isOfficialDraft';
import type { DraftSection } from '../../draft/outline';
import { draftSections } from '../../draft/outline';
import { oneLine } from '../shared/labels';
import { labelText } from '../shared/shownText';

/** Longest name of a section: 1. often begins a whole paragraph. */
const longestName = 40;

/**
 * Sections by 一、（一）1.（1） for the Outline view, breadcrumbs, sticky scroll, *Go to Symbol* and folding. In Markdown the
 * editor lists headings itself, so that here only the numbered lines among them are.
 */
export class SectionProvider implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider {
  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    return symbols(document, sectionsOf(document));
  }

  /** @returns undefined where there is no section: the editor then folds by indentation */
  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] | undefined {
    const ranges = foldingRanges(document, sectionsOf(document));
    return ranges.length > 0 ? ranges : undefined;
  }
}

const sectionsOf = (document: vscode.TextDocument): readonly DraftSection[] => {
  const text = document.getText();
  return isOfficialDraft(text) ? draftSections(text, document.languageId) : [];
};

/** @param above the Markdown heading above, which is no symbol of ours and so stands beside the name */
function symbols(
  document: vscode.TextDocument,
  sections: readonly DraftSection[],
  above = '',
): vscode.DocumentSymbol[] {
  return sections.flatMap((section) => {
    if (section.markdownLevel > 0)
      return symbols(document, section.sections, labelText(oneLine(section.title, longestName)));
    const heading = document.lineAt(section.line).range;
    const range = new vscode.Range(heading.start, document.lineAt(lastLine(document, section)).range.end);
    const name = labelText(oneLine(section.title, longestName));
    const symbol = new vscode.DocumentSymbol(name, above, vscode.SymbolKind.String, range, heading);
    symbol.children = symbols(document, section.sections);
    return [symbol];
  });
}

function foldingRanges(document: vscode.TextDocument, sections: readonly DraftSection[]): vscode.FoldingRange[] {
  return sections.flatMap((section) => {
    const last = lastLine(document, section);
    const isOwn = section.markdownLevel === 0 && last > section.line;
    return [
      ...(isOwn ? [new vscode.FoldingRange(section.line, last)] : []),
      ...foldingRanges(document, section.sections),
    ];
  });
}

/** Blank lines at the end of a section stay in sight. */
function lastLine(document: vscode.TextDocument, { line, endLine }: DraftSection): number {
  let last = endLine - 1;
  while (last > line && document.lineAt(last).isEmptyOrWhitespace) last--;
  return last;
}
