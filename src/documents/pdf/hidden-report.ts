import type { Problem, Span } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import type { Hiding } from './hiding.ts';

const problem = problemsBy('documents/pdf');

/** How text is kept from those who look at the page, notes and fields that are set not to show included. */
export type Hidden = Exclude<Hiding, 'shown'> | 'annotation';

const WHY: Readonly<Record<Exclude<Hidden, 'recognised'>, string>> = {
  invisible: 'The page holds this text but draws it without ink',
  white: 'This text is white where nothing dark lies under it',
  tiny: 'This text is set smaller than one point',
  'off-page': 'This text lies outside the page',
  covered: 'Something drawn later covers this text, as a blacking-out does that leaves the text in place',
  annotation: 'This note or form field is set not to show',
};

/** Stretches named one by one; more are only counted. */
const NAMED = 20;
/** Stretches of one kind that part by no more than this (a space, a line break) are one. */
const APART = 2;

interface Run {
  readonly how: Exclude<Hidden, 'recognised'>;
  readonly page: number;
  readonly start: number;
  end: number;
}

/** Gathers hidden stretches in text order and makes notes of them. */
export function createHiddenReport() {
  const runs: Run[] = [];
  const recognised = new Set<number>();
  return {
    add: (how: Hiding | 'annotation', { page, span }: { readonly page: number; readonly span: Span }): void => {
      if (how === 'shown') return;
      if (how === 'recognised') {
        recognised.add(page);
        return;
      }
      const last = runs.at(-1);
      if (last && last.how === how && last.page === page && how !== 'annotation' && span.start - last.end <= APART)
        last.end = span.end;
      else runs.push({ how, page, start: span.start, end: span.end });
    },
    finish: (): Problem[] => [...hiddenProblems(runs), ...recognisedProblem(recognised)],
  };
}

function hiddenProblems(runs: readonly Run[]): Problem[] {
  const named = runs
    .slice(0, NAMED)
    .map(({ how, page, start, end }) => problem('hidden-text', 'note', `${WHY[how]} (page ${page}).`, { start, end }));
  const more = runs.length - named.length;
  return more > 0
    ? [...named, problem('hidden-text', 'note', `There are ${more} more places with hidden text.`)]
    : named;
}

function recognisedProblem(pages: ReadonlySet<number>): Problem[] {
  if (pages.size === 0) return [];
  const listed = [...pages].slice(0, NAMED).join(', ');
  const detail = `The text of ${pages.size === 1 ? 'page' : 'pages'} ${listed}${pages.size > NAMED ? ' and others' : ''} lies unseen over or under a picture, as text recognition leaves it: compare quotations with the picture.`;
  return [problem('text-layer-doubtful', 'note', detail)];
}
