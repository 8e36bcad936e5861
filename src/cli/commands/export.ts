import { ClewError } from '../../errors.ts';
import { note, printJson } from '../output.ts';
import { type CommonOptions, lexicons, noteInJournal, now, withCase } from '../session.ts';
import { clewVersion } from '../version.ts';
import { writeOutput } from '../write-output.ts';

export interface ExportCommandOptions extends CommonOptions {
  readonly format: string;
  readonly output?: string;
}

export async function exportCase(folder: string, options: ExportCommandOptions): Promise<void> {
  const { EXPORTERS } = await import('../../exports/index.ts');
  const exporter = EXPORTERS.find(({ format }) => format === options.format);
  if (!exporter) {
    throw new ClewError('format-unknown', `${options.format} is no export format.`, {
      hint: `Formats are: ${EXPORTERS.map(({ format }) => format).join(', ')}.`,
    });
  }
  const { viewCase } = await import('../../cases/index.ts');
  const { assertOriginals } = await import('../../store/index.ts');
  const { sha256 } = await import('../../text/index.ts');
  await withCase(folder, { write: true, beside: true }, async (store) => {
    const view = await viewCase(folder, store, await lexicons());
    const content = exporter.write(view, { writtenAt: now(), version: clewVersion() });
    await assertOriginals(store);
    if (options.output === undefined) process.stdout.write(content);
    else writeOutput(options.output, content);
    await noteInJournal(() => store.recordExport(exporter.format, sha256(content)));
    if (options.output === undefined) return;
    if (options.json) printJson({ path: options.output, format: exporter.format, sha256: sha256(content) });
    else note(`Wrote ${options.output}.`);
    note(`What ${exporter.format} does not hold, or holds otherwise:`);
    for (const loss of exporter.losses) note(`- ${loss}`);
  });
}
