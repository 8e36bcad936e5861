import type { Literal, Mention } from '../model/index.ts';

/** Schemes that identify a company, a person or a ship, by the first word of a literal's norm. */
const OF_AN_ENTITY = new Set([
  'INN',
  'KPP',
  'OGRN',
  'OKPO',
  'EDRPOU',
  'IMO',
  'MMSI',
  'LEI',
  'USCC',
  'EORI',
  'DUNS',
  'CAGE',
  'VAT',
  'BIC',
  'tax-number',
  'company-number',
]);
const BEARERS = new Set(['Person', 'Company', 'Organization', 'PublicBody', 'Vessel', 'Product']);

/** Only signs and small words may stand between a name and its number. */
const BETWEEN =
  /^[\s,;:.()（）[\]–—-]*(?:(?:with|and|its|tax|registration|registered|number|under|company|id|no|код|с|з)[\s,;:.()-]*){0,4}$/iu;
const FARTHEST = 40;

/** The mentions with the identifiers that the text states right after them: `{ inn: '7707083893' }`, keys in lower case. */
export function withIdentifiers(text: string, mentions: readonly Mention[], literals: readonly Literal[]): Mention[] {
  const numbers = literals.filter((literal) => literal.kind === 'identifier' && OF_AN_ENTITY.has(schemeOf(literal)));
  if (numbers.length === 0) return [...mentions];
  const stated = new Map<string, Record<string, string>>();
  let next = 0;
  for (const mention of mentions) {
    if (!mention.named || !BEARERS.has(mention.type)) continue;
    while (next < numbers.length && (numbers[next]?.start ?? 0) < mention.end) next++;
    let end = mention.end;
    for (let at = next; at < numbers.length; at++) {
      const literal = numbers[at];
      if (!literal || literal.start - end > FARTHEST || !BETWEEN.test(text.slice(end, literal.start))) break;
      const scheme = schemeOf(literal);
      const known = stated.get(mention.id) ?? {};
      stated.set(mention.id, { ...known, [scheme.toLowerCase()]: literal.norm.slice(scheme.length + 1) });
      end = literal.end;
    }
  }
  return mentions.map((mention) => {
    const identifiers = stated.get(mention.id);
    return identifiers ? { ...mention, identifiers: { ...mention.identifiers, ...identifiers } } : mention;
  });
}

const schemeOf = (literal: Literal): string => literal.norm.split(' ', 1)[0] ?? '';
