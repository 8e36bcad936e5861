import type { Problem } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import type { OfficePackage } from './package.ts';

const problem = problemsBy('documents/office');

/** References that a program follows by itself when it opens the file; a link that a person clicks is none of them. */
const FOLLOWED =
  /^(?:attachedTemplate|oleObject|image|frame|subDocument|aFChunk|mailMergeSource|externalLinkPath|video|audio)$/i;

/** Notes what the given parts refer to outside the file, and macros. */
export async function findOutside(office: OfficePackage, paths: readonly string[]): Promise<Problem[]> {
  const found: string[] = [];
  for (const path of paths) {
    for (const { type, target, isExternal } of await office.relations(path))
      if (isExternal && FOLLOWED.test(type)) found.push(`${type} ${target.slice(0, 200)}`);
  }
  const hasMacros = office.paths.some((path) => /vbaProject\.bin$/i.test(path));
  const detail = `The document refers to ${found.length === 1 ? 'something' : `${found.length} things`} outside itself: ${found.slice(0, 5).join('; ')}. Kept as data; nothing was followed.`;
  return [
    ...(found.length > 0 ? [problem('active-content', 'note', detail)] : []),
    ...(hasMacros ? [problem('active-content', 'note', 'The document holds macros; they were not run.')] : []),
  ];
}
