import type { Document, Entity } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import type { CaseLookup } from '../case-lookup.ts';
import { DOCUMENT_SCHEMA, type FtmEntity, ftmEntity, IDENTIFIERS, isA, SCHEMA_OF } from './schema.ts';

/** A document of the case. Its `contentHash` stays empty: FollowTheMoney keeps sha1 there, we have sha256. */
export function ftmDocument(document: Document): FtmEntity {
  const { metadata } = document;
  const url = metadata.url ?? '';
  return ftmEntity(document.id, DOCUMENT_SCHEMA[document.mediaType] ?? 'Document', {
    name: [metadata.title ?? document.name],
    fileName: [document.name],
    title: [metadata.title ?? ''],
    author: [metadata.author ?? ''],
    publisher: [metadata.publisher ?? ''],
    publishedAt: [/^\d{4}(-\d{2}){0,2}$/.test(metadata.published ?? '') ? (metadata.published ?? '') : ''],
    sourceUrl: [/^https?:\/\//.test(url) ? url : ''],
    mimeType: [document.mediaType],
    fileSize: [String(document.size)],
    encoding: [document.encoding ?? ''],
    processingStatus: [document.status],
    processingError: document.problems.map((problem) => `${problem.code}: ${problem.detail}`),
    notes: [`sha256 ${document.id}`],
  });
}

function ftmIdentifiers(entity: Entity, schema: string): { properties: Record<string, string[]>; notes: string[] } {
  const properties: Record<string, string[]> = {};
  const notes: string[] = [];
  for (const [scheme, values] of Object.entries(entity.identifiers).sort(([a], [b]) => compareText(a, b))) {
    const fit = IDENTIFIERS[scheme.toLowerCase()]?.find(([wanted]) => isA(schema, wanted));
    if (fit) properties[fit[1]] = [...(properties[fit[1]] ?? []), ...values];
    else notes.push(...values.map((value) => `${scheme}: ${value}`));
  }
  return { properties, notes };
}

/** Documents that name the entity, as proof. */
function proofOf(entity: Entity, documentOf: ReadonlyMap<string, string>): string[] {
  return [...new Set(entity.mentions.flatMap((mention) => documentOf.get(mention) ?? []))].sort();
}

export function ftmThing(
  entity: Entity,
  documentOf: ReadonlyMap<string, string>,
  more: Readonly<Record<string, readonly string[]>> = {},
): FtmEntity {
  const schema = SCHEMA_OF[entity.type];
  const country = entity.country === null ? [] : [entity.country.toLowerCase()];
  const { properties, notes } = ftmIdentifiers(entity, schema);
  const names = entity.names.map((name) => name.text).filter((name) => name !== entity.canonical);
  const weapon = entity.type === 'WeaponSystem' || entity.type === 'Product' ? [`${entity.type}`] : [];
  return ftmEntity(entity.id, schema, {
    name: [entity.canonical],
    alias: names,
    country,
    ...(entity.type === 'Place' ? { full: [entity.canonical] } : {}),
    ...(entity.type === 'Document' ? { fileName: [entity.canonical] } : {}),
    ...properties,
    ...more,
    keywords: weapon,
    proof: proofOf(entity, documentOf),
    notes: [...notes, ...(entity.named ? [] : ['Described in the documents, not named.'])],
  });
}

/** Which document each mention stands in. */
export const documentsOfMentions = ({ view }: CaseLookup): ReadonlyMap<string, string> =>
  new Map(view.extractions.flatMap((one) => one.mentions.map((mention) => [mention.id, one.document])));
