import { resolveEntities } from '../../src/entities/index.ts';
import type { DecisionState, Document, Extraction, Mention, MentionType, Resolution } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';

const lexicons = loadLexicons();

/** `Type|text`, `~Type|text` for a description, `Type|text|kind=value` with an identifier, `Type|text|@n` naming mention n again. */
export function extraction(document: string, ...lines: readonly string[]): Extraction {
  const id = (n: number) => `${document}-${n}`;
  const mentions = lines.map((line, n): Mention => {
    const [type = '', text = '', extra = ''] = line.split('|');
    const [kind, value] = extra.split('=');
    return {
      id: id(n),
      start: n * 100,
      end: n * 100 + text.length,
      text,
      type: type.replace('~', '') as MentionType,
      named: !type.startsWith('~'),
      typeScore: 0.8,
      sameAs: extra.startsWith('@') ? id(Number(extra.slice(1))) : null,
      identifiers: kind && value ? { [kind]: value } : {},
      by: { rule: 'test', version: 1 },
    };
  });
  return { document, engine: 'test', passages: [], mentions, literals: [], claims: [], cues: [] };
}

const document = (id: string, language = 'en') => ({ id, language }) as Document;

export function resolve(
  extractions: readonly Extraction[],
  decisions: readonly DecisionState[] = [],
  language = 'en',
): Resolution {
  return resolveEntities(
    { documents: extractions.map((one) => document(one.document, language)), extractions, decisions },
    lexicons,
  );
}

/** Clusters as sorted lists of mention ids. */
export const clusters = (resolution: Resolution): string[] =>
  resolution.entities.map(({ mentions }) => mentions.join(' ')).sort();
