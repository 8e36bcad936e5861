import { type Document, type Extraction, type Mention, SELF } from '../../model/index.ts';
import { findPlaces } from '../../text/index.ts';
import { type CaseLookup, isStanding } from '../case-lookup.ts';
import { writeClaim, writeTime, writeValue } from './claim.ts';

const NOTHING: Pick<Extraction, 'mentions' | 'claims' | 'cues' | 'literals' | 'passages'> & { engine: string | null } =
  {
    engine: null,
    passages: [],
    mentions: [],
    claims: [],
    cues: [],
    literals: [],
  };

/** Mentions that a standing claim points at. */
function usedMentions({ claims }: Pick<Extraction, 'claims'>): ReadonlySet<string> {
  return new Set(
    claims
      .filter(isStanding)
      .flatMap((claim) => [
        ...claim.subject,
        ...claim.object,
        ...claim.theme,
        ...claim.place,
        ...claim.attribution.flatMap((link) => link.sources.filter((source) => source !== SELF)),
      ]),
  );
}

/** The type that the whole case settled on; `type_as_read` is what the document alone suggested. */
const writeMention = (mention: Mention, lookup: CaseLookup) => ({
  id: mention.id,
  start: mention.start,
  end: mention.end,
  text: mention.text,
  type: lookup.entityOf.get(mention.id)?.type ?? mention.type,
  type_as_read: mention.type,
  named: mention.named,
  entity: lookup.entityOf.get(mention.id)?.id ?? null,
});

export function writeDocument(document: Document, lookup: CaseLookup) {
  const { metadata } = document;
  const extraction = lookup.extractions.get(document.id) ?? NOTHING;
  const used = usedMentions(extraction);
  const home = { document, whereIs: findPlaces(document, extraction.passages) };
  return {
    id: document.id,
    file: document.name,
    sha256: document.id,
    text_sha256: document.textHash,
    size: document.size,
    media_type: document.mediaType,
    language: document.language,
    encoding: document.encoding,
    title: metadata.title,
    author: metadata.author,
    publisher: metadata.publisher,
    published: metadata.published,
    url: metadata.url,
    status: document.status,
    problems: document.problems,
    reader: document.reader,
    engine: extraction.engine,
    parent: document.parent,
    occurrences: (lookup.occurrences.get(document.id) ?? []).map(({ path, container, place, addedAt }) => ({
      path,
      container,
      place,
      added_at: addedAt,
    })),
    mentions: extraction.mentions
      .filter((mention) => mention.named || used.has(mention.id))
      .map((mention) => writeMention(mention, lookup)),
    claims: extraction.claims.filter(isStanding).map((claim) => writeClaim(claim, home, lookup)),
    rejected: extraction.claims.filter((claim) => !isStanding(claim)).map((claim) => writeClaim(claim, home, lookup)),
    cues: extraction.cues.map(({ kind, text, start, end, claims }) => ({
      kind,
      text,
      start,
      end,
      claims: claims.filter((claim) => lookup.claims.has(claim)),
    })),
    literals: extraction.literals.map(({ kind, text, start, end, norm, value, time }) => ({
      kind,
      text,
      start,
      end,
      norm,
      ...(value === undefined ? {} : { value: writeValue(value) }),
      ...(time === undefined ? {} : { time: writeTime(time) }),
    })),
  };
}
