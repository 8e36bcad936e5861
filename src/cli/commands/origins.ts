import { bold, counted, dim, note, printJson, printLine, shown } from '../output.ts';
import { namesOf } from '../reading.ts';
import { type CommonOptions, withView } from '../session.ts';

export async function origins(folder: string, options: CommonOptions): Promise<void> {
  await withView(folder, (view) => {
    const { origins, echoGroups } = view.weighing;
    if (options.json) {
      printJson({ origins, echoGroups });
      return;
    }
    const names = namesOf(view);
    for (const level of ['publisher', 'upstream'] as const) {
      printLine(
        bold(
          level === 'publisher'
            ? 'Publisher origins (pieces of reporting)'
            : 'Upstream origins (what the reporting rests on)',
        ),
      );
      for (const origin of origins.filter((one) => one.level === level)) {
        const date = origin.date ? `, ${origin.date}` : '';
        printLine(`  ${shown(origin.label)} (${origin.kind}${date}): ${counted(origin.claims.length, 'claim')}`);
        for (const id of origin.documents) printLine(dim(`    ${shown(names.document(id)?.name ?? id)}`));
        for (const { signal, score } of origin.reasons) printLine(dim(`    because of ${signal} ${score.toFixed(2)}`));
      }
    }
    note(
      `${counted(origins.length, 'origin')}; ${counted(echoGroups.length, 'group')} of documents that retell one origin.`,
    );
  });
}
