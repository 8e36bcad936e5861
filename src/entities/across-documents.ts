import type { Lexicons } from '../model/index.ts';
import type { Group } from './group.ts';
import { linkInflected } from './inflected.ts';
import { linkInflectedPersons } from './inflected-persons.ts';
import { linkShortNames } from './short-names.ts';
import { isBare, joinHeads, listSurfaces } from './surface.ts';
import { linkVariants } from './variants.ts';
import type { Context } from './within-document.ts';

/** Links names over documents, the surest first: equal full names, other spellings and scripts, case endings, short forms. */
export function linkAcrossDocuments(groups: readonly Group[], context: Context, lexicons: Lexicons): void {
  const surfaces = listSurfaces(groups);
  for (const surface of surfaces) if (!isBare(surface, context)) joinHeads(surface, context);
  linkVariants(surfaces, context);
  linkInflected(surfaces, context, lexicons);
  linkInflectedPersons(surfaces, context, lexicons);
  linkShortNames(surfaces, groups, context);
}
