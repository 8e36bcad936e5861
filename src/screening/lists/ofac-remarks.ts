import type { ListEntry, ListedLink, ListedName } from '../../model/index.ts';
import type { CountryOf } from './countries.ts';
import { listDate } from './dates.ts';
import { unique } from './item.ts';
import type { ReadIdentifier } from './ofac-identifiers.ts';

/** What OFAC's remarks say, as far as it is understood. The remarks themselves are kept as they are. */
export type Remarks = Pick<
  ListEntry,
  'identifiers' | 'birthDates' | 'birthPlaces' | 'gender' | 'countries' | 'links'
> & {
  readonly names: readonly ListedName[];
  /** Dates that could not be read, as written. */
  readonly unread: readonly string[];
};

const NAME_LABELS: readonly (readonly [string, ListedName['kind']])[] = [
  ['a.k.a.', 'weak-alias'],
  ['f.k.a.', 'former'],
  ['n.k.a.', 'alias'],
];
const DATE_LABELS = ['DOB ', 'Organization Established Date ', 'Vessel Year of Build ', 'Aircraft Manufacture Date '];
const COUNTRY_LABELS = [
  'nationality ',
  'citizen ',
  'Nationality of Registration ',
  'Vessel Flag ',
  'Former Vessel Flag ',
];

/**
 * Segments end in a semicolon; the whole ends in a full stop. "alt." marks one more of the same kind and changes nothing.
 * A name in the remarks is one that OFAC itself calls weak: too common or too vague to search for alone.
 */
export function readRemarks(
  remarks: string,
  { identifierOf, countryOf }: { readonly identifierOf: ReadIdentifier; readonly countryOf: CountryOf },
): Remarks {
  const names: ListedName[] = [];
  const identifiers: ListEntry['identifiers'][number][] = [];
  const links: ListedLink[] = [];
  const found = { dates: [] as string[], places: [] as string[], countries: [] as string[], unread: [] as string[] };
  let gender: ListEntry['gender'] = null;
  for (const part of remarks.trim().replace(/\.$/, '').split(/;\s*/)) {
    const segment = part.replace(/^alt\.\s+/, '').trim();
    const name = NAME_LABELS.find(([label]) => segment.startsWith(label));
    const date = DATE_LABELS.find((label) => segment.startsWith(label));
    const country = COUNTRY_LABELS.find((label) => segment.startsWith(label));
    if (name) names.push({ text: unquoted(segment.slice(name[0].length)), kind: name[1] });
    else if (date !== undefined) {
      const edtf = listDate(segment.slice(date.length));
      (edtf === null ? found.unread : found.dates).push(edtf ?? segment);
    } else if (country !== undefined) found.countries.push(countryOf(segment.slice(country.length)) ?? '');
    else if (segment.startsWith('POB ')) found.places.push(segment.slice(4));
    else if (segment.startsWith('Gender ')) gender = genderOf(segment.slice(7));
    else if (segment.startsWith('Linked To: ')) links.push(link('linked-to', segment.slice(11)));
    else if (segment.startsWith('Aircraft Operator ')) links.push(link('acts-for', segment.slice(18)));
    else {
      const identifier = identifierOf(segment);
      if (identifier) identifiers.push(identifier);
    }
  }
  return {
    names: names.filter(({ text }) => text !== ''),
    identifiers,
    links,
    gender,
    birthDates: unique(found.dates),
    birthPlaces: unique(found.places),
    countries: unique(found.countries),
    unread: found.unread,
  };
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^['"‘“](.*)['"’”]$/u, '$1')
    .trim();

const link = (relation: ListedLink['relation'], name: string): ListedLink => ({
  relation,
  name: name.trim(),
  entry: null,
});

const genderOf = (word: string): ListEntry['gender'] =>
  /^male/i.test(word) ? 'male' : /^female/i.test(word) ? 'female' : null;
