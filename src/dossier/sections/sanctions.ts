import type { SanctionRecord } from '../../model/index.ts';
import { type CaseIndex, nameId } from '../case-index.ts';
import type { Block, Cell, Section } from '../dossier.ts';
import { evidenceOf } from '../evidence.ts';
import { readClaim } from '../reading.ts';
import { cell, datum, founded, heading, plain, say } from '../runs.ts';
import { writeHits } from './hits.ts';

function showRecord(record: SanctionRecord, index: CaseIndex): Cell[] {
  const claims = index.standing(record.claims);
  const evidence = claims.map(evidenceOf);
  return [
    cell(founded(evidence, nameId(record.target, index))),
    record.authority === null ? plain('not read') : cell(founded(evidence, nameId(record.authority, index))),
    record.date === null ? plain('not stated') : cell(founded(evidence, [datum(record.date)])),
    claims.map((id) => readClaim(id, index)),
  ];
}

export function writeSanctions(index: CaseIndex, writtenAt: string): Section {
  const records = index.view.weighing.sanctions.filter(
    (record) => record.claims.length === 0 || index.standing(record.claims).length > 0,
  );
  const documents: Block =
    records.length === 0
      ? say('clew found no statement in the documents that somebody was sanctioned. Read the documents.')
      : {
          kind: 'table',
          caption: 'What the documents say of sanctions',
          columns: ['Target', 'Authority', 'Date', 'Who says so'],
          rows: records.map((record) => showRecord(record, index)),
        };
  return {
    id: 'sanctions',
    title: 'Sanctions',
    about: 'world',
    blocks: [heading('Said in the documents'), documents, ...writeHits(index, writtenAt)],
  };
}
