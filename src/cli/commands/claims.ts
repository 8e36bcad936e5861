import type { CaseWords } from '../../dossier/index.ts';
import { ClewError } from '../../errors.ts';
import type { Claim, Document, Passage } from '../../model/index.ts';
import { findPlaces, recognitionOf, unitOf, wordBox } from '../../text/index.ts';
import { bold, counted, dim, note, printJson, printLine, shown } from '../output.ts';
import { namesOf, wordsOfCase } from '../reading.ts';
import { type CommonOptions, lookAtView } from '../session.ts';

export async function claims(folder: string, options: CommonOptions & { readonly document?: string }): Promise<void> {
  await lookAtView(folder, { name: 'claims', options }, async (view) => {
    const names = namesOf(view);
    const wanted = options.document;
    const chosen = view.extractions.filter(({ document }) => {
      if (wanted === undefined) return true;
      return document.startsWith(wanted) || names.document(document)?.name === wanted;
    });
    if (wanted !== undefined && chosen.length === 0) {
      throw new ClewError('document-not-found', `No document of the case is called ${wanted}, and no hash begins so.`, {
        hint: 'Give its name without folders, or its hash: clew status <case> --json lists them.',
      });
    }
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
  });
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
