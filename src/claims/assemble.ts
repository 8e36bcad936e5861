import type { Claim, Cue, Document, Lead, Mention } from '../model/index.ts';
import { contentId } from '../text/index.ts';
import { chainOf, cuesOver } from './attribution/chain.ts';
import type { SourceCue } from './attribution/source-cue.ts';
import type { Claims } from './contract.ts';
import type { Draft } from './draft.ts';
import type { Unread } from './governors/judge.ts';
import { modalityOf } from './modality.ts';
import type { FoundCue, Reading } from './reading.ts';
import { timeOf } from './time.ts';

const ids = (mentions: readonly Mention[]): string[] => mentions.map(({ id }) => id);

function toClaim(draft: Draft, reading: Reading, document: Document, over: readonly SourceCue[]): Claim {
  const { start, end, predicate } = draft;
  const offsets = [...draft.subject, ...draft.object, ...draft.theme].map((mention) => mention.start);
  return {
    id: contentId('c', document.id, start, end, predicate, ...offsets),
    start,
    end,
    quotation: document.text.slice(start, end),
    subject: ids(draft.subject),
    predicate,
    object: ids(draft.object),
    theme: ids(draft.theme),
    value: draft.value?.value ?? null,
    time: timeOf(draft, reading.sentence, reading.drafts),
    place: ids(draft.place),
    polarity: draft.negative ? 'negative' : 'positive',
    modality: modalityOf(draft, over, reading),
    attribution: chainOf(draft, over),
    by: { rule: `claims/${draft.rule}` },
    review: 'proposed',
  };
}

/** Whether `other` says the same as `draft` in the same place, and of whom. */
const saysMore = (other: Draft, draft: Draft): boolean =>
  other.predicate === draft.predicate &&
  other.object.length > 0 &&
  other.start < draft.end &&
  draft.start < other.end &&
  ids(other.subject).join() === ids(draft.subject).join();

/** Of drafts that say the same of the same, the shortest stays. */
function withoutDoubles(drafts: readonly Draft[]): Draft[] {
  const best = new Map<string, Draft>();
  for (const draft of [...drafts].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const key = [draft.predicate, ids(draft.subject).sort(), ids(draft.object).sort(), draft.value?.id ?? ''].join('|');
    if (!best.has(key)) best.set(key, draft);
  }
  const kept = [...best.values()];
  return kept.filter(
    (draft) => draft.object.length > 0 || draft.value !== null || !kept.some((other) => saysMore(other, draft)),
  );
}

/** Collects the claims each piece of wording bears on. */
class CueBook {
  readonly #cues = new Map<string, { cue: Omit<Cue, 'claims'>; claims: Set<string> }>();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  note(kind: Cue['kind'], { start, end }: { start: number; end: number }, claim: string | null): void {
    const key = `${start}-${end}-${kind}`;
    const known = this.#cues.get(key) ?? {
      cue: { start, end, kind, text: this.#text.slice(start, end) },
      claims: new Set(),
    };
    if (claim !== null) known.claims.add(claim);
    this.#cues.set(key, known);
  }

  list(): Cue[] {
    return [...this.#cues.values()]
      .map(({ cue, claims }) => ({ ...cue, claims: [...claims].sort() }))
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1));
  }
}

function noteWording(book: CueBook, reading: Reading, claim: Claim, bears: readonly FoundCue[]): void {
  for (const found of bears) {
    if (found.cue.kind && found.start < claim.end && claim.start <= found.end + 60)
      book.note(found.cue.kind, found, claim.id);
  }
  if (claim.predicate === 'no_comment') {
    const draft = reading.drafts.find(
      ({ start, end, predicate }) => predicate === 'no_comment' && start === claim.start && end === claim.end,
    );
    if (draft)
      book.note('no-comment', { start: draft.trigger.start, end: Math.max(draft.end, draft.trigger.end) }, claim.id);
  }
}

function toLead({ start, end, predicate, governor, reason }: Unread, { id, text }: Document): Lead {
  return {
    id: contentId('l', id, start, end, predicate, governor.start),
    start,
    end,
    quotation: text.slice(start, end),
    predicate,
    governor: { ...governor, text: text.slice(governor.start, governor.end) },
    reason,
  };
}

/** Leads of a document, by place. */
function leadsOf(readings: readonly Reading[], document: Document): Lead[] {
  const leads = new Map(
    readings.flatMap(({ unread }) => unread.map((one) => toLead(one, document))).map((lead) => [lead.id, lead]),
  );
  return [...leads.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}

/** Puts claims and cues together from what was read. Sorted by place; equal input gives equal records. */
export function assemble(document: Document, readings: readonly Reading[]): Claims {
  const claims = new Map<string, Claim>();
  const book = new CueBook(document.text);
  for (const reading of readings) {
    for (const source of reading.sources) if (source.basis === 'sentence') book.note(source.kind, source, null);
    for (const { cue, ...span } of reading.modality) if (cue.kind) book.note(cue.kind, span, null);
    for (const draft of withoutDoubles(reading.drafts)) {
      const over = cuesOver(draft, reading.sources);
      const claim = toClaim(draft, reading, document, over);
      if (claims.has(claim.id)) continue;
      claims.set(claim.id, claim);
      for (const source of over) book.note(source.kind, source, claim.id);
      noteWording(book, reading, claim, reading.modality);
    }
  }
  const sorted = [...claims.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
  return { claims: sorted, cues: book.list(), leads: leadsOf(readings, document) };
}
