import * as z from 'zod/mini';
import type { Snippet } from '../completion/sources/snippets';
import { isDocument, parseSnippets } from '../completion/sources/snippets';
import type { Replacement } from '../draft/blanks';
import { blanksOf, replacements } from '../draft/blanks';
import { applyEdits } from '../draft/checks/checkDraft';
import { plainRole } from '../draft/profile';
import { snippetText } from '../draft/snippetText';
import { defineTool, UnusableInput } from './tool';

const input = z.strictObject({
  genre: z.optional(
    z
      .string()
      .check(
        z.maxLength(50),
        z.describe('Name of the genre, such as 实施方案 or 讲话稿. Without it: the list of genres.'),
      ),
  ),
  values: z._default(
    z
      .array(
        z.strictObject({
          blank: z
            .string()
            .check(z.minLength(1), z.maxLength(60), z.describe('A blank as the skeleton names it: 〔会议主旨〕, X市.')),
          value: z.string().check(z.maxLength(2000)),
        }),
      )
      .check(
        z.maxLength(100),
        z.describe('What is known for the blanks. A blank named again fills the next of that name.'),
      ),
    [],
  ),
});

/** The skeleton of a genre, filled in as far as values are given. */
export const skeletonTool = defineTool({
  name: 'gongwen_skeleton',
  title: 'Fill in the skeleton of a genre',
  description:
    'Gives the skeleton (template) of a genre of Chinese official documents, with values filled into its blanks, and names the blanks that are left. ' +
    'Leave open what you do not know: never invent names, figures or document numbers.',
  input,
  run: async ({ genre, values }, room) => {
    const skeletons = (await room.snippets()).flatMap(parseSnippets).filter(isDocument);
    if (!genre?.trim()) return { genres: skeletons.map(({ name, description }) => ({ name, description })) };
    const { name, body } = findSkeleton(skeletons, genre.trim());
    const { text, unused } = fillIn(snippetText(body), values);
    return { genre: name, text, blanks: [...new Set(blanksOf(text).map(({ role }) => role))], unused };
  },
});

function findSkeleton(skeletons: readonly Snippet[], genre: string): Snippet {
  const named = skeletons.find(({ prefixes }) => prefixes.includes(genre));
  if (named) return named;
  const similar = skeletons.filter(({ name, occasions }) => name.includes(genre) || occasions.includes(genre));
  const [only, ...others] = similar;
  if (only && others.length === 0) return only;
  const choices = (similar.length > 0 ? similar : skeletons).map(({ name }) => name).join('、');
  throw new UnusableInput(`No single genre is called “${genre}”. Choose one of: ${choices}`);
}

/** @returns the text, and the names of blanks that it has not, or not so often */
function fillIn(
  text: string,
  values: readonly { readonly blank: string; readonly value: string }[],
): { readonly text: string; readonly unused: readonly string[] } {
  const open = [...blanksOf(text)];
  const edits: Replacement[] = [];
  const unused: string[] = [];
  for (const { blank, value } of values) {
    const at = open.findIndex(({ role }) => plainRole(role) === plainRole(blank));
    const [filled] = at < 0 ? [] : open.splice(at, 1);
    if (filled) edits.push(...replacements(filled, value));
    else unused.push(blank);
  }
  return { text: applyEdits(text, edits), unused };
}
