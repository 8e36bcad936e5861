import type { ListedLink } from '../../model/index.ts';
import type { FtmLine } from './ftm-line.ts';

/** What the lines that are no parties say, by the party they belong to. */
export interface FtmTies {
  readonly sanctions: Map<string, FtmLine[]>;
  readonly identifications: Map<string, FtmLine[]>;
  readonly wallets: Map<string, FtmLine[]>;
  /** Full addresses by the id of the address. */
  readonly addresses: Map<string, string[]>;
  readonly links: Map<string, { readonly relation: ListedLink['relation']; readonly other: string }[]>;
}

export const newTies = (): FtmTies => ({
  sanctions: new Map(),
  identifications: new Map(),
  wallets: new Map(),
  addresses: new Map(),
  links: new Map(),
});

type Relation = ListedLink['relation'];

/** Edges between two parties: the property and what the tie is, seen from either end. */
const EDGES: Readonly<Record<string, readonly [readonly [string, Relation], readonly [string, Relation]]>> = {
  Ownership: [
    ['owner', 'owns'],
    ['asset', 'owned-by'],
  ],
  Directorship: [
    ['director', 'acts-for'],
    ['organization', 'linked-to'],
  ],
  Employment: [
    ['employee', 'acts-for'],
    ['employer', 'linked-to'],
  ],
  Membership: [
    ['member', 'linked-to'],
    ['organization', 'linked-to'],
  ],
  Representation: [
    ['agent', 'acts-for'],
    ['client', 'linked-to'],
  ],
  Family: [
    ['person', 'family'],
    ['relative', 'family'],
  ],
  Associate: [
    ['person', 'linked-to'],
    ['associate', 'linked-to'],
  ],
  UnknownLink: [
    ['subject', 'linked-to'],
    ['object', 'linked-to'],
  ],
};

export const TIE_SCHEMATA: ReadonlySet<string> = new Set([
  'Sanction',
  'Identification',
  'Passport',
  'Address',
  'CryptoWallet',
  ...Object.keys(EDGES),
]);

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

export function addTie(ties: FtmTies, line: FtmLine): void {
  const edge = EDGES[line.schema];
  if (edge) {
    const [[from, seenFrom], [to, seenTo]] = edge;
    for (const left of line.get(from)) {
      for (const right of line.get(to)) {
        put(ties.links, left, { relation: seenFrom, other: right });
        put(ties.links, right, { relation: seenTo, other: left });
      }
    }
    return;
  }
  if (line.schema === 'Address') {
    const full =
      line.get('full')[0] ??
      ['street', 'city', 'region', 'postalCode', 'country'].flatMap((p) => line.get(p)).join(', ');
    if (full !== '') put(ties.addresses, line.id, full);
    return;
  }
  const [holders, property] =
    line.schema === 'Sanction'
      ? [ties.sanctions, 'entity']
      : line.schema === 'CryptoWallet'
        ? [ties.wallets, 'holder']
        : [ties.identifications, 'holder'];
  for (const holder of line.get(property)) put(holders, holder, line);
}
