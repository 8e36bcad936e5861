import { type WeighingInput, weighFindings } from '../../src/findings/index.ts';
import type {
  Claim,
  DecisionState,
  Document,
  Entity,
  Extraction,
  LinkKind,
  Literal,
  LiteralKind,
  Mention,
  MentionType,
  PassageKind,
  Precision,
  Value,
  Weighing,
} from '../../src/model/index.ts';
import { SELF } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { contentId, sha256 } from '../../src/text/index.ts';

const by = { rule: 'test' };

/** A claim by its quotation; arguments are names as marked in the text. `by` is the chain after the text itself. */
export interface SmallClaim {
  readonly quote: string;
  readonly s?: string | readonly string[];
  readonly p: Claim['predicate'];
  readonly o?: string | readonly string[];
  readonly th?: string | readonly string[];
  readonly at?: string;
  readonly when?: string;
  readonly value?: Partial<Value> & { readonly number: string };
  readonly modality?: Claim['modality'];
  readonly polarity?: Claim['polarity'];
  readonly by?: readonly string[];
  readonly review?: Claim['review'];
}

/**
 * A document with marked text: `[Orla Freight:Company]` names an entity, `[the crew:Person?]` describes one without naming it,
 * `{50 kg|mass|50 kg}` is a literal with its norm. Each line is a passage; `kinds` says which are no paragraphs.
 */
export interface SmallDocument {
  readonly name: string;
  readonly marked: string;
  readonly claims?: readonly SmallClaim[];
  readonly kinds?: Readonly<Record<number, PassageKind>>;
  readonly published?: string;
  readonly publisher?: string;
}

const MARK = /\[([^\]:]+):([A-Za-z]+)(\?)?\]|\{([^}|]+)\|([a-z]+)\|([^}]*)\}/g;
const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
const keyOf = (name: string): string => name.toLowerCase().replace(/^the /, '');

export function smallCase(
  documents: readonly SmallDocument[],
  decisions: readonly DecisionState[] = [],
): WeighingInput {
  const entities = new Map<string, Entity>();
  const read = documents.map((document) => readSmall(document, entities));
  return {
    documents: read.map(({ document }) => document),
    extractions: read.map(({ extraction }) => extraction),
    resolution: {
      entities: [...entities.values()]
        .map((entity) => ({ ...entity, mentions: [...entity.mentions].sort() }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      judgements: [],
    },
    decisions,
  };
}

export const weigh = (documents: readonly SmallDocument[], decisions: readonly DecisionState[] = []): Weighing =>
  weighFindings(smallCase(documents, decisions), loadLexicons());

/** Id of the claim of a document that has this quotation. */
export const claimOf = (input: WeighingInput, quote: string, document = 0): string =>
  input.extractions[document]?.claims.find(({ quotation }) => quotation === quote)?.id ?? `no claim “${quote}”`;

function readSmall(
  small: SmallDocument,
  entities: Map<string, Entity>,
): { document: Document; extraction: Extraction } {
  const id = sha256(`${small.name}\n${small.marked}`);
  let text = '';
  let last = 0;
  const mentions: Mention[] = [];
  const literals: Literal[] = [];
  for (const match of small.marked.matchAll(MARK)) {
    text += small.marked.slice(last, match.index);
    last = match.index + match[0].length;
    const start = text.length;
    if (match[1] !== undefined) {
      text += match[1];
      mentions.push(toMention(id, start, match[1], match[2] as MentionType, match[3] === undefined));
    } else {
      text += match[4] ?? '';
      literals.push(toLiteral(id, start, match[4] ?? '', match[5] as LiteralKind, match[6] ?? ''));
    }
  }
  text += small.marked.slice(last);
  for (const mention of mentions) register(mention, entities);
  const find = (name: string, near: number): string => {
    const same = mentions.filter((mention) => keyOf(mention.text) === keyOf(name));
    const [nearest] = same.sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near));
    if (nearest === undefined) throw new Error(`“${name}” is not marked in ${small.name}`);
    return nearest.id;
  };
  const claims = (small.claims ?? []).map((claim) => toClaim(id, claim, text, find, mentions));
  const document: Document = {
    id,
    name: small.name,
    mediaType: 'text/plain',
    size: text.length,
    text,
    textHash: sha256(text),
    language: 'en',
    encoding: 'utf-8',
    metadata: {
      title: null,
      author: null,
      publisher: small.publisher ?? null,
      published: small.published ?? null,
      url: null,
      fields: {},
    },
    pages: [],
    blocks: [],
    parent: null,
    status: 'parsed',
    problems: [],
    reader: 'text/1',
  };
  const passages = [...text.matchAll(/[^\n]+/g)].map((line, n) => {
    const end = line.index + line[0].length;
    const sentences = [...line[0].matchAll(/\S.*?(?:[.?!](?=\s|$)|$)/g)].map((one) => ({
      start: line.index + one.index,
      end: line.index + one.index + one[0].length,
    }));
    return {
      id: contentId('p', id, n),
      kind: small.kinds?.[n] ?? ('paragraph' as const),
      place: '',
      start: line.index,
      end,
      sentences,
    };
  });
  return {
    document,
    extraction: { document: id, engine: 'test', passages, mentions, literals, claims, cues: [], leads: [] },
  };
}

