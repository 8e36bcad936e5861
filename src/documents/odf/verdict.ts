import type { Problem } from '../../model/index.ts';
import { problemsBy, type Reading } from '../reader.ts';
import type { OdfSource } from './source.ts';

const problem = problemsBy('documents/odf');

/** The reading of a file that needs a password; `null` for others. */
export function refuseOdf({ isEncrypted }: OdfSource): Reading | null {
  if (!isEncrypted) return null;
  const detail = 'The file is protected by a password: open it, save it without one and add that file.';
  return { text: '', problems: [problem('encrypted', 'fatal', detail)] };
}

/** What is to be said about a file that was read. */
export function odfProblems({ refused, hasMacros }: OdfSource, isWhole: boolean | null): Problem[] {
  const advice = 'Open it in an office program, save it again and add that file.';
  return [
    ...(isWhole === null
      ? [
          problem(
            'malformed',
            'fatal',
            `The part that holds the text is missing or was refused. ${refused.join(' ')} ${advice}`,
          ),
        ]
      : []),
    ...(isWhole === false
      ? [problem('malformed', 'warning', 'The document is cut off; what precedes the cut was read.')]
      : []),
    ...(hasMacros ? [problem('active-content', 'note', 'The document holds macros; they were not run.')] : []),
    ...refused.map((one) => problem('archive-entry-refused', 'warning', one)),
  ];
}
