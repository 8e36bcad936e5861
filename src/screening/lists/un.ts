import { SaxesParser } from 'saxes';
import type { Lexicons, ListEntry, ListedIdentifier, ListedName } from '../../model/index.ts';
import { type CountryOf, listCountries } from './countries.ts';
import { dayOf, listDate } from './dates.ts';
import { bareEntry, type ListFile, type ListItem, problemItem, unique } from './item.ts';
import { distinctNames } from './ofac.ts';
import { listedTerms } from './terms.ts';

/** An element of one entry; an entry is small, so it is held as a tree. */
interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
  readonly line: number;
}

const RECORDS = new Set(['INDIVIDUAL', 'ENTITY']);

/**
 * Entries of the UN Security Council's consolidated list in XML. The id is the permanent reference number (`CDi.001`).
 * Entities are never expanded and nothing is fetched. A file that is cut off gives the entries before the cut and a problem.
 */
export async function* readUn(file: ListFile, list: string, lexicons: Lexicons): AsyncGenerator<ListItem> {
  const countryOf = listCountries(lexicons);
  const { write, close } = scanRecords();
  const seen = new Set<string>();
  for await (const chunk of file.text) {
    const { records, generated } = write(chunk);
    if (generated !== null) yield { kind: 'stated-date', date: generated };
    for (const record of records) {
      const id = textOf(record, 'REFERENCE_NUMBER') || textOf(record, 'DATAID');
      if (id === '') yield problemItem('row-without-id', file.name, record.line, 'no reference number');
      else if (seen.has(id))
        yield problemItem('entry-twice', file.name, record.line, `entry ${id} stands in the file already`);
      else if (nameOf(record) === '')
        yield problemItem('row-without-name', file.name, record.line, `entry ${id} has no name`);
      else {
        seen.add(id);
        yield { kind: 'entry', entry: toEntry(record, { list, id, countryOf }) };
      }
    }
  }
  const trouble = close();
  if (trouble) yield problemItem('file-cut-off', file.name, trouble.line, trouble.detail);
}

function scanRecords() {
  const parser = new SaxesParser({ position: true });
  const open: Element[] = [];
  let records: Element[] = [];
  let generated: string | null = null;
  let trouble: { readonly line: number; readonly detail: string } | null = null;
  parser.on('error', (error) => {
    trouble ??= { line: parser.line, detail: `the XML is damaged: ${error.message}` };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const stated = attributes.dateGenerated;
    if (stated !== undefined) generated = dayOf(String(stated));
    if (open.length === 0 && !RECORDS.has(name)) return;
    const element: Element = { name, children: [], text: '', line: parser.line };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && open.length === 0) records.push(element);
  });
  return {
    write(chunk: string) {
      if (trouble === null) parser.write(chunk);
      const read = { records, generated };
      records = [];
      generated = null;
      return read;
    },
    close() {
      if (trouble === null) parser.close();
      return trouble;
    },
  };
}

const childrenOf = ({ children }: Element, name: string): Element[] => children.filter((child) => child.name === name);
const textOf = ({ children }: Element, name: string): string =>
  children.find((child) => child.name === name)?.text.trim() ?? '';
const valuesOf = (element: Element, name: string): string[] =>
  childrenOf(element, name).flatMap((child) => childrenOf(child, 'VALUE').map(({ text }) => text.trim()));

const nameOf = (record: Element): string =>
  ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
    .map((part) => textOf(record, part))
    .filter((part) => part !== '')
    .join(' ')
    .replace(/\s+/g, ' ');

const ALIAS_KINDS: Readonly<Record<string, ListedName['kind']>> = { low: 'weak-alias', 'f.k.a.': 'former' };

function namesOf(record: Element, prefix: string): ListedName[] {
  const aliases = childrenOf(record, `${prefix}_ALIAS`).flatMap((alias): ListedName[] => {
    const kind = ALIAS_KINDS[textOf(alias, 'QUALITY').toLowerCase()] ?? 'alias';
    return splitNames(textOf(alias, 'ALIAS_NAME')).map((text) => ({ text, kind }));
  });
  const original = splitNames(textOf(record, 'NAME_ORIGINAL_SCRIPT')).map(
    (text): ListedName => ({ text, kind: 'original-script' }),
  );
  return distinctNames([{ text: nameOf(record), kind: 'primary' }, ...original, ...aliases]);
}

