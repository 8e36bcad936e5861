import type { CaseView } from '../model/index.ts';
import { lookUpCase } from './case-lookup.ts';
import { writeCell } from './csv.ts';
import type { Exporter } from './exporter.ts';

const COLUMNS = [
  'hit',
  'entity',
  'type',
  'list',
  'entry',
  'list_name',
  'score',
  'programmes',
  'listing',
  'listed_since',
  'listed_until',
  'listing_detail',
  'dated_dealings',
  'ties_not_listings',
  'state',
  'snapshot',
  'snapshot_sha256',
  'reasons',
] as const;

/** Possible matches with list entries as one table; `state` says which of them a person has confirmed or rejected. */
export function writeHitsCsv(view: CaseView): string {
  const { entities } = lookUpCase(view);
  const rows = view.hits.map((hit) => {
    const entity = entities.get(hit.entity);
    const snapshots = view.screening.lists.filter(({ list }) => list === hit.list);
    const { listing } = hit;
    return [
      hit.id,
      entity?.canonical ?? hit.entity,
      entity?.type ?? '',
      hit.list,
      hit.entry,
      hit.primary,
      hit.score.toFixed(3),
      hit.programmes.join('; '),
      listing.status,
      listing.since ?? '',
      listing.until ?? '',
      listing.detail,
      hit.dated.map(({ predicate, edtf, detail }) => `${predicate} ${edtf}: ${detail}`).join('; '),
      hit.links.map(({ relation, name }) => `${relation} ${name}`).join('; '),
      hit.state,
      snapshots.map(({ date }) => date).join('; '),
      snapshots.flatMap(({ hashes }) => hashes).join('; '),
      hit.reasons.map(({ feature, left, right, score }) => `${feature}: ${left} / ${right} (${score})`).join('; '),
    ];
  });
  return [COLUMNS, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

export const hitsCsv: Exporter = {
  format: 'hits-csv',
  mediaType: 'text/csv; charset=utf-8',
  losses: [
    'One table of possible matches with sanctions lists: everything else of the case is left out.',
    'A cell that a spreadsheet could take for a formula gets an apostrophe in front.',
    'A case without an installed list gives the header line only: it was not screened.',
  ],
  write: writeHitsCsv,
};
