import { type Lexicons, type Literal, type Mention, PREDICATES, type Predicate, type Span } from '../../model/index.ts';
import type { ClaimInput } from '../contract.ts';
import type { Draft } from '../draft.ts';
import type { Reading } from '../reading.ts';
import { readSentence } from '../syntax/sentence.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { labelledForms, type RecordRow, tableRows } from './fields.ts';

interface RecordClaim {
  readonly predicate: Predicate;
  readonly subject: readonly string[];
  readonly object: readonly string[];
  readonly value: string;
}

const isPredicate = (name: string): name is Predicate => PREDICATES.some((known) => known === name);

/** Records sorted by start, with a look-up of those inside a span in logarithmic time. */
function sorter<T extends Span>(records: readonly T[]): (span: Span) => T[] {
  const sorted = [...records].sort((a, b) => a.start - b.start || b.end - a.end);
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const inside: T[] = [];
    for (let at = low; at < sorted.length; at++) {
      const record = sorted[at];
      if (!record || record.start >= end) break;
      if (record.end <= end) inside.push(record);
    }
    return inside;
  };
}

interface Lookup {
  readonly mentions: (span: Span) => Mention[];
  readonly literals: (span: Span) => Literal[];
}

const LATIN = /\p{Script=Latin}/u;

/**
 * Outermost mention under the first of these roles that the record fills, one in Latin script rather than its translation;
 * places only count where a place is wanted.
 */
function mentionUnder(row: RecordRow, roles: readonly string[], { mentions }: Lookup): Mention | null {
  for (const role of roles) {
    const places = role === 'from' || role === 'to' || role === 'flag';
    const found = row.fields
      .filter((one) => one.role === role)
      .flatMap((field) => {
        const inside = mentions(field);
        return (places ? inside : inside.filter(({ type }) => type !== 'Place' && type !== 'Document')).slice(0, 1);
      });
    const best = found.find(({ text }) => LATIN.test(text)) ?? found[0];
    if (best) return best;
  }
  return null;
}

/** A sum that stands alone in its cell, with the currency in a cell of its own: `1260000.00` and `CNY`. */
function bareAmount(row: RecordRow, role: string, text: string): Literal | null {
  const cell = row.fields.find((field) => field.role === role);
  const currency = row.fields.find((field) => field.role === 'currency');
  const written = cell ? text.slice(cell.start, cell.end).trim() : '';
  const code = currency ? text.slice(currency.start, currency.end).trim().toUpperCase() : '';
  const match = /^(\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})*|\d{1,15})(?:[.,](\d{1,2}))?$/u.exec(written);
  if (!cell || !match || !/^[A-Z]{3}$/u.test(code)) return null;
  const whole = (match[1] ?? '').replace(/\D/gu, '').replace(/^0+(?=\d)/u, '');
  const cents = (match[2] ?? '').replace(/0+$/u, '');
  const number = cents === '' ? whole : `${whole}.${cents}`;
  const value = { number, unit: code, op: '=' as const, currency: code };
  const by = { rule: 'claims/records' };
  return {
    id: '',
    start: cell.start,
    end: cell.end,
    text: written,
    kind: 'money',
    norm: `${number} ${code}`,
    value,
    by,
  };
}

function draftOf(row: RecordRow, claim: RecordClaim, lookup: Lookup, text: string): Draft | null {
  const subject = mentionUnder(row, claim.subject, lookup);
  const object = mentionUnder(row, claim.object, lookup);
  if (!subject || !object || subject.id === object.id) return null;
  const amounts = row.fields.filter(({ role }) => role === claim.value).flatMap((field) => lookup.literals(field));
  const value = amounts.find(({ kind }) => kind === 'money') ?? bareAmount(row, claim.value, text) ?? null;
  // A form that labels no goods lists them between its labelled lines.
  const labelled = row.fields.filter(({ role }) => role === 'goods');
  const goods = (labelled.length > 0 ? labelled : [row]).flatMap((field) => lookup.mentions(field));
  const theme = goods
    .filter(({ type }) => type === 'WeaponSystem' || type === 'Product' || type === 'Vessel')
    .slice(0, 3);
  return {
    start: row.start,
    end: row.end,
    trigger: { start: row.start, end: row.end },
    predicate: claim.predicate,
    subject: [subject],
    object: [object],
    theme: claim.value === '-' ? [] : theme,
    place: [],
    value,
    negative: false,
    modal: '',
    modality: 'documented',
    votes: [],
    ownVoice: true,
    speakers: [],
    rule: 'records',
  };
}

/** What the document's tables and forms say: invoices, statements, travel and ship records. The record is its own source. */
export function readRecords(input: ClaimInput, vocabulary: Vocabulary, lexicons: Lexicons): Reading[] {
  const passages = [...input.passages].sort((a, b) => a.start - b.start);
  const roles = new Map(
    (lexicons.lists['claims/record-fields'] ?? []).map(([language = '', label = '', role = '']) => [
      label,
      { role, language },
    ]),
  );
  const rows = [...tableRows(input.document, passages, roles), ...labelledForms(input.document, passages, roles)];
  if (rows.length === 0) return [];
  const claims = (lexicons.lists['claims/record-claims'] ?? []).flatMap(
    ([predicate = '', subject = '', object = '', value = '']): RecordClaim[] =>
      isPredicate(predicate) ? [{ predicate, subject: subject.split(','), object: object.split(','), value }] : [],
  );
  const lookup: Lookup = { mentions: sorter(input.mentions), literals: sorter(input.literals) };
  return rows.flatMap((row): Reading[] => {
    const drafts = claims.flatMap((claim) => draftOf(row, claim, lookup, input.document.text) ?? []);
    if (drafts.length === 0) return [];
    const found = { mentions: lookup.mentions(row), literals: lookup.literals(row) };
    const sentence = readSentence(input.document.text, row, found, vocabulary.syntax);
    return [{ sentence, drafts, sources: [], modality: [], unread: [] }];
  });
}
