import type { Problem } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import type { Marks } from './marks.ts';
import type { PagesRead } from './read-pages.ts';
import type { Recovered } from './recover.ts';
import type { SpoofedFont } from './spoofed-fonts.ts';

const problem = problemsBy('documents/pdf');
/** Pages named one by one; more are only counted. */
const NAMED = 20;

export function limitProblems({ pages, count, unreadable }: PagesRead): Problem[] {
  const problems: Problem[] = [];
  for (const n of unreadable.slice(0, NAMED))
    problems.push(problem('page-unreadable', 'warning', `Page ${n} cannot be read; the others were.`));
  if (unreadable.length > NAMED)
    problems.push(problem('page-unreadable', 'warning', `${unreadable.length - NAMED} more pages cannot be read.`));
  if (pages.length < count)
    problems.push(
      problem(
        'cut-by-limit',
        'warning',
        `Only ${pages.length} of ${count} pages were read; split the file and add the parts.`,
      ),
    );
  return problems;
}

/** What is known of damage: the end that is missing, the pages that were saved, streams packed as bombs are. */
export function damageProblems(
  { pages }: PagesRead,
  { marks, rescued }: { readonly marks: Marks; readonly rescued: Recovered | null },
): Problem[] {
  const problems: Problem[] = [];
  const state = marks.isCutOff ? 'cut off (truncated): its end is missing' : 'damaged';
  if (rescued) {
    const loose = rescued.loosePages > 0 ? `, ${rescued.loosePages} of them made up for text whose page is lost` : '';
    problems.push(
      problem(
        'malformed',
        'warning',
        `The file is ${state}. ${pages.length} ${pages.length === 1 ? 'page was' : 'pages were'} rescued from what it still holds${loose}; others may be missing. Ask for it again.`,
      ),
    );
  } else if (marks.isCutOff) {
    problems.push(
      problem('malformed', 'warning', 'The file is cut off (truncated): its end is missing, pages may be missing too.'),
    );
  }
  if (marks.isPackedTwice)
    problems.push(
      problem(
        'malformed',
        'warning',
        'A stream in the file is packed twice over, as bombs are; what it holds may be missing.',
      ),
    );
  return problems;
}

/** Fonts that show other letters than the text has. */
export function spoofProblems(fonts: readonly SpoofedFont[]): Problem[] {
  return fonts.slice(0, NAMED).map(({ name, pairs }) => {
    const examples = pairs
      .slice(0, 4)
      .map(([shown, given]) => `"${shown}" stands in the text as "${given}"`)
      .join(', ');
    return problem(
      'text-layer-doubtful',
      'note',
      `The font ${name} shows other letters than the text has: ${examples}. Compare quotations with the page itself.`,
    );
  });
}
