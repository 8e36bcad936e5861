import type { MentionType } from '../../model/index.ts';

/** A FollowTheMoney entity as it stands on a line of the export. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** The schema for a type of mention. FollowTheMoney has none for goods and weapons: they become assets. */
export const SCHEMA_OF: Readonly<Record<MentionType, string>> = {
  Person: 'Person',
  Company: 'Company',
  Organization: 'Organization',
  PublicBody: 'PublicBody',
  Publication: 'Organization',
  Vessel: 'Vessel',
  WeaponSystem: 'Asset',
  Product: 'Asset',
  Place: 'Address',
  Document: 'Document',
  Event: 'Event',
};

/** What each of these schemata also is, as far as the ranges of the edges below ask for it. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  Person: ['LegalEntity'],
  Company: ['Organization', 'LegalEntity', 'Asset'],
  Organization: ['LegalEntity'],
  PublicBody: ['Organization', 'LegalEntity'],
  Vessel: ['Asset'],
};

export const isA = (schema: string, wanted: string): boolean =>
  wanted === 'Thing' || schema === wanted || (ALSO[schema] ?? []).includes(wanted);

/** Identifier schemes and the properties that hold them, by the schema that has the property. */
export const IDENTIFIERS: Readonly<Record<string, readonly (readonly [schema: string, property: string])[]>> = {
  inn: [['LegalEntity', 'innCode']],
  ogrn: [['LegalEntity', 'ogrnCode']],
  okpo: [['LegalEntity', 'okpoCode']],
  kpp: [['Company', 'kppCode']],
  lei: [['LegalEntity', 'leiCode']],
  vat: [['LegalEntity', 'vatCode']],
  duns: [['LegalEntity', 'dunsCode']],
  swift: [['LegalEntity', 'swiftBic']],
  bic: [['LegalEntity', 'swiftBic']],
  uscc: [['LegalEntity', 'registrationNumber']],
  imo: [
    ['Vessel', 'imoNumber'],
    ['Organization', 'imoNumber'],
  ],
  mmsi: [['Vessel', 'mmsi']],
  cage: [['Organization', 'cageCode']],
  passport: [['Person', 'passportNumber']],
};

/** The document schema for a media type; anything else is a plain `Document`. */
export const DOCUMENT_SCHEMA: Readonly<Record<string, string>> = {
  'text/html': 'HyperText',
  'text/plain': 'PlainText',
  'text/markdown': 'PlainText',
  'text/csv': 'Table',
  'application/pdf': 'Pages',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Pages',
  'message/rfc822': 'Email',
  'application/zip': 'Package',
};

/** A line without empty properties, each value once. */
export function ftmEntity(
  id: string,
  schema: string,
  properties: Readonly<Record<string, readonly string[]>>,
): FtmEntity {
  const held = Object.entries(properties)
    .map(([name, values]) => [name, [...new Set(values)].filter((value) => value.trim() !== '')] as const)
    .filter(([, values]) => values.length > 0);
  return { id, schema, properties: Object.fromEntries(held) };
}
