import type { CaseView, Decision, DecisionState } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import { type CaseLookup, lookUpCase, sortedDocuments } from '../case-lookup.ts';
import type { Exporter, ExportOptions } from '../exporter.ts';
import { writeCorpus } from './corpus.ts';
import { writeDocument } from './document.ts';

/** Version of the form that `docs/reference/json-form.md` describes; raised when a field is removed or changes its meaning. */
export const JSON_FORM = 'clew-case/1';

/** Everything a case holds but the texts themselves, as one JSON value. */
export function toJsonForm(view: CaseView, { writtenAt, version }: ExportOptions) {
  const lookup = lookUpCase(view);
  const { head } = view;
  return {
    form: JSON_FORM,
    generator: { name: 'clew', version, written_at: writtenAt },
    case: {
      id: head.id,
      name: head.name,
      schema_version: head.schemaVersion,
      created: head.created,
      journal: { count: head.journal.count, head: head.journal.head },
    },
    entities: writeEntities(lookup),
    documents: sortedDocuments(lookup).map((document) => writeDocument(document, lookup)),
    left_out: [...view.leftOut].sort((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason)),
    corpus: writeCorpus(lookup),
    judgements: view.resolution.judgements,
    screening: view.screening,
    hits: view.hits,
    decisions: view.decisions.map(writeDecision),
  };
}

function writeEntities({ view }: CaseLookup) {
  return [...view.resolution.entities]
    .sort((a, b) => compareText(a.id, b.id))
    .map((entity) => ({
      id: entity.id,
      type: entity.type,
      canonical: entity.canonical,
      named: entity.named,
      aliases: entity.names.map((name) => name.text).filter((name) => name !== entity.canonical),
      names: entity.names,
      identifiers: entity.identifiers,
      country: entity.country,
      mentions: entity.mentions,
    }));
}

function writeDecision({ decision, state, detail }: DecisionState) {
  const { id, who, when, comment, content }: Decision = decision;
  return { id, who, when, comment, state, detail, content };
}

export const json: Exporter = {
  format: 'json',
  mediaType: 'application/json',
  losses: [
    'The texts of the documents and the originals are left out; every quotation carries its span and the sha256 of its document.',
    'A value\'s number is a JSON number, which rounds beyond 15 digits; "decimal" beside it holds the exact digits.',
    'Unnamed mentions are left out unless a claim or its attribution uses them.',
    'The journal is represented by its count and head hash.',
  ],
  write: (view, options) => `${JSON.stringify(toJsonForm(view, options), null, 1)}\n`,
};
