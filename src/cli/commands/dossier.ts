import { counted, note, printJson } from '../output.ts';
import { type CommonOptions, lexicons, noteInJournal, now, withCase } from '../session.ts';
import { clewVersion } from '../version.ts';
import { writeOutput } from '../write-output.ts';

export async function dossier(folder: string, options: CommonOptions & { readonly output: string }): Promise<void> {
  const { viewCase } = await import('../../cases/index.ts');
  const { write } = await import('../../pipeline.ts');
  const { assertOriginals } = await import('../../store/index.ts');
  const { sha256 } = await import('../../text/index.ts');
  await withCase(folder, { write: true, beside: true }, async (store) => {
    const words = await lexicons();
    const view = await viewCase(folder, store, words);
    const html = write(view, { writtenAt: now(), version: clewVersion() }, words);
    await assertOriginals(store);
    writeOutput(options.output, html);
    await noteInJournal(() => store.recordExport('dossier', sha256(html)));
    const { findings, contradictions } = view.weighing;
    if (options.json) printJson({ path: options.output, sha256: sha256(html), findings: findings.length });
    else {
      note(
        `Wrote ${options.output}: ${counted(findings.length, 'finding')}, ` +
          `${counted(contradictions.length, 'contradiction')}, ${counted(view.documents.length, 'document')}.`,
      );
    }
  });
}
