import { type Claims, extractClaims } from '../../src/claims/index.ts';
import type { Document, Literal, LiteralKind, Mention, MentionType, PassageKind } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';

const TYPES: Readonly<Record<string, MentionType>> = {
  P: 'Person',
  C: 'Company',
  O: 'Organization',
  B: 'PublicBody',
  W: 'WeaponSystem',
  V: 'Vessel',
  G: 'Product',
  L: 'Place',
  D: 'Document',
  N: 'Publication',
  E: 'Event',
};

const LITERALS: Readonly<Record<string, LiteralKind>> = {
  date: 'date',
  money: 'money',
  count: 'count',
  km: 'length',
  kg: 'mass',
  ha: 'area',
  years: 'duration',
};

const by = { rule: 'test' };

/** Text with its mentions and literals marked: `{Borvex|C}`, a description `{two officials|o}`, a quantity `{5 years|years=5}`. */
export interface Marked {
  readonly document: Document;
  readonly mentions: readonly Mention[];
  readonly literals: readonly Literal[];
}

/** Reads marked-up text; a capital type letter is a name, a small one a description. */
export function readMarked(source: string, language = 'en'): Marked {
  const mentions: Mention[] = [];
  const literals: Literal[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(/\{([^|{}]+)\|([^{}]+)\}/gu)) {
    text += source.slice(at, match.index);
    at = match.index + match[0].length;
    const [surface = '', mark = ''] = [match[1], match[2]];
    const span = { start: text.length, end: text.length + surface.length, text: surface };
    text += surface;
    const [kind = '', norm = ''] = mark.split('=');
    const literal = LITERALS[kind];
    if (literal) {
      const detail =
        literal === 'date'
          ? { time: { text: surface, edtf: norm, precision: 'day' as const } }
          : { value: { number: norm, unit: kind, op: '=' as const } };
      literals.push({ ...span, id: `l${span.start}`, kind: literal, norm, ...detail, by });
    } else {
      const type = TYPES[mark.toUpperCase()] ?? 'Organization';
      const named = mark === mark.toUpperCase();
      mentions.push({ ...span, id: `m${span.start}`, type, named, typeScore: 1, sameAs: null, identifiers: {}, by });
    }
  }
  text += source.slice(at);
  const document: Document = {
    id: 'd0',
    name: 'marked.txt',
    mediaType: 'text/plain',
    size: text.length,
    text,
    textHash: '',
    language,
    encoding: 'utf-8',
    metadata: { title: null, author: null, publisher: null, published: null, url: null, fields: {} },
    pages: [],
    blocks: [],
    parent: null,
    status: 'parsed',
    problems: [],
    reader: 'test/1',
  };
  return { document, mentions, literals };
}

const isRow = (line: string): boolean => line.includes('\t');

/** Claims of marked-up text: one passage a line (a table row when it holds tabs), sentences split after `. ` before a capital. */
export function claimsIn(
  source: string,
  language = 'en',
): Claims & { readonly text: string; readonly mentions: readonly Mention[] } {
  const { document, mentions, literals } = readMarked(source, language);
  const { text } = document;
  const passages = [...text.matchAll(/[^\n]+/gu)].map((line) => {
    const start = line.index;
    const end = start + line[0].length;
    const kind: PassageKind = isRow(line[0]) ? 'table-row' : 'paragraph';
    const sentences = [...line[0].matchAll(/\S.*?(?:[.!?。]["”]?(?=\s+["“]?\p{Lu}|$)|$)/gu)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    }));
    return { id: `p${start}`, start, end, kind, place: '', sentences };
  });
  const found = extractClaims({ document, passages, mentions, literals }, loadLexicons());
  return { ...found, text, mentions };
}

/** Claims as short lines, for tables of tests: `supplies Borvex > Ministry of Tarn (K-7) planned not <- Reuters < officials`. */
export function linesOf(source: string, language = 'en'): string[] {
  const { claims, mentions } = claimsIn(source, language);
  const names = new Map(mentions.map(({ id, text }) => [id, text]));
  const list = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join('+');
  return claims.map((claim) => {
    const theme = claim.theme.length > 0 ? ` (${list(claim.theme)})` : '';
    const value = claim.value ? ` =${claim.value.number}` : '';
    const time = claim.time ? ` @${claim.time.edtf}` : '';
    const modality = claim.modality === 'reported' ? '' : ` ${claim.modality}`;
    const negative = claim.polarity === 'negative' ? ' not' : '';
    const chain = claim.attribution.slice(1).map(({ sources }) => list(sources));
    const said = chain.length > 0 ? ` <- ${chain.join(' < ')}` : '';
    return `${claim.predicate} ${list(claim.subject)} > ${list(claim.object)}${theme}${value}${time}${modality}${negative}${said}`;
  });
}
