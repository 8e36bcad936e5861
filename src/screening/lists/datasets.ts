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

/** A text as the id of a list: letters, digits, dashes and underscores. */
export const listId = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'list';
