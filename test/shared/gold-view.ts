import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseView, type Claim, type Extraction, type Mention, SELF } from '../../src/model/index.ts';
import { scriptOf, sha256 } from '../../src/text/index.ts';

/** The hand-made reference for a set of texts, as far as it is needed here. */
interface GoldDocument {
  readonly document: { readonly id: string; readonly file: string; readonly publisher: string };
  readonly entities: readonly {
    readonly id: string;
    readonly type: Mention['type'];
    readonly canonical: string;
    readonly named: boolean;
    readonly mentions: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  }[];
  readonly claims: readonly GoldClaim[];
}
type Ids = string | readonly (string | readonly string[])[] | null | undefined;
interface GoldClaim {
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly subject: Ids;
  readonly predicate: Claim['predicate'];
  readonly object: Ids;
  readonly theme?: Ids;
  readonly place?: Ids;
  readonly value?: {
    readonly number: number;
    readonly unit?: string;
    readonly op?: string;
    readonly currency?: string;
  };
  readonly time?: { readonly text?: string; readonly iso: string; readonly precision?: string };
  readonly polarity: Claim['polarity'];
  readonly modality: Claim['modality'];
  readonly attribution: readonly (string | readonly string[])[];
  readonly origin: string;
}
interface GoldCorpus {
  readonly echo_groups: readonly {
    readonly id: string;
    readonly documents: readonly string[];
    readonly origin: string;
  }[];
  readonly findings: readonly { readonly id: string; readonly claims: readonly string[] }[];
  readonly contradictions: readonly {
    readonly id: string;
    readonly nature: never;
    readonly severity: never;
    readonly sides: readonly (readonly string[])[];
    readonly label: string;
  }[];
  readonly open_questions?: readonly { readonly id: string; readonly q: string; readonly claims: readonly string[] }[];
  readonly timeline?: readonly { readonly iso: string; readonly claims: readonly string[] }[];
}

const by = { rule: 'by hand' };
const flat = (ids: Ids): string[] => (ids === null || ids === undefined ? [] : [ids].flat(3)) as string[];

