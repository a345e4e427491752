import { baseName } from '../../base/fileName';
import type { Localize } from '../../base/localize';
import type { Problem } from '../../library/problem';

/** One sentence for people on what is wrong with a file of the library, and what to do. */
export function describeProblem(t: Localize, problem: Problem): string {
  const name = decodeURIComponent(baseName(problem.uri));
  switch (problem.code) {
    case 'unreadable':
      return t('“{0}” cannot be read: check that it exists and that you may open it.', name);
    case 'tooLarge':
      return t('“{0}” is larger than 10 MB and was left out: split it into single articles.', name);
    case 'binary':
      return t('“{0}” is not a text file and was left out: save it as UTF-8 text.', name);
    case 'empty':
      return t('“{0}” is empty and was left out.', name);
    case 'frontMatter':
      return t(
        'The front matter of “{0}” is no valid YAML and was read line by line: check the lines between the “---” marks.',
        name,
      );
    case 'encoding':
      return t(
        '“{0}” is in GB18030 (GBK) encoding and was read as such. If it looks garbled in an editor, do not save it: choose “Reopen with Encoding” and GB18030 first, then “Save with Encoding” and UTF-8.',
        name,
      );
  }
}
