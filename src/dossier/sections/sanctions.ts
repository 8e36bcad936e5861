import type { Hit, SanctionRecord } from '../../model/index.ts';
import { type CaseIndex, nameId } from '../case-index.ts';
import type { Block, Cell, Section } from '../dossier.ts';
import { evidenceOf, mentionEvidence } from '../evidence.ts';
import { readClaim } from '../reading.ts';
import { cell, datum, founded, heading, plain, remark, say } from '../runs.ts';
import { wordReason } from './reason.ts';

function showRecord(record: SanctionRecord, index: CaseIndex): Cell[] {
  const claims = index.standing(record.claims);
  const evidence = claims.map(evidenceOf);
  return [
    cell(founded(evidence, nameId(record.target, index))),
    cell(founded(evidence, nameId(record.authority, index))),
    record.date === null ? plain('not stated') : cell(founded(evidence, [datum(record.date)])),
    claims.map((id) => readClaim(id, index)),
  ];
}

function showHit(hit: Hit, index: CaseIndex): Cell[] {
  const mention = index.entities.get(hit.entity)?.mentions.find((id) => index.mentions.has(id));
  const listed = [hit.listedFrom ?? 'not stated', hit.listedUntil ?? 'now'].join(' to ');
  return [
    cell(founded(mention === undefined ? [] : [mentionEvidence(mention)], nameId(hit.entity, index))),
    cell(remark(datum(hit.name)), remark(datum(`${hit.list} ${hit.entry}`))),
    plain(listed),
    cell(remark(`score ${hit.score}`), ...hit.reasons.map((reason) => remark(...wordReason(reason)))),
  ];
}

export function writeSanctions(index: CaseIndex): Section {
  const records = index.view.weighing.sanctions.filter(
    (record) => record.claims.length === 0 || index.standing(record.claims).length > 0,
  );
  const documents: Block =
    records.length === 0
      ? say('No document of this case was found to say that somebody was sanctioned.')
      : {
          kind: 'table',
          caption: 'What the documents say of sanctions',
          columns: ['Target', 'Authority', 'Date', 'Who says so'],
          rows: records.map((record) => showRecord(record, index)),
        };
  const lists: Block =
    index.view.hits.length === 0
      ? say(
          'The case holds no possible match with a sanctions list. That is no clearance: it may not have been screened.',
        )
      : {
          kind: 'table',
          caption: 'Possible matches with lists: proposals, until a person has compared them',
          columns: ['Actor', 'List entry', 'Listed', 'Why'],
          rows: index.view.hits.map((hit) => showHit(hit, index)),
        };
  return {
    id: 'sanctions',
    title: 'Sanctions',
    about: 'world',
    blocks: [heading('Said in the documents'), documents, heading('Lists'), lists],
  };
}