const toMention = (document: string, start: number, text: string, type: MentionType, named: boolean): Mention => ({
  id: contentId('m', document, start),
  start,
  end: start + text.length,
  text,
  type,
  named,
  typeScore: 1,
  sameAs: null,
  identifiers: {},
  by,
});

function toLiteral(document: string, start: number, text: string, kind: LiteralKind, norm: string): Literal {
  const literal = { id: contentId('l', document, start), start, end: start + text.length, text, kind, norm, by };
  return kind === 'date'
    ? { ...literal, time: { text, edtf: norm === '' ? null : norm, precision: precisionOf(norm) } }
    : literal;
}

const precisionOf = (edtf: string): Precision =>
  /^\d{4}-\d\d-\d\d$/.test(edtf) ? 'day' : /^\d{4}-\d\d$/.test(edtf) ? 'month' : edtf === '' ? 'unknown' : 'year';

function register(mention: Mention, entities: Map<string, Entity>): void {
  const key = keyOf(mention.text);
  const known = entities.get(key);
  const name = { text: mention.text, script: 'Latn', count: 1 };
  entities.set(key, {
    id: `e_${key.replace(/[^\p{L}\p{N}]+/gu, '-')}`,
    type: mention.type,
    canonical: known?.canonical ?? mention.text,
    named: mention.named,
    names: known?.names ?? [name],
    identifiers: {},
    country: null,
    mentions: [...(known?.mentions ?? []), mention.id],
  });
}

const LINK_OF: Partial<Record<MentionType, LinkKind>> = {
  Publication: 'publication',
  PublicBody: 'official',
  Document: 'document',
  Person: 'expert',
  Organization: 'official',
};

function toClaim(
  document: string,
  small: SmallClaim,
  text: string,
  find: (name: string, near: number) => string,
  mentions: readonly Mention[],
): Claim {
  const start = text.indexOf(small.quote);
  if (start < 0) throw new Error(`“${small.quote}” is not in the text`);
  const ids = (value: string | readonly string[] | undefined): string[] => list(value).map((name) => find(name, start));
  const link = (name: string) => {
    const source = find(name, start);
    const mention = mentions.find(({ id }) => id === source);
    const kind: LinkKind =
      mention?.named === false ? 'anonymous' : (LINK_OF[mention?.type ?? 'Event'] ?? 'unspecified');
    return { kind, sources: [source], cue: null, basis: 'sentence' as const };
  };
  return {
    id: contentId('c', document, start, small.quote, small.p, JSON.stringify(small)),
    start,
    end: start + small.quote.length,
    quotation: small.quote,
    subject: ids(small.s),
    predicate: small.p,
    object: ids(small.o),
    theme: ids(small.th),
    value: small.value ? { unit: '', op: '=', ...small.value } : null,
    time: small.when === undefined ? null : { text: small.when, edtf: small.when, precision: precisionOf(small.when) },
    place: ids(small.at),
    polarity: small.polarity ?? 'positive',
    modality: small.modality ?? 'reported',
    attribution: [
      { kind: 'publication', sources: [SELF], cue: null, basis: 'sentence' },
      ...(small.by ?? []).map(link),
    ],
    by,
    review: small.review ?? 'proposed',
  };
}
