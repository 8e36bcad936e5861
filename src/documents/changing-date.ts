import type { Problem, Span } from '../model/index.ts';
import { problemsBy } from './reader.ts';

/** Whether a field's instruction makes it show the day on which the document is opened, saved or printed (Word and RTF). */
export const showsChangingDate = (instruction: string): boolean =>
  /^\s*(?:DATE|TIME|SAVEDATE|PRINTDATE)\b/i.test(instruction);

/** The note about a date that says nothing of when the document was written. */
export function changingDate(by: string, span?: Span): Problem {
  const detail =
    'A field here shows the day on which the document was opened, saved or printed, and changes with it: it need not be the day of writing.';
  return problemsBy(by)('changing-date', 'note', detail, span);
}
