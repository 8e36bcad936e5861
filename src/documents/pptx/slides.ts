import type { Page, Problem } from '../../model/index.ts';
import type { OfficePackage } from '../office/package.ts';
import { problemsBy } from '../reader.ts';
import { type Struck, struckProblem } from '../struck.ts';
import type { TextBuilder } from '../text-builder.ts';
import { readComments } from './comments.ts';
import { readShapes, type ShapesResult } from './shapes.ts';

const problem = problemsBy('documents/pptx');

/** Paths of the slides in the order of the show. Slides that no list names come last. */
export async function slidePaths(office: OfficePackage): Promise<string[]> {
  const main =
    (await office.relations('')).find(({ type }) => type === 'officeDocument')?.target ?? 'ppt/presentation.xml';
  const relations = await office.relations(main);
  const paths: string[] = [];
  await office.scan(main, {
    open: (name, attribute, tag) => {
      if (name !== 'sldId') return;
      // The element has an `id` of its own beside the relation's.
      const id = /\s[A-Za-z0-9]+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? attribute('id');
      const path = relations.find((relation) => relation.id === id)?.target;
      if (path && !paths.includes(path)) paths.push(path);
    },
    close: () => {},
    text: () => {},
  });
  const numberOf = (path: string): number => Number(/(\d+)\.xml$/.exec(path)?.[1] ?? 0);
  const listed = new Set(paths.map((path) => path.toLowerCase()));
  const unlisted = office.paths
    .filter((path) => /^\/?ppt\/slides\/[^/]+\.xml$/i.test(path) && !listed.has(path.toLowerCase()))
    .sort((left, right) => numberOf(left) - numberOf(right));
  return [...paths, ...unlisted];
}

export interface SlideResult {
  readonly page: Page;
  readonly problems: readonly Problem[];
}

/** Writes one slide: its shapes, then its comments and the speaker's notes. `n` counts from 1. */
export async function readSlide(
  office: OfficePackage,
  { path, n }: { readonly path: string; readonly n: number },
  builder: TextBuilder,
): Promise<SlideResult> {
  const problems: Problem[] = [];
  const struck: Struck[] = [];
  const before = builder.length();
  const read = async (part: string, place: string): Promise<ShapesResult> => {
    const shapes = await readShapes(office, part, { builder, place, kind: null });
    struck.push(...shapes.struck);
    return shapes;
  };
  const slide = await read(path, `slide ${n}`);
  const relations = await office.relations(path);
  for (const { target, type, isExternal } of relations) {
    if (type === 'notesSlide' && !isExternal) await read(target, `slide ${n}, notes`);
    else if (type === 'diagramData' && !isExternal) await read(target, `slide ${n}, diagram`);
    else if (type === 'comments' && !isExternal)
      for (const comment of await readComments(office, target)) builder.add(comment, 'comment', `slide ${n}, comment`);
  }
  problems.push(...struckProblem(struck, 'documents/pptx'));
  const end = builder.length();
  // The empty line between two slides belongs to neither.
  const span = { start: Math.min(end, before === 0 ? 0 : before + 2), end };
  if (slide.isHidden && span.end > span.start)
    problems.push(problem('hidden-text', 'note', `Slide ${n} is hidden; a viewer of the show does not see it.`, span));
  if (slide.isWhole === null)
    problems.push(problem('malformed', 'warning', `Slide ${n} is listed, but its part is missing or was refused.`));
  if (slide.isWhole === false)
    problems.push(problem('malformed', 'warning', `Slide ${n} is cut off; what precedes the cut was read.`));
  return { page: { n, span }, problems };
}
