import type { WeighingInput } from '../../src/findings/index.ts';
import type {
  AttributionLink,
  Claim,
  Document,
  Entity,
  Extraction,
  LinkKind,
  Literal,
  Mention,
  Passage,
  PassageKind,
  Weighing,
} from '../../src/model/index.ts';
import { SELF } from '../../src/model/index.ts';

const by = { rule: 'hand-made' };
type Ids = string | null | readonly Ids[];
interface BlindClaim {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly subject: Ids;
  readonly predicate: Claim['predicate'];
  readonly object: Ids;
  readonly theme: Ids;
  readonly place: Ids;
  readonly value?: { number?: number; unit?: string; op?: string; currency?: string } | null;
  readonly time?: { text?: string; iso: string | null; precision?: string } | null;
  readonly polarity: Claim['polarity'];
  readonly modality: Claim['modality'];
  readonly attribution: readonly Ids[];
}
interface BlindDocument {
  readonly id: string;
  readonly file: string;
  readonly mentions: readonly (Pick<Mention, 'start' | 'end' | 'text' | 'type'> & { readonly entity: string })[];
  readonly literals?: readonly Pick<Literal, 'start' | 'end' | 'text' | 'kind' | 'norm'>[];
  readonly claims: readonly BlindClaim[];
}
interface Blind {
  readonly entities: readonly { readonly id: string; readonly type: Entity['type']; readonly canonical: string }[];
  readonly documents: readonly BlindDocument[];
}
interface Annotated {
  readonly document: {
    readonly id: string;
    readonly zones?: readonly { readonly kind: string; readonly start: number }[];
  };
  readonly entities: readonly { readonly id: string; readonly named?: boolean }[];
  readonly boilerplate?: readonly { readonly start: number; readonly end: number }[];
}

const flat = (ids: Ids | undefined): string[] =>
  ids == null ? [] : typeof ids === 'string' ? [ids] : ids.flatMap(flat);

/** Hand-made claims without origins and corpus (`score.mjs --export --blind`) as the records that `weighFindings` takes. */
export function blindInput(
  blind: Blind,
  annotated: readonly Annotated[],
  textOf: (file: string) => string,
): WeighingInput {
  const named = new Map(
    annotated.flatMap(({ entities }) => entities.map(({ id, named }) => [`X_${id}`, named !== false])),
  );
  const entities = new Map(blind.entities.map((entity) => [entity.id, { ...entity, mentions: [] as string[] }]));
  const documents: Document[] = [];
  const extractions: Extraction[] = [];
  for (const document of blind.documents) {
    const text = textOf(document.file);
    const notes = annotated.find((one) => one.document.id === document.id);
    documents.push(toDocument(document, text));
    const mentions: Mention[] = document.mentions.map((mention, n) => ({
      ...mention,
      id: `m${document.id}.${n}`,
      named: named.get(mention.entity) ?? true,
      typeScore: 1,
      sameAs: null,
      identifiers: {},
      by,
    }));
    const places = new Map<string, Mention[]>();
    document.mentions.forEach(({ entity }, n) => {
      const mention = mentions[n];
      if (mention) places.set(entity, [...(places.get(entity) ?? []), mention]);
    });
    const mentionOf = (entity: string, claim: BlindClaim): string => {
      if (entity === SELF) return SELF;
      const [nearest] = (places.get(entity) ?? []).toSorted(
        (a, b) => Math.abs(a.start - claim.start) - Math.abs(b.start - claim.start),
      );
      if (nearest) return nearest.id;
      const type = entities.get(entity)?.type ?? 'Event';
      const made: Mention = {
        id: `m${document.id}.${entity}`,
        start: claim.start,
        end: claim.start + 1,
        text: text.slice(claim.start, claim.start + 1),
        type,
        named: named.get(entity) ?? true,
        typeScore: 1,
        sameAs: null,
        identifiers: {},
        by,
      };
      mentions.push(made);
      places.set(entity, [made]);
      return made.id;
    };
    const kindOf = (entity: string, claim: BlindClaim): LinkKind =>
      linkKind(
        entities.get(entity),
        named.get(entity) ?? true,
        text,
        mentions.find(({ id }) => id === mentionOf(entity, claim))?.start ?? 0,
      );
    const claims = document.claims.map((claim) =>
      toClaim(
        claim,
        (ids) => flat(ids).map((id) => mentionOf(id, claim)),
        (entity) => kindOf(entity, claim),
      ),
    );
    for (const [entity, own] of places) entities.get(entity)?.mentions.push(...own.map(({ id }) => id));
    extractions.push({
      document: `doc${document.id}`,
      engine: 'hand-made',
      passages: passagesOf(document.id, text, notes),
      mentions,
      literals: literalsOf(document),
      claims,
      cues: [],
      leads: [],
    });
  }
  const resolved = [...entities.values()].filter(({ mentions }) => mentions.length > 0);
  return {
    documents,
    extractions,
    resolution: {
      entities: resolved.map(({ id, type, canonical, mentions }) => ({
        id,
        type,
        canonical,
        named: named.get(id) ?? true,
        names: [],
        identifiers: {},
        country: null,
        mentions: mentions.sort(),
      })),
      judgements: [],
    },
    decisions: [],
  };
}

