import type { DatedCheck, Hit } from '../../model/index.ts';
import { wordAge, wordEdtf } from '../../text/index.ts';
import { type CaseIndex, nameId } from '../case-index.ts';
import type { Block, Cell, Line } from '../dossier.ts';
import { evidenceOf, hitEvidence } from '../evidence.ts';
import { wordState } from '../hit-note.ts';
import { cell, count, datum, founded, heading, plain, remark, say, text } from '../runs.ts';

/** What the case's parties have to do with sanctions lists. An unreviewed match is never told as a fact: a wrong name ruins a person. */
export function writeHits(index: CaseIndex, writtenAt: string): Block[] {
  const { hits, screening } = index.view;
  if (screening.lists.length === 0) {
    return [
      heading('Lists'),
      say('Not screened: no sanctions list was installed when this was written. That is no clearance.'),
    ];
  }
  const confirmed = hits.filter(({ state }) => state === 'confirmed');
  const proposed = hits.filter(({ state }) => state === 'proposed');
  const rejected = hits.filter(({ state }) => state === 'rejected').length;
  const none =
    confirmed.length + proposed.length === 0
      ? [
          say(
            'The case’s parties have no possible match with these lists. That is no clearance: names may be written in ways that no rule knows.',
          ),
        ]
      : [];
  return [
    heading('Lists'),
    ...none,
    ...(confirmed.length > 0 ? [hitTable('On a list, confirmed by a person', confirmed, index)] : []),
    ...(proposed.length > 0
      ? [
          say(
            { kind: 'tag', text: 'not reviewed', tone: 'caution' },
            ' What follows are possible matches by name or number. Nobody has compared the two yet: they say of no one that they are listed.',
          ),
          hitTable('Possible matches, not reviewed by a person', proposed, index),
        ]
      : []),
    ...(rejected > 0
      ? [
          say(
            `${count(rejected, 'possible match', 'possible matches')} ${rejected === 1 ? 'was' : 'were'} compared and rejected by a person; see Decisions.`,
          ),
        ]
      : []),
    screenedAgainst(index),
    ...screening.lists.flatMap((list) => {
      const words = wordAge(list, writtenAt);
      return words === null ? [] : [say(words)];
    }),
  ];
}

function hitTable(caption: string, hits: readonly Hit[], index: CaseIndex): Block {
  return {
    kind: 'table',
    caption,
    columns: ['Actor', 'List entry', 'Listed', 'Dealings, as of their date', 'State'],
    rows: hits.map((hit) => showHit(hit, index)),
  };
}

function showHit(hit: Hit, index: CaseIndex): Cell[] {
  const programmes = hit.programmes.length === 0 ? [] : [remark('Programme: ', datum(hit.programmes.join(', ')))];
  const ties = hit.links.map(({ relation, name }) =>
    remark('Tie stated by the list, not a listing: ', text(`${relation.replaceAll('-', ' ')} `), datum(name)),
  );
  return [
    cell(founded([hitEvidence(hit.id)], nameId(hit.entity, index))),
    cell(remark(datum(hit.primary)), remark(datum(`${hit.list} ${hit.entry}`)), ...programmes, ...ties),
    cell(remark(datum(hit.listing.detail))),
    hit.dated.length === 0 ? plain('none dated') : hit.dated.map((check) => showCheck(check, index)),
    cell(remark(`score ${hit.score.toFixed(2)}`), remark(...wordState(hit, index))),
  ];
}

/** `Paid, 2024-03-02: listed since 2023-12-12`, with the claim as its footnote. */
function showCheck({ claim, predicate, edtf, detail }: DatedCheck, index: CaseIndex): Line {
  const standing = index.standing([claim]).filter((id) => index.claims.has(id));
  const words = [
    text(`${index.wording.predicate(predicate).label}, `),
    datum(wordEdtf(edtf)),
    text(': '),
    datum(detail),
  ];
  return standing.length === 0 ? remark(...words) : founded(standing.map(evidenceOf), words);
}

function screenedAgainst(index: CaseIndex): Block {
  const { asOf, lists } = index.view.screening;
  return {
    kind: 'table',
    caption: `Screened against, ${asOf === null ? 'each as of its last snapshot' : `as of ${asOf}`}`,
    columns: ['List', 'Title', 'Snapshot', 'Entries', 'sha256 of its files'],
    rows: lists.map(({ list, title, date, hashes, entries }) => [
      cell(remark(datum(list))),
      cell(remark(datum(title))),
      cell(remark(datum(date))),
      plain(String(entries)),
      cell(...hashes.map((hash) => remark(datum(hash)))),
    ]),
  };
}