/** The reference as a case, so that dossier and exports can be tried on real texts without the stages before them. */
export function readGoldView(gold: string, texts: string): CaseView {
  const files = readdirSync(gold)
    .filter((name) => name.endsWith('.json') && !name.startsWith('_'))
    .sort();
  const read = (name: string) => JSON.parse(readFileSync(join(gold, name), 'utf8'));
  const documents = files.map((name) => read(name) as GoldDocument);
  const corpus = read('_corpus.json') as GoldCorpus;
  const entities = new Map<
    string,
    { type: Mention['type']; canonical: string; named: boolean; mentions: string[]; names: string[] }
  >();
  const idOf = new Map<string, string>();
  const parts = documents.map((one) => {
    const text = readFileSync(join(texts, one.document.file), 'utf8');
    const id = sha256(text);
    idOf.set(one.document.id, id);
    const mentions: Mention[] = [];
    const here = new Map<string, string>();
    for (const entity of one.entities) {
      const known = entities.get(entity.id) ?? { ...entity, mentions: [], names: [] };
      entities.set(entity.id, known);
      for (const { text, start, end } of entity.mentions) {
        const mention = `m_${id.slice(0, 8)}_${start}_${entity.id}`;
        here.set(entity.id, here.get(entity.id) ?? mention);
        known.mentions.push(mention);
        known.names.push(text);
        mentions.push({
          id: mention,
          start,
          end,
          text,
          type: entity.type,
          named: entity.named,
          typeScore: 1,
          sameAs: null,
          identifiers: {},
          by,
        });
      }
    }
    const at = (ids: Ids): string[] => flat(ids).map((entity) => here.get(entity) ?? entity);
    const claims = one.claims.map(
      (claim): Claim => ({
        id: claim.id,
        start: claim.start,
        end: claim.end,
        quotation: claim.quote,
        subject: at(claim.subject),
        predicate: claim.predicate,
        object: at(claim.object),
        theme: at(claim.theme),
        value:
          claim.value?.number === undefined
            ? null
            : ({ unit: '', op: '=', ...claim.value, number: String(claim.value.number) } as Claim['value']),
        time: claim.time
          ? { text: claim.time.text ?? claim.time.iso, edtf: claim.time.iso, precision: 'unknown' }
          : null,
        place: at(claim.place),
        polarity: claim.polarity,
        modality: claim.modality,
        attribution: claim.attribution.map((link, n) => ({
          kind: n === 0 ? 'publication' : 'unspecified',
          sources: n === 0 ? [SELF] : at(link),
          cue: null,
          basis: 'sentence',
        })),
        by,
        review: 'proposed',
      }),
    );
    const extraction: Extraction = {
      document: id,
      engine: 'by hand',
      passages: [],
      mentions,
      literals: [],
      claims,
      cues: [],
      leads: [],
    };
    return { extraction, text, file: one.document.file };
  });
  const claims = documents.flatMap((one) => one.claims);
  const first = new Map(claims.map((claim) => [claim.id, claim]));
  const documentOf = new Map(documents.flatMap((one) => one.claims.map((claim) => [claim.id, one.document.id])));
  return {
    head: {
      id: 'gold',
      name: 'Reference',
      schemaVersion: 1,
      created: '2030-01-01T00:00:00Z',
      journal: { count: 1, head: sha256('gold') },
    },
    documents: parts.map(({ extraction, text, file }) => ({
      id: extraction.document,
      name: file,
      mediaType: 'text/plain',
      size: text.length,
      text,
      textHash: sha256(text),
      language: 'en',
      encoding: 'utf-8',
      metadata: { title: null, author: null, publisher: null, published: null, url: null, fields: {} },
      pages: [],
      blocks: [],
      parent: null,
      status: 'parsed',
      problems: [],
      reader: 'by hand',
    })),
    occurrences: [],
    extractions: parts.map((part) => part.extraction),
    decisions: [],
    leftOut: [],
    resolution: {
      entities: [...entities].map(([id, { type, canonical, named, mentions, names }]) => ({
        id,
        type,
        canonical,
        named,
        names: [...new Set(names)].map((text) => ({
          text,
          script: scriptOf(text),
          count: names.filter((one) => one === text).length,
        })),
        identifiers: {},
        country: null,
        mentions,
      })),
      judgements: [],
    },
    weighing: {
      origins: [],
      echoGroups: corpus.echo_groups.map(({ id, documents, origin }) => ({
        id,
        origin,
        documents: documents.map((one) => idOf.get(one) ?? one),
      })),
      findings: corpus.findings.flatMap(({ id, claims }) => {
        const claim = first.get(claims[0] ?? '');
        if (!claim) return [];
        const documents = new Set(claims.map((one) => documentOf.get(one))).size;
        const origins = new Set(claims.map((one) => first.get(one)?.origin));
        return [
          {
            id,
            subject: flat(claim.subject),
            predicate: claim.predicate,
            object: flat(claim.object),
            theme: [],
            claims,
            origins: [],
            support: { documents, publisherOrigins: origins.size, upstreamOrigins: 0 },
            contradictions: corpus.contradictions
              .filter((one) => one.sides.flat().some((side) => claims.includes(side)))
              .map((one) => one.id),
            drift: [],
            credibility: { digit: 6 as const, reasons: [] },
          },
        ];
      }),
      contradictions: corpus.contradictions.map(({ id, nature, severity, sides, label }) => ({
        id,
        kind: nature,
        severity,
        within: 'between-origins',
        sides,
        detail: label,
      })),
      replies: [],
      openQuestions: (corpus.open_questions ?? []).map(({ id, q, claims }) => ({ id, question: q, claims })),
      coverIdentities: [],
      timeline: (corpus.timeline ?? [])
        .map(({ iso, claims }) => ({ edtf: iso, claims }))
        .filter((one) => one.claims.length > 0),
      network: [],
      sanctions: [],
      originOf: Object.fromEntries(claims.map((claim) => [claim.id, claim.origin])),
    },
    hits: [],
    screening: { asOf: null, lists: [] },
  };
}
