import { readCsvRows } from './csv-rows.ts';
import { readFtmLine } from './ftm-line.ts';

export const LIST_FORMATS = [
  'ofac',
  'ofac-aliases',
  'ofac-addresses',
  'ofac-comments',
  'listing-dates',
  'un-xml',
  'opensanctions-csv',
  'ftm',
] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/**
 * Which format a file is in, by its first characters (some thousands are enough), whatever its name; `null` when it is none.
 * The columns of OFAC's files have no header: they are told apart by their number and by what stands in them.
 */
export async function recogniseList(head: string): Promise<ListFormat | null> {
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('<')) return /<CONSOLIDATED_LIST[\s>]/.test(start) ? 'un-xml' : null;
  if (start.startsWith('{'))
    return readFtmLine(start.split(/\r?\n/)[0] ?? '') || /"schema"\s*:/.test(start) ? 'ftm' : null;
  const rows: (readonly string[])[] = [];
  for await (const { fields, broken } of readCsvRows([start])) {
    if (broken === null) rows.push(fields);
    if (rows.length === 20) break;
  }
  const names = new Set(rows[0]?.map((name) => name.trim().toLowerCase()));
  if (['id', 'schema', 'name', 'dataset'].every((name) => names.has(name))) return 'opensanctions-csv';
  if (names.has('first_seen') && names.has('last_seen') && names.has('ent_num')) return 'listing-dates';
  return ofacTable(rows.length > 1 ? rows.slice(0, -1) : rows);
}

function ofacTable(rows: readonly (readonly string[])[]): ListFormat | null {
  const votes = rows.map(ofacRow);
  const most = LIST_FORMATS.map((format) => [format, votes.filter((vote) => vote === format).length] as const);
  const [format, count] = most.reduce((best, one) => (one[1] > best[1] ? one : best));
  return count * 2 > rows.length ? format : null;
}

function ofacRow(fields: readonly string[]): ListFormat | null {
  if (!/^\d+$/.test(fields[0] ?? '')) return null;
  if (fields.length === 12) return 'ofac';
  if (fields.length === 2) return 'ofac-comments';
  if (!/^\d+$/.test(fields[1] ?? '')) return null;
  if (fields.length === 5 && /^(?:aka|fka|nka)$/i.test(fields[2] ?? '')) return 'ofac-aliases';
  return fields.length === 6 ? 'ofac-addresses' : null;
}
