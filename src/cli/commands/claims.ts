import { ClewError } from '../../errors.ts';
import type { Claim, Document, Passage } from '../../model/index.ts';
import { findPlaces, recognitionOf, unitOf, wordBox } from '../../text/index.ts';
import { bold, counted, dim, note, printJson, printLine, shown } from '../output.ts';
import { chainText, namesOf, readingOf } from '../reading.ts';
import { type CommonOptions, withView } from '../session.ts';

export async function claims(folder: string, options: CommonOptions & { readonly document?: string }): Promise<void> {
  await withView(folder, (view) => {
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
    let count = 0;
    for (const { document, passages, claims } of chosen) {
      if (claims.length === 0) continue;
      const read = names.document(document);
      const container = read?.parent && (names.document(read.parent.document)?.name ?? read.parent.document);
      const home = container ? dim(`  (${shown(`${read?.parent?.place} in ${container}`)})`) : '';
      printLine(`${bold(shown(read?.name ?? document))}${home}`);
      const placeOf = read ? wordPlaces(read, passages) : () => '';
      for (const claim of claims) {
        printLine(`  ${claim.id.slice(0, 10)}  ${readingOf(claim, names)}`);
        printLine(dim(`              ${claim.modality}, ${claim.review}; ${chainText(claim.attribution, names)}`));
        printLine(`              “${shown(claim.quotation, 300)}”`);
        printLine(dim(`              ${shown(placeOf(claim), 300)}`));
        count += 1;
      }
    }
    note(
      `${counted(count, 'claim')} in ${counted(chosen.filter(({ claims }) => claims.length > 0).length, 'document')}.`,
    );
  });
}

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
