import { bold, counted, dim, note, printJson, printLine, shown } from '../output.ts';
import { listed, namesOf } from '../reading.ts';
import { type CommonOptions, withView } from '../session.ts';

export async function findings(folder: string, options: CommonOptions): Promise<void> {
  await withView(folder, (view) => {
    const { findings, contradictions } = view.weighing;
    if (options.json) {
      printJson({ findings, contradictions });
      return;
    }
    const names = namesOf(view);
    const words = (ids: readonly string[]) => listed(ids.map(names.entity));
    const strongestFirst = [...findings].sort(
      (a, b) =>
        b.support.publisherOrigins - a.support.publisherOrigins ||
        b.support.documents - a.support.documents ||
        (a.id < b.id ? -1 : 1),
    );
    for (const { subject, predicate, object, support, credibility, claims, drift } of strongestFirst) {
      const reading = [words(subject), predicate, object.length > 0 ? words(object) : ''].join(' ').trim();
      printLine(bold(reading));
      printLine(
        `  ${counted(support.publisherOrigins, 'publisher origin')}, ${counted(support.upstreamOrigins, 'upstream origin')}, ` +
          `${counted(support.documents, 'document')}; proposed credibility ${credibility.digit}`,
      );
      for (const id of claims) {
        const claim = names.claim(id);
        if (claim)
          printLine(
            dim(
              `  ${id.slice(0, 10)} ${claim.modality}: “${shown(claim.quotation, 160)}” ${shown(names.documentOf(id)?.name ?? '')}`,
            ),
          );
      }
      for (const { kind, field, detail } of drift) printLine(`  drift: ${field} ${kind}: ${shown(detail)}`);
    }
    if (contradictions.length > 0) printLine(bold('Contradictions'));
    for (const { kind, severity, within, detail, sides } of contradictions) {
      printLine(
        `  ${kind}, ${severity}, ${within === 'one-origin' ? 'between copies of one origin' : 'between origins'}: ${shown(detail)}`,
      );
      for (const side of sides) {
        for (const id of side)
          printLine(
            dim(`    “${shown(names.claim(id)?.quotation ?? id, 160)}” ${shown(names.documentOf(id)?.name ?? '')}`),
          );
        printLine(dim('    —'));
      }
    }
    note(`${counted(findings.length, 'finding')}, ${counted(contradictions.length, 'contradiction')}.`);
  });
}
