import type { ListEntry, ListedIdentifier, ListedLink, ListedName } from '../../model/index.ts';
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

interface Found {
  readonly names: ListedName[];
  readonly identifiers: ListedIdentifier[];
  readonly links: ListedLink[];
  readonly dates: string[];
  readonly places: string[];
  readonly countries: (string | null)[];
  readonly unread: string[];
  gender: ListEntry['gender'];
}

/** What is made of the text behind a label. */
type Note = (text: string, found: Found, countryOf: CountryOf) => void;

/** A name in the remarks is one that OFAC itself calls weak: too common or too vague to search for alone. */
const name = (label: string, kind: ListedName['kind']): [string, Note] => [
  label,
  (text, { names }) => {
    if (unquoted(text) !== '') names.push({ text: unquoted(text), kind });
  },
];
const date = (label: string): [string, Note] => [
  label,
  (text, { dates, unread }) => {
    const edtf = listDate(text);
    if (edtf === null) unread.push(`${label}${text}`);
    else dates.push(edtf);
  },
];
const country = (label: string): [string, Note] => [
  label,
  (text, { countries }, countryOf) => countries.push(countryOf(text)),
];
const link = (label: string, relation: ListedLink['relation']): [string, Note] => [
  label,
  (text, { links }) => links.push({ relation, name: text.trim(), entry: null }),
];

const NOTES: readonly (readonly [label: string, note: Note])[] = [
  name('a.k.a.', 'weak-alias'),
  name('f.k.a.', 'former'),
  name('n.k.a.', 'alias'),
  date('DOB '),
  date('Organization Established Date '),
  date('Vessel Year of Build '),
  date('Aircraft Manufacture Date '),
  country('nationality '),
  country('citizen '),
  country('Nationality of Registration '),
  country('Vessel Flag '),
  country('Former Vessel Flag '),
  ['POB ', (text, { places }) => places.push(text)],
  [
    'Gender ',
    (text, found) => {
      found.gender = genderOf(text);
    },
  ],
  link('Linked To: ', 'linked-to'),
  link('Aircraft Operator ', 'acts-for'),
];

/**
 * Segments end in a semicolon; the whole ends in a full stop. "alt." marks one more of the same kind and changes nothing.
 * What has no label of ours is an identifier or nothing.
 */
export function readRemarks(
  remarks: string,
  { identifierOf, countryOf }: { readonly identifierOf: ReadIdentifier; readonly countryOf: CountryOf },
): Remarks {
  const found: Found = {
    names: [],
    identifiers: [],
    links: [],
    dates: [],
    places: [],
    countries: [],
    unread: [],
    gender: null,
  };
  for (const part of remarks.trim().replace(/\.$/, '').split(';')) {
    const segment = part
      .trim()
      .replace(/^alt\.\s+/, '')
      .trim();
    const known = NOTES.find(([label]) => segment.startsWith(label));
    if (known) known[1](segment.slice(known[0].length), found, countryOf);
    else {
      const identifier = identifierOf(segment);
      if (identifier) found.identifiers.push(identifier);
    }
  }
  const { names, identifiers, links, gender, unread } = found;
  return {
    names,
    identifiers,
    links,
    gender,
    birthDates: unique(found.dates),
    birthPlaces: unique(found.places),
    countries: unique(found.countries),
    unread,
  };
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^['"‘“](.*)['"’”]$/u, '$1')
    .trim();

const genderOf = (word: string): ListEntry['gender'] =>
  /^male/i.test(word) ? 'male' : /^female/i.test(word) ? 'female' : null;
