import { type Lexicons, type Literal, type Mention, PREDICATES, type Predicate, type Span } from '../../model/index.ts';
import type { ClaimInput } from '../contract.ts';
import type { Draft } from '../draft.ts';
import type { Reading } from '../reading.ts';
import { readSentence } from '../syntax/sentence.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type FoundRecord, labelledForms, type RecordRow, tableRows } from './fields.ts';
import { paymentOf } from './payment.ts';
import { readRecordWords } from './record-words.ts';
import { amountsOf, factsOf, sideOf, stylesOf, type TableFacts, type TableTools } from './table.ts';
import { tradeOf } from './trade.ts';
import { toValue } from './value.ts';

interface RecordClaim {
  readonly predicate: Predicate;
  readonly subject: readonly string[];
  readonly object: readonly string[];
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

const PLACES = new Set(['from', 'to', 'flag']);
const PARTIES = new Set<string>(['Person', 'Company', 'Organization', 'PublicBody']);
/** Roles that only somebody who can act fills. */
const OF_PARTIES = new Set(
  'payer payee seller buyer consignor consignee sender receiver holder counterparty owner manager director'.split(' '),
);

/**
 * Outermost mention under the first of these roles that the record fills, one in Latin script rather than its translation;
 * places only count where a place is wanted, and only parties pay, sell and own.
 */
function mentionUnder(row: FoundRecord, roles: readonly string[], { mentions }: Lookup): Mention | null {
  for (const role of roles) {
    const fits = ({ type }: Mention): boolean =>
      OF_PARTIES.has(role) ? PARTIES.has(type) : PLACES.has(role) || (type !== 'Place' && type !== 'Document');
    const found = row.fields
      .filter((one) => one.role === role)
      .flatMap((field) => mentions(field).filter(fits).slice(0, 1));
    const best = found.find(({ text }) => LATIN.test(text)) ?? found[0];
    if (best) return best;
  }
  return null;
}

interface Told {
  readonly predicate: Predicate;
  readonly subject: Mention;
  readonly object: Mention;
  readonly value: Literal | null;
  readonly hasTheme: boolean;
}

const THINGS = new Set<string>(['WeaponSystem', 'Product', 'Vessel']);
const MOST_THINGS = 3;

/** The goods of a record: under their labels, or between the labelled lines of a form. */
function goodsOf(row: RecordRow, lookup: Lookup): Mention[] {
  const thingsIn = (span: Span): Mention[] => lookup.mentions(span).filter(({ type }) => THINGS.has(type));
  const labelled = row.fields.filter(({ role }) => /^(?:goods|purpose|description)$/u.test(role)).flatMap(thingsIn);
  return (labelled.length > 0 || row.kind === 'row' ? labelled : thingsIn(row)).slice(0, MOST_THINGS);
}

function draftOf(row: RecordRow, { predicate, subject, object, value, hasTheme }: Told, lookup: Lookup): Draft {
  return {
    start: row.start,
    end: row.end,
    trigger: { start: row.start, end: row.end },
    predicate,
    subject: [subject],
    object: [object],
    theme: hasTheme ? goodsOf(row, lookup) : [],
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

/** Ties that need no sum: who travelled where, who owns and runs what. */
function tiesOf(row: RecordRow, claims: readonly RecordClaim[], lookup: Lookup): Told[] {
  return claims.flatMap(({ predicate, subject: subjects, object: objects }): Told[] => {
    const [subject, object] = [mentionUnder(row, subjects, lookup), mentionUnder(row, objects, lookup)];
    const isTie = subject && object && subject.id !== object.id;
    return isTie ? [{ predicate, subject, object, value: null, hasTheme: false }] : [];
  });
}

type Tools = TableTools & Lookup;

interface Shared {
  readonly styles: ReturnType<typeof stylesOf>;
  readonly facts: TableFacts;
}

/** What a row says of money and goods, in the light of the other rows of its table. */
function movesOf(row: RecordRow, { styles, facts }: Shared, tools: Tools): Told[] {
  const amounts = amountsOf(row, styles, tools);
  const trade = tradeOf(row, amounts, tools);
  const payment = paymentOf(row, { amounts, side: sideOf(row, amounts, tools), facts }, tools);
  const moves: Told[] = [];
  if (trade) moves.push({ ...trade, value: toValue(trade.amount, row, tools), hasTheme: true });
  if (payment) {
    const value = toValue(payment.amount, row, tools);
    moves.push({ predicate: 'paid', subject: payment.payer, object: payment.payee, value, hasTheme: true });
  }
  return moves;
}

/** What the rows of each table tell together; a form stands alone. */
function sharedBy(rows: readonly RecordRow[], tools: Tools): (row: RecordRow) => Shared {
  const read = (some: readonly RecordRow[]): Shared => ({
    styles: stylesOf(some, tools.text),
    facts: factsOf(some, tools),
  });
  const tables = new Map<number, RecordRow[]>();
  for (const row of rows) {
    const table = tables.get(row.table);
    if (row.kind !== 'row') continue;
    if (table) table.push(row);
    else tables.set(row.table, [row]);
  }
  const known = new Map([...tables].map(([table, some]) => [table, read(some)] as const));
  return (row) => (row.kind === 'row' ? known.get(row.table) : undefined) ?? read([row]);
}

type Roles = ReadonlyMap<string, { readonly role: string; readonly language: string }>;

const compiled = new WeakMap<Lexicons, Roles>();

/** What the labels of fields mean, compiled once per lexicons. */
function rolesOf(lexicons: Lexicons): Roles {
  const rows = lexicons.lists['claims/record-fields'] ?? [];
  const roles: Roles =
    compiled.get(lexicons) ??
    new Map(rows.map(([language = '', label = '', role = '']) => [label, { role, language }]));
  compiled.set(lexicons, roles);
  return roles;
}

/** What the document's tables and forms say: invoices, statements, travel and ship records. The record is its own source. */
export function readRecords(input: ClaimInput, vocabulary: Vocabulary, lexicons: Lexicons): Reading[] {
  const { text } = input.document;
  const passages = [...input.passages].sort((a, b) => a.start - b.start);
  const roles = rolesOf(lexicons);
  const words = readRecordWords(lexicons, text);
  const labels = { roles, isCurrency: (word: string) => words.currencyOf(word) !== null };
  const found = [...tableRows(input.document, passages, labels), ...labelledForms(input.document, passages, labels)];
  if (found.length === 0) return [];
  const claims = (lexicons.lists['claims/record-claims'] ?? []).flatMap(
    ([predicate = '', subject = '', object = '']): RecordClaim[] =>
      isPredicate(predicate) ? [{ predicate, subject: subject.split(','), object: object.split(',') }] : [],
  );
  const lookup: Lookup = { mentions: sorter(input.mentions), literals: sorter(input.literals) };
  const tools: Tools = { ...lookup, text, words, partyUnder: (row, wanted) => mentionUnder(row, wanted, lookup) };
  const rows = found.map((row): RecordRow => {
    const holder = row.holderField && mentionUnder({ ...row, fields: [row.holderField] }, ['holder'], lookup);
    return { ...row, holder };
  });
  const sharedOf = sharedBy(rows, tools);
  return rows.flatMap((row): Reading[] => {
    const told = [...movesOf(row, sharedOf(row), tools), ...tiesOf(row, claims, lookup)];
    if (told.length === 0) return [];
    // The time of a record is what its column of dates says, not a date in a purpose or a number.
    const literals = row.fields.filter(({ role }) => role === 'date').flatMap((field) => lookup.literals(field));
    const sentence = readSentence(text, row, { mentions: lookup.mentions(row), literals }, vocabulary.syntax);
    return [{ sentence, drafts: told.map((one) => draftOf(row, one, lookup)), sources: [], modality: [], unread: [] }];
  });
}
