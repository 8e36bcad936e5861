import { ClewError } from '../errors.ts';
import type { Anchor, CaseView, Claim, ClaimAnchor, ClaimEdit, Lexicons } from '../model/index.ts';

const ARGUMENTS = ['subject', 'object', 'theme', 'place'] as const;
type Argument = (typeof ARGUMENTS)[number];

/**
 * Throws `ClewError` `usage` when a corrected claim would say what its predicate cannot: something delivered to a weapon, say.
 * What the predicate takes is in `data/decisions/argument-kinds.tsv`; the types are those that the whole case settled on.
 */
export function checkEdit(view: CaseView, at: ClaimAnchor, edit: ClaimEdit, lexicons: Lexicons): void {
  const extraction = view.extractions.find(({ document }) => document === at.document);
  const claim = extraction?.claims.find(
    ({ start, end, predicate }) => start === at.start && end === at.end && predicate === at.predicate,
  );
  if (!extraction || !claim) return;
  const mentionAt = new Map(extraction.mentions.map((mention) => [`${mention.start}-${mention.end}`, mention]));
  const entities = view.resolution.entities;
  const predicate = edit.predicate ?? claim.predicate;
  for (const argument of ARGUMENTS) {
    const fits = kindsOf(argument, predicate, lexicons);
    if (fits === null) continue;
    for (const id of idsOf(argument, { claim, edit, mentionAt })) {
      const entity = entities.find(({ mentions }) => mentions.includes(id));
      if (!entity || fits.has(entity.type)) continue;
      throw new ClewError(
        'usage',
        `${entity.canonical} is a ${entity.type}; the ${argument} of ${predicate} is none.`,
        {
          hint: `It may be: ${[...fits].join(', ')}. docs/reference/predicates.md says what each predicate takes.`,
        },
      );
    }
  }
}

interface Edited {
  readonly claim: Claim;
  readonly edit: ClaimEdit;
  readonly mentionAt: ReadonlyMap<string, { readonly id: string }>;
}

/** The mentions that the edit puts there; with another predicate those that stay have to fit as well. */
function idsOf(argument: Argument, { claim, edit, mentionAt }: Edited): readonly string[] {
  const given: readonly Anchor[] | undefined = edit[argument];
  if (given) return given.flatMap(({ start, end }) => mentionAt.get(`${start}-${end}`)?.id ?? []);
  return edit.predicate === undefined ? [] : claim[argument];
}

/** Mention types that may stand there, or `null` where anything may. */
function kindsOf(argument: Argument, predicate: string, { lists }: Lexicons): ReadonlySet<string> | null {
  const types = new Map(
    (lists['claims/argument-kinds'] ?? []).map(([kind = '', names = '']) => [kind, names.split(' ')]),
  );
  if (argument === 'theme') return null;
  if (argument === 'place') return new Set(types.get('site'));
  const row = (lists['decisions/argument-kinds'] ?? []).find(([name]) => name === predicate);
  const kinds = row?.[argument === 'subject' ? 1 : 2]?.split(',');
  return kinds ? new Set(kinds.flatMap((kind) => types.get(kind) ?? [])) : null;
}
