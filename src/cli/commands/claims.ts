import type { CaseWords } from '../../dossier/index.ts';
import { ClewError } from '../../errors.ts';
import type { CaseView, Claim, Document, Extraction, LeadReason, Passage } from '../../model/index.ts';
import { findPlaces, recognitionOf, unitOf, wordBox } from '../../text/index.ts';
import { bold, counted, dim, note, printJson, printLine, shown } from '../output.ts';
import { namesOf, wordsOfCase } from '../reading.ts';
import { type CommonOptions, lookAtView } from '../session.ts';

export interface ClaimsOptions extends CommonOptions {
  readonly document?: string;
  /** What is no claim because of the word that governs it, instead of the claims. */
  readonly unread?: boolean;
}

export async function claims(folder: string, options: ClaimsOptions): Promise<void> {
  await lookAtView(folder, { name: 'claims', options }, async (view) => {
    const names = namesOf(view);
    const chosen = extractionsOf(view, options.document);
    if (options.unread) return printLeads(chosen, view, options);
    if (options.json) {
      printJson(
        chosen.flatMap(({ document, passages, claims }) => {
          const read = names.document(document);
          const whereIs = read && findPlaces(read, passages);
          return claims.map((claim) => ({
            document,
            ...claim,
            where: whereIs?.(claim) ?? null,
            recognition: read ? recognitionOf(read, claim) : null,
          }));
        }),
      );
      return;
    }
    const unread = chosen.reduce((sum, { leads = [] }) => sum + leads.length, 0);
    const words = await wordsOfCase(view);
    let count = 0;
    for (const { document, passages, claims } of chosen) {
      if (claims.length === 0) continue;
      const read = names.document(document);
      const container = read?.parent && (names.document(read.parent.document)?.name ?? read.parent.document);
      const home = container ? dim(`  (${shown(`${read?.parent?.place} in ${container}`)})`) : '';
      printLine(`${bold(shown(read?.name ?? document))}${home}`);
      const placeOf = read ? wordPlaces(read, passages) : () => '';
      for (const claim of claims) {
        const tell = (line: string): void => printLine(`              ${line}`);
        const reading = words.claim(claim);
        const isBare = claim.quotation.length < SHORT && !reading.includes(claim.quotation);
        printLine(`  ${claim.id.slice(0, 10)}  ${shown(reading)}`);
        tell(dim(codesOf(claim, words)));
        if (read) tell(dim(`said by ${shown(words.speakers(claim, read))}`));
        tell(`“${shown(claim.quotation, 300)}”`);
        if (read && isBare) tell(dim(`amid: ${shown(words.context(read, claim), 300)}`));
        tell(dim(shown(placeOf(claim), 300)));
        count += 1;
      }
    }
    note(
      `${counted(count, 'claim')} in ${counted(chosen.filter(({ claims }) => claims.length > 0).length, 'document')}.`,
    );
    if (unread > 0) note(`${counted(unread, 'lead')} not read because of what governs them: --unread lists them.`);
  });
}

/** The extractions of all documents, or of the one that is meant. Throws `ClewError` `document-not-found`. */
function extractionsOf(view: CaseView, wanted: string | undefined): readonly Extraction[] {
  if (wanted === undefined) return view.extractions;
  const names = namesOf(view);
  const chosen = view.extractions.filter(
    ({ document }) => document.startsWith(wanted) || names.document(document)?.name === wanted,
  );
  if (chosen.length > 0) return chosen;
  throw new ClewError('document-not-found', `No document of the case is called ${wanted}, and no hash begins so.`, {
    hint: 'Give its name without folders, or its hash: clew status <case> --json lists them.',
  });
}

const WHY: Readonly<Record<LeadReason, string>> = {
  conditional: 'only if',
  almost: 'almost or pretended',
  forged: 'taken back, or from a source that is none',
  'double-negative': 'negated twice',
  unknown: 'clew does not know the word',
};

/** What clew did not read as a claim, with the word that governs it. */
function printLeads(chosen: readonly Extraction[], view: CaseView, { json }: ClaimsOptions): void {
  if (json) {
    printJson(chosen.flatMap(({ document, leads = [] }) => leads.map((lead) => ({ document, ...lead }))));
    return;
  }
  const names = namesOf(view);
  const found = chosen.filter(({ leads = [] }) => leads.length > 0);
  for (const { document, leads = [] } of found) {
    printLine(bold(shown(names.document(document)?.name ?? document)));
    for (const { predicate, quotation, governor, reason } of leads) {
      printLine(`  “${shown(quotation, 300)}”`);
      printLine(
        dim(`              not read as ${predicate}: governed by “${shown(governor.text, 120)}” (${WHY[reason]})`),
      );
    }
  }
  const count = found.reduce((sum, { leads = [] }) => sum + leads.length, 0);
  note(
    `${counted(count, 'lead')} in ${counted(found.length, 'document')}. clew claims nothing of them; read them yourself.`,
  );
}

/** A quotation shorter than this is shown amid what stands around it, unless the reading holds it: it says little by itself. */
const SHORT = 40;

/** Predicate, modality and polarity as `clew decide edit` takes them, and whether a person has looked. */
const codesOf = ({ predicate, modality, polarity, review }: Claim, words: CaseWords): string =>
  [predicate, modality, ...(polarity === 'negative' ? ['negative'] : []), words.label('review', review)].join(', ');

/** Where a quotation stands and, when it was read off a picture, how sure the engine was. */
function wordPlaces(document: Document, passages: readonly Passage[]): (claim: Claim) => string {
  const whereIs = findPlaces(document, passages);
  return (claim) => {
    const where = whereIs(claim);
    const box = wordBox(where, unitOf(document));
    const recognised = recognitionOf(document, claim);
    return [
      where.words + (box === '' ? '' : ` (${box})`),
      ...(recognised
        ? [
            `read by text recognition, confidence ${recognised.confidence.toFixed(2)}: check the image of page ${recognised.page}`,
          ]
        : []),
    ].join('; ');
  };
}