function linkKind(
  entity: { readonly type: Entity['type']; readonly canonical: string } | undefined,
  named: boolean,
  text: string,
  at: number,
): LinkKind {
  if (entity === undefined) return 'unspecified';
  if (entity.type === 'Publication') return 'publication';
  if (entity.type === 'Document') return 'document';
  if (!named) return /official/i.test(entity.canonical) ? 'official' : 'anonymous';
  if (entity.type !== 'Person') return 'official';
  return /President|[Ss]pokes|[Mm]inister/.test(text.slice(Math.max(0, at - 30), at)) ? 'official' : 'expert';
}

const toDocument = ({ id, file }: BlindDocument, text: string): Document => ({
  id: `doc${id}`,
  name: file,
  mediaType: 'text/plain',
  size: text.length,
  text,
  textHash: id,
  language: 'und',
  encoding: null,
  metadata: { title: null, author: null, publisher: null, published: null, url: null, fields: {} },
  pages: [],
  blocks: [],
  parent: null,
  status: 'parsed',
  problems: [],
  reader: 'text/1',
});

function passagesOf(document: string, text: string, notes: Annotated | undefined): Passage[] {
  const comments = (notes?.document.zones ?? []).filter(({ kind }) => kind === 'user_comment');
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((line, n) => {
    const [start, end] = [line.index, line.index + line[0].length];
    const isFurniture = notes?.boilerplate?.some((one) => one.start < end && one.end > start);
    const kind: PassageKind = comments.some((zone) => zone.start <= start)
      ? 'comment'
      : isFurniture
        ? 'boilerplate'
        : 'paragraph';
    const sentences = [...line[0].matchAll(/\S.*?(?:[.?!][”"]?(?=\s+[“"]?\p{Lu})|$)/gu)].map((one) => ({
      start: start + one.index,
      end: start + one.index + one[0].length,
    }));
    return { id: `p${document}.${n}`, kind, place: '', start, end, sentences };
  });
}

const literalsOf = ({ id, literals }: BlindDocument): Literal[] =>
  (literals ?? []).map((literal, n) => {
    const edtf = /relative/.test(literal.norm) ? null : literal.norm;
    const precision = /^\d{4}-\d\d-\d\d$/.test(literal.norm)
      ? 'day'
      : /^\d{4}-\d\d$/.test(literal.norm)
        ? 'month'
        : 'year';
    return {
      ...literal,
      id: `l${id}.${n}`,
      by,
      ...(literal.kind === 'date' ? { time: { text: literal.text, edtf, precision } } : {}),
    };
  });

function toClaim(claim: BlindClaim, mentionsOf: (ids: Ids) => string[], kindOf: (entity: string) => LinkKind): Claim {
  const { value, time } = claim;
  const toLink = (ids: Ids): AttributionLink => ({
    kind: flat(ids)[0] === SELF ? 'publication' : kindOf(flat(ids)[0] ?? ''),
    sources: mentionsOf(ids),
    cue: null,
    basis: 'sentence',
  });
  return {
    id: claim.id,
    start: claim.start,
    end: claim.end,
    quotation: claim.quote,
    subject: mentionsOf(claim.subject),
    predicate: claim.predicate,
    object: mentionsOf(claim.object),
    theme: mentionsOf(claim.theme),
    place: mentionsOf(claim.place),
    value:
      value?.number === undefined
        ? null
        : {
            number: String(value.number),
            unit: value.unit ?? '',
            op: (value.op ?? '=') as '=',
            ...(value.currency === undefined ? {} : { currency: value.currency }),
          },
    time: time ? { text: time.text ?? '', edtf: time.iso, precision: 'unknown' } : null,
    polarity: claim.polarity,
    modality: claim.modality,
    attribution: claim.attribution.map(toLink),
    by,
    review: 'proposed',
  };
}

/** The blind case with what the fold says of it, in the form that `score.mjs` reads. */
export function withWeighing(blind: Blind, weighing: Weighing): unknown {
  const bare = (document: string): string => document.replace(/^doc/, '');
  return {
    ...blind,
    documents: blind.documents.map((document) => ({
      ...document,
      claims: document.claims.map((claim) => ({ ...claim, origin: weighing.originOf[claim.id] })),
    })),
    corpus: {
      echo_groups: weighing.echoGroups.map(({ documents }) => ({ documents: documents.map(bare) })),
      findings: weighing.findings.map(({ claims }) => ({ claims })),
      contradictions: weighing.contradictions.map(({ kind, sides }) => ({ nature: kind, sides, claims: sides.flat() })),
      right_of_reply: weighing.replies,
      cover_identities: weighing.coverIdentities.map(({ describedAs, assessedAs }) => ({
        claimed_employer: describedAs,
        actual_employer: assessedAs,
      })),
      sanctions: weighing.sanctions.map(({ target, authority, date }) => ({
        target,
        authority,
        date: date === null ? null : { iso: date },
      })),
      network: weighing.network,
      timeline: weighing.timeline.map(({ edtf, claims }) => ({ iso: edtf, claims })),
      open_questions: weighing.openQuestions,
    },
  };
}
