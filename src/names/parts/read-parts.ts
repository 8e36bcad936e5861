import { readOrganisation } from './organisation.ts';
import type { ListedNameReading, NamePart } from './part.ts';
import type { PartLexicon } from './part-lexicon.ts';
import { readPerson } from './person.ts';
import { readThing } from './thing.ts';

const READINGS: Readonly<Record<ListedNameReading, (text: string, lexicon: PartLexicon) => NamePart[]>> = {
  person: readPerson,
  organization: readOrganisation,
  thing: readThing,
};

/** Reads a name of a list or a query into parts with roles. Words without a letter or digit of any use are left out. */
export const readParts = (text: string, reading: ListedNameReading, lexicon: PartLexicon): NamePart[] =>
  READINGS[reading](text, lexicon).filter(({ latin }) => latin !== '');