/** Some fields hold several names: "A; B", "A b) B". */
const splitNames = (text: string): string[] =>
  text
    .split(/[;؛]|\s+\(?[b-z]\)\s+|^\(?a\)\s+/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '');

function birthDates(record: Element): string[] {
  return childrenOf(record, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap((born) => {
    const about = textOf(born, 'TYPE_OF_DATE') === 'APPROXIMATELY' ? 'circa ' : '';
    const from = textOf(born, 'FROM_YEAR');
    const to = textOf(born, 'TO_YEAR');
    const text = from !== '' && to !== '' ? `${from} to ${to}` : textOf(born, 'DATE') || textOf(born, 'YEAR');
    return listDate(`${about}${text}`) ?? [];
  });
}

const placeOf = (element: Element): string =>
  ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY']
    .map((part) => textOf(element, part))
    .filter((part) => part !== '')
    .join(', ');

function documentsOf(record: Element, countryOf: CountryOf): ListedIdentifier[] {
  return childrenOf(record, 'INDIVIDUAL_DOCUMENT').flatMap((held) => {
    const value = textOf(held, 'NUMBER');
    if (value === '') return [];
    const kind = `${textOf(held, 'TYPE_OF_DOCUMENT')} ${textOf(held, 'TYPE_OF_DOCUMENT2')}`;
    const scheme = /passe?port|pasaporte/i.test(kind) ? 'passport' : 'national-id';
    const country = textOf(held, 'ISSUING_COUNTRY') || textOf(held, 'COUNTRY_OF_ISSUE');
    return [{ scheme, value, country: country === '' ? null : countryOf(country) }];
  });
}

const IMO = /\bIMO(?:\s+(?:number|no\.?))?:?\s*(\d{7})\b/gi;

function toEntry(
  record: Element,
  { list, id, countryOf }: { readonly list: string; readonly id: string; readonly countryOf: CountryOf },
): ListEntry {
  const prefix = record.name;
  const isPerson = prefix === 'INDIVIDUAL';
  const gender = textOf(record, 'GENDER').toLowerCase();
  const comments = childrenOf(record, 'COMMENTS1').map(({ text }) => text.trim());
  const places = childrenOf(record, `${prefix}_ADDRESS`);
  const countries = isPerson ? valuesOf(record, 'NATIONALITY') : places.map((place) => textOf(place, 'COUNTRY'));
  const dataId = textOf(record, 'DATAID');
  const roles = [...valuesOf(record, 'TITLE'), ...valuesOf(record, 'DESIGNATION')].join('; ');
  const updated = valuesOf(record, 'LAST_DAY_UPDATED').join(', ');
  const ships = isPerson ? [] : [...comments.join(' ').matchAll(IMO)].map(([, imo = '']) => imo);
  return {
    ...bareEntry(list, id, isPerson ? 'person' : 'organization'),
    names: namesOf(record, prefix),
    identifiers: [
      ...documentsOf(record, countryOf),
      ...ships.map((value) => ({ scheme: 'imo', value, country: null })),
      ...(dataId === '' ? [] : [{ scheme: 'un-dataid', value: dataId, country: null }]),
    ],
    birthDates: unique(birthDates(record)),
    birthPlaces: unique(childrenOf(record, 'INDIVIDUAL_PLACE_OF_BIRTH').map(placeOf)),
    gender: gender === 'male' || gender === 'female' ? gender : null,
    countries: unique(countries.map((name) => (name === '' ? null : countryOf(name)))),
    addresses: unique(places.map(placeOf)),
    programmes: unique([textOf(record, 'UN_LIST_TYPE')]),
    terms: listedTerms([{ from: dayOf(textOf(record, 'LISTED_ON')), until: null, isOver: false }]),
    remarks:
      [roles === '' ? '' : `Roles: ${roles}`, ...comments, updated === '' ? '' : `Last updated: ${updated}`]
        .filter((part) => part !== '')
        .join('; ') || null,
  };
}
