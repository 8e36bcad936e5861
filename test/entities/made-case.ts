import { resolveEntities } from '../../src/entities/index.ts';
import type { DecisionState, Document, Extraction, Mention, MentionType, Resolution } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';

const lexicons = loadLexicons();

/**
 * `Type|text`, `~Type|text` for a description, `Type|text|kind=value` with an identifier, `Type|text|@n` naming mention n again,
 * `Type|text|&` with " and " between it and the one before.
 */
export function extraction(document: string, ...lines: readonly string[]): Extraction {
  const id = (n: number) => `${document}-${n}`;
  let end = 0;
  const mentions = lines.map((line, n): Mention => {
    const [type = '', text = '', extra = ''] = line.split('|');
    const [kind, value] = extra.split('=');
    const start = extra === '&' ? end + ' and '.length : n * 100;
    end = start + text.length;
    return {
      id: id(n),
      start,
      end,
      text,
      type: type.replace('~', '') as MentionType,
      named: !type.startsWith('~'),
      typeScore: 0.8,
      sameAs: extra.startsWith('@') ? id(Number(extra.slice(1))) : null,
      identifiers: kind && value ? { [kind]: value } : {},
      by: { rule: 'test' },
    };
  });
  return { document, engine: 'test', passages: [], mentions, literals: [], claims: [], cues: [], leads: [] };
}

/** A document of nothing but its mentions, each under its span; " and " where nothing else fits between two. */
function documentOf({ document: id, mentions }: Extraction, language: string): Document {
  let text = '';
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    const gap = mention.start - text.length;
    text += (gap === ' and '.length ? ' and ' : '.'.repeat(gap)) + mention.text;
  }
  return { id, language, text } as Document;
}

export function resolve(
  extractions: readonly Extraction[],
  decisions: readonly DecisionState[] = [],
  language = 'en',
): Resolution {
  return resolveEntities(
    { documents: extractions.map((one) => documentOf(one, language)), extractions, decisions },
    lexicons,
  );
}

/** Clusters as sorted lists of mention ids. */
export const clusters = (resolution: Resolution): string[] =>
  resolution.entities.map(({ mentions }) => mentions.join(' ')).sort();
