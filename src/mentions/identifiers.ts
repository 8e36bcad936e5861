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
  /^[\s,;:.()（）[\]–—-]*(?:(?:with|and|its|tax|registration|registered|number|under|company|id|no|reg|идентификационный|регистрационный|номер|код|с|з)[\s,;:.()-]*){0,4}$/iu;
const FARTHEST = 40;

/** The mentions with the identifiers that the text states right after them: `{ inn: '7707083893' }`, keys in lower case. */
export function withIdentifiers(text: string, mentions: readonly Mention[], literals: readonly Literal[]): Mention[] {
  const numbers = literals.filter((literal) => literal.kind === 'identifier' && OF_AN_ENTITY.has(schemeOf(literal)));
  if (numbers.length === 0) return [...mentions];
  const stated = new Map<string, Record<string, string>>();
  const placed = new Set<Literal>();
  let next = 0;
  for (const mention of mentions) {
    if (!mention.named || !BEARERS.has(mention.type)) continue;
    while (next < numbers.length && (numbers[next]?.start ?? 0) < mention.end) next++;
    let end = mention.end;
    for (let at = next; at < numbers.length; at++) {
      const literal = numbers[at];
      if (!literal || literal.start - end > FARTHEST || !BETWEEN.test(text.slice(end, literal.start))) break;
      const scheme = schemeOf(literal);
      placed.add(literal);
      const known = stated.get(mention.id) ?? {};
      stated.set(mention.id, { ...known, [scheme.toLowerCase()]: literal.norm.slice(scheme.length + 1) });
      end = literal.end;
    }
  }
  const free = numbers.filter((literal) => !placed.has(literal));
  for (const literal of free) {
    const bearer = bearerBefore(text, mentions, literal);
    if (!bearer) continue;
    const scheme = schemeOf(literal);
    const known = stated.get(bearer.id) ?? {};
    stated.set(bearer.id, { [scheme.toLowerCase()]: literal.norm.slice(scheme.length + 1), ...known });
  }
  return mentions.map((mention) => {
    const identifiers = stated.get(mention.id);
    return identifiers ? { ...mention, identifiers: { ...mention.identifiers, ...identifiers } } : mention;
  });
}

const ORGANISATIONS = new Set(['Company', 'Organization', 'PublicBody']);
const LINE = 160;

/** "X LLC, Exampleville, 5 Mill St, INN …": the organisation before the number on its line or the line above, with only an address between. */
function bearerBefore(text: string, mentions: readonly Mention[], literal: Literal): Mention | undefined {
  const scheme = schemeOf(literal);
  const ofShip = scheme === 'IMO' || scheme === 'MMSI';
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < literal.start) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0 && at >= low - 12; at--) {
    const mention = mentions[at];
    if (!mention || literal.start - mention.end > LINE) return undefined;
    if (!mention.named || mention.end > literal.start) continue;
    if (mention.type === 'Person') return undefined;
    if (ofShip ? mention.type !== 'Vessel' : !ORGANISATIONS.has(mention.type)) continue;
    return isAddress(text.slice(mention.end, literal.start)) ? mention : undefined;
  }
  return undefined;
}

/** No running text: at most one line break, hardly a word in small letters, no sum and no other field. */
function isAddress(between: string): boolean {
  const lines = between.split('\n').filter((line) => line.trim() !== '');
  const small = between.match(/(?<![\p{L}\p{M}])\p{Ll}{3,}/gu) ?? [];
  return (
    lines.length <= 2 && small.length <= 2 && /^[»”"]?\s*[,;(\n/]/u.test(between) && !/[;:|\t].*[;:|\t]/u.test(between)
  );
}

const schemeOf = (literal: Literal): string => literal.norm.split(' ', 1)[0] ?? '';
