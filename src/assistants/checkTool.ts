import * as z from 'zod/mini';
import { defineTool, libraryNotice } from './tool';

const mostFindings = 100;

const input = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(60_000), z.describe('The draft, Markdown or plain text, whole.')),
});

/** What is not right in a draft. */
export const checkTool = defineTool({
  name: 'gongwen_check',
  title: 'Check an official document',
  description:
    'Checks a draft of a Chinese official document: leftover placeholders, numbering (一、（一）1.（1）), punctuation, numbers, dates, elements, superseded formulas, ' +
    'runs that stand word for word in the library. Each finding has line, column, the clause that asks for it, how binding that is and, where it is mechanical, the fix.',
  input,
  run: async ({ text }, room) => {
    const findings = await room.check(text);
    return {
      notice: libraryNotice,
      total: findings.length,
      findings: findings
        .slice(0, mostFindings)
        .map(({ rule, severity, force, source, message, offset, length, fix }) => {
          const before = text.slice(0, offset);
          return {
            rule,
            severity,
            force,
            source,
            message,
            line: before.split('\n').length,
            column: offset - before.lastIndexOf('\n'),
            found: text.slice(offset, offset + Math.min(length, 200)),
            ...(fix && { replace: text.slice(fix.offset, fix.offset + fix.length), with: fix.text }),
          };
        }),
    };
  },
});
