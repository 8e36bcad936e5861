import type { Mention } from '../model/index.ts';
import { type DocumentEvidence, type Evidence, inside, sorted } from './evidence.ts';

/** Characters below a letter's closing in which its signature stands. */
const SIGNATURE = 300;
const SIGNERS: ReadonlySet<string> = new Set(['Person', 'Company', 'Organization', 'PublicBody']);

/**
 * Who speaks when a document speaks for itself and is no report: who signs the letter, on whose behalf, who sent the mail, whose statement
 * a body publishes. Entity ids, sorted; [] for a report, and where nobody signs.
 */
export function authorsOf(document: DocumentEvidence, evidence: Evidence): readonly string[] {
  const { author, publisher } = document.document.metadata;
  const isSigner = (mention: Mention): boolean => mention.named && SIGNERS.has(mention.type);
  const entityOf = (mention: Mention): string => evidence.entityOfMention(mention.id) ?? '';
  const called = (name: string): string[] =>
    document.mentions.filter((one) => isSigner(one) && one.text.toLowerCase() === name.toLowerCase()).map(entityOf);
  if (publisher !== null) return sorted(called(publisher)).filter((id) => evidence.entity(id)?.type !== 'Publication');
  const signature = signatureOf(document, evidence);
  const signed = signature === null ? [] : inside(document.mentions, signature).filter(isSigner).map(entityOf);
  return sorted([...signed, ...(author === null ? [] : called(author))]).filter((id) => id !== '');
}

/** What stands below the last closing, when that is near the end. */
function signatureOf(
  { document: { text } }: DocumentEvidence,
  { lists }: Evidence,
): { start: number; end: number } | null {
  const tail = Math.max(0, text.length - 2 * SIGNATURE);
  const lower = text.slice(tail).toLowerCase();
  const at = Math.max(
    ...lists.letterClosings.map((closing) => {
      const found = lower.lastIndexOf(closing);
      const before = lower.slice(0, Math.max(found, 0));
      return found >= 0 && /(?:^|[\n.!?,])\s*(?:\p{L}+\s)?$/u.test(before.slice(-20)) ? found + closing.length : -1;
    }),
  );
  return at < 0 ? null : { start: tail + at, end: Math.min(text.length, tail + at + SIGNATURE) };
}
