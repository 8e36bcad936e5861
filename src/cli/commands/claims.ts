import { recognitionOf } from '../../text/index.ts';
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
    if (options.json) {
      printJson(
        chosen.flatMap(({ document, claims }) => {
          const read = names.document(document);
          return claims.map((claim) => ({
            document,
            ...claim,
            recognition: read ? recognitionOf(read, claim) : null,
          }));
        }),
      );
      return;
    }
    let count = 0;
    for (const { document, claims } of chosen) {
      if (claims.length === 0) continue;
      const read = names.document(document);
      printLine(bold(shown(read?.name ?? document)));
      for (const claim of claims) {
        printLine(`  ${claim.id.slice(0, 10)}  ${readingOf(claim, names)}`);
        printLine(dim(`              ${claim.modality}, ${claim.review}; ${chainText(claim.attribution, names)}`));
        printLine(`              “${shown(claim.quotation, 300)}”`);
        const recognised = read ? recognitionOf(read, claim) : null;
        if (recognised) {
          const { confidence, page } = recognised;
          printLine(
            `              read by text recognition, confidence ${confidence.toFixed(2)}: check the image of page ${page}`,
          );
        }
        count += 1;
      }
    }
    note(
      `${counted(count, 'claim')} in ${counted(chosen.filter(({ claims }) => claims.length > 0).length, 'document')}.`,
    );
  });
}
