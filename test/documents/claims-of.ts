import { extract } from '../../src/pipeline.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { readRoot } from './read-bytes.ts';

const lexicons = loadLexicons();

/** Claims of a file, from its bytes on: `paid Alba Linen Ltd > Corvin Metall GmbH =4000 EUR @2023-04-03`, speakers after `<-`. */
export async function claimsOf(content: Uint8Array | string, name: string): Promise<string[]> {
  const { claims, mentions } = extract(await readRoot(content, name), lexicons);
  const names = new Map(mentions.map(({ id, text }) => [id, text]));
  const list = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join('+');
  return claims.map((claim) => {
    const value = claim.value ? ` =${claim.value.number} ${claim.value.unit}` : '';
    const time = claim.time?.edtf ? ` @${claim.time.edtf}` : '';
    const said = claim.attribution.slice(1).map(({ sources }) => ` <- ${list(sources)}`);
    return `${claim.predicate} ${list(claim.subject)} > ${list(claim.object)}${value}${time}${said.join('')}`;
  });
}
