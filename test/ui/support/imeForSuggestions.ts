import type { Workbench } from './workbench';

const mostTries = 3;
const patience = 4000;

/**
 * Types through an input method until suggestions show, and returns their labels. An editor that is slow to ask while
 * letters are composed may find nothing left to show when they are committed; who writes then types the word again.
 */
export async function imeForSuggestions(ui: Workbench, latin: string, committed: string): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    await ui.ime(latin, committed);
    try {
      return await ui.suggestions(patience);
    } catch (error) {
      if (tries === mostTries) throw error;
      await ui.press(...Array.from(committed, () => 'Backspace'), 'Escape');
    }
  }
}
