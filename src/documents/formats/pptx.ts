import type { Page, Problem } from '../../model/index.ts';
import { EMBEDDED, embeddedFiles } from '../office/embedded.ts';
import { openPackage } from '../office/package.ts';
import { readProperties } from '../office/properties.ts';
import { readSlide, slidePaths } from '../pptx/slides.ts';
import { problemsBy, type Reader } from '../reader.ts';
import { createTextBuilder } from '../text-builder.ts';

const problem = problemsBy('documents/pptx');

/** Presentations: every slide is a page; its comments and the speaker's notes follow its text. */
export const pptx: Reader = {
  name: 'pptx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  extensions: ['.pptx', '.pptm', '.ppsx', '.ppsm', '.potx', '.potm'],
  read: async ({ bytes, budget }) => {
    const office = await openPackage(bytes, budget);
    const paths = await slidePaths(office);
    const builder = createTextBuilder();
    const pages: Page[] = [];
    const problems: Problem[] = [];
    const allowed = budget.takePages(paths.length);
    for (const [i, path] of paths.slice(0, allowed).entries()) {
      const slide = await readSlide(office, { path, n: i + 1 }, builder);
      pages.push(slide.page);
      problems.push(...slide.problems);
      if (builder.length() > budget.textLeft()) break;
    }
    if (allowed < paths.length)
      problems.push(
        problem(
          'cut-by-limit',
          'warning',
          `Only ${allowed} of ${paths.length} slides were read. Split the file and add the parts.`,
        ),
      );
    if (paths.length === 0)
      problems.push(
        problem(
          'malformed',
          'fatal',
          `The presentation has no slides that can be read. ${office.refused.join(' ')} Export it as .pdf and add that file.`,
        ),
      );
    if (office.has('ppt/vbaProject.bin'))
      problems.push(problem('active-content', 'note', 'The presentation holds macros; they were not run.'));
    const embedded = office.paths.filter((path) => EMBEDDED.test(path));
    const metadata = await readProperties(office);
    for (const refused of office.refused) problems.push(problem('archive-entry-refused', 'warning', refused));
    return {
      ...builder.finish(),
      pages,
      metadata,
      problems,
      ...(embedded.length > 0 ? { children: (report) => embeddedFiles({ office, paths: embedded }, report) } : {}),
    };
  },
};
