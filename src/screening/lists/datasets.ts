import type { Lexicons, ListedKind } from '../../model/index.ts';

const KINDS: Readonly<Record<string, ListedKind>> = {
  Person: 'person',
  Company: 'organization',
  Organization: 'organization',
  LegalEntity: 'organization',
  PublicBody: 'organization',
  Vessel: 'vessel',
  Airplane: 'aircraft',
};

/** What a FollowTheMoney schema is on a list. `LegalEntity` may be a person too, but lists mean organisations by it. */
export const kindOfSchema = (schema: string): ListedKind => KINDS[schema] ?? 'unknown';

/** Id of a list by the title or id of its dataset: from `data/screening/datasets.tsv`, else the title in lower case and dashes. */
export function datasetIds(lexicons: Lexicons): (title: string) => string {
  const known = new Map((lexicons.lists['screening/datasets'] ?? []).map(([id = '', title = '']) => [title, id]));
  return (title) => known.get(title) ?? listId(title);
}

/** Words by which a list says in its own title that it holds official measures and nothing else. */
const MEASURES =
  /sanction|embargo|terroris|designat|restrict|denied|debar|exclusion|freez|gels[-_]avoir|sdn|non[-_]proliferation/;

/** Whether an id is of a list that holds sanctions and the like alone: those of `data/screening/datasets.tsv`, and by their titles. */
export function sanctionsLists(lexicons: Lexicons): (id: string) => boolean {
  const known = new Set((lexicons.lists['screening/datasets'] ?? []).map(([id = '']) => id));
  return (id) => known.has(id) || MEASURES.test(id);
}

/** A text as the id of a list: letters, digits, dashes and underscores. */
export const listId = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'list';
