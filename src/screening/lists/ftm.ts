import type { Lexicons, ListEntry, ListedIdentifier, ListedName } from '../../model/index.ts';
import { kindOfSchema } from './datasets.ts';
import { dayOf, listDate } from './dates.ts';
import { type FtmLine, readFtmLine } from './ftm-line.ts';
import { ftmListings } from './ftm-listings.ts';
import { addTie, type FtmTies, newTies, TIE_SCHEMATA } from './ftm-ties.ts';
import { bareEntry, type ListFile, type ListItem, problemItem, unique } from './item.ts';
import { readLines } from './lines.ts';
import { distinctNames } from './ofac.ts';

const TARGETS = new Set(['Person', 'Company', 'Organization', 'LegalEntity', 'PublicBody', 'Vessel', 'Airplane']);

/** Properties that hold numbers, and their scheme. */
const IDENTIFIERS: readonly (readonly [property: string, scheme: string])[] = [
  ['innCode', 'inn'],
  ['ogrnCode', 'ogrn'],
  ['okpoCode', 'okpo'],
  ['kppCode', 'kpp'],
  ['leiCode', 'lei'],
  ['vatCode', 'vat'],
  ['dunsCode', 'duns'],
  ['swiftBic', 'swift'],
  ['bikCode', 'bik'],
  ['uscCode', 'uscc'],
  ['taxNumber', 'tax'],
  ['registrationNumber', 'registration'],
  ['idNumber', 'national-id'],
  ['passportNumber', 'passport'],
  ['imoNumber', 'imo'],
  ['mmsi', 'mmsi'],
  ['callSign', 'call-sign'],
  ['serialNumber', 'msn'],
  ['cageCode', 'cage'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['website', 'website'],
];

/**
 * Entries of a FollowTheMoney export (`entities.ftm.json`): one JSON entity a line, in any order. Sanctions, identifications, addresses
 * and ties are put with the targets they belong to; parties that nobody names a risk are passed over, and counted. An entity is an entry
 * of each dataset that sanctioned it, with the dates and programmes of that dataset's own sanctions. With `list` every entry is of that list.
 */
export async function* readFtm(file: ListFile, list: string | null, lexicons: Lexicons): AsyncGenerator<ListItem> {
  const listingsOf = ftmListings(lexicons);
  const things = new Map<string, FtmLine>();
  const ties = newTies();
  const passed = new Map<string, number>();
  let latest = '';
  for await (const { line, text, isOpen } of readLines(file.text)) {
    if (text.trim() === '') continue;
    const read = readFtmLine(text);
    if (read === null) {
      const code = isOpen ? 'file-cut-off' : 'row-malformed';
      yield problemItem(code, file.name, line, `no FollowTheMoney entity: ${text.slice(0, 60)}`);
      continue;
    }
    for (const stamp of [read.lastSeen, read.lastChange]) if (stamp > latest) latest = stamp;
    if (TARGETS.has(read.schema)) {
      if (things.has(read.id))
        yield problemItem('entry-twice', file.name, line, `entity ${read.id} stands in the file already`);
      else things.set(read.id, read);
    } else if (TIE_SCHEMATA.has(read.schema)) addTie(ties, read);
    else passed.set(read.schema, (passed.get(read.schema) ?? 0) + 1);
  }
  let unsanctioned = 0;
  for (const thing of things.values()) {
    const listings = listingsOf(thing, ties.sanctions.get(thing.id) ?? [], list);
    const entry = toEntry(thing, { ties, things });
    if (listings.length === 0) unsanctioned++;
    else if (entry.names.length === 0)
      yield problemItem('row-without-name', file.name, 0, `entity ${thing.id} has no name`);
    else for (const own of listings) yield { kind: 'entry', entry: { ...entry, ...own } };
  }
  if (unsanctioned > 0) yield { kind: 'passed-over', what: 'parties that no sanction names', count: unsanctioned };
  for (const [schema, count] of passed) yield { kind: 'passed-over', what: `entities of schema ${schema}`, count };
  const day = dayOf(latest);
  if (day !== null) yield { kind: 'stated-date', date: day };
}

interface Around {
  readonly ties: FtmTies;
  readonly things: ReadonlyMap<string, FtmLine>;
}

function namesOf(thing: FtmLine): ListedName[] {
  const primary = thing.caption !== '' ? thing.caption : (thing.get('name')[0] ?? '');
  const named = (property: string, kind: ListedName['kind']) =>
    thing.get(property).map((text): ListedName => ({ text: text.trim(), kind }));
  return distinctNames([
    { text: primary.trim(), kind: 'primary' },
    ...named('name', 'alias'),
    ...named('alias', 'alias'),
    ...named('previousName', 'former'),
    ...named('pastNames', 'former'),
    ...named('weakAlias', 'weak-alias'),
    ...named('abbreviation', 'weak-alias'),
  ]);
}

function identifiersOf(thing: FtmLine, { ties }: Around): ListedIdentifier[] {
  const [country] = codesOf(thing.get('jurisdiction').concat(thing.get('country')));
  const own = IDENTIFIERS.flatMap(([property, scheme]) =>
    thing.get(property).map((value) => ({
      scheme,
      value: scheme === 'imo' ? value.replace(/^IMO\s*/i, '') : value,
      country: country ?? null,
    })),
  );
  const documents = (ties.identifications.get(thing.id) ?? []).flatMap((held) =>
    held.get('number').map((value) => ({
      scheme: held.schema === 'Passport' || /passport/i.test(held.get('type')[0] ?? '') ? 'passport' : 'national-id',
      value,
      country: codesOf(held.get('country'))[0] ?? null,
    })),
  );
  const wallets = (ties.wallets.get(thing.id) ?? []).flatMap((wallet) =>
    wallet.get('publicKey').map((value) => ({
      scheme: `crypto-${(wallet.get('currency')[0] ?? 'unknown').toLowerCase()}`,
      value,
      country: null,
    })),
  );
  return [...own, ...documents, ...wallets];
}

const codesOf = (values: readonly string[]): readonly string[] =>
  unique(values.filter((code) => /^[a-z]{2}$/i.test(code)).map((code) => code.toUpperCase()));

function toEntry(thing: FtmLine, around: Around): ListEntry {
  const { ties } = around;
  const addresses = thing.get('addressEntity').flatMap((id) => ties.addresses.get(id) ?? []);
  const gender = thing.get('gender')[0]?.toLowerCase();
  return {
    ...bareEntry('', thing.id, kindOfSchema(thing.schema)),
    names: namesOf(thing),
    identifiers: identifiersOf(thing, around),
    birthDates: unique(
      ['birthDate', 'incorporationDate', 'buildDate'].flatMap((property) => thing.get(property)).map(listDate),
    ),
    birthPlaces: unique(thing.get('birthPlace')),
    gender: gender === 'male' || gender === 'female' ? gender : null,
    countries: codesOf(['nationality', 'citizenship', 'jurisdiction', 'country', 'flag'].flatMap((p) => thing.get(p))),
    addresses: unique([...thing.get('address'), ...addresses]),
    links: (ties.links.get(thing.id) ?? []).map(({ relation, other }) => {
      const party = around.things.get(other);
      return {
        relation,
        name: party?.caption || (party?.get('name')[0] ?? other),
        entry: party?.target ? other : null,
      };
    }),
    remarks: unique(thing.get('notes')).join('; ') || null,
  };
}
