import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Added, AddReport } from '../../cases/index.ts';
import { counted, note, printJson, printLine, shown } from '../output.ts';
import { type CommonOptions, lexicons, now, withCase } from '../session.ts';

export interface AddCommandOptions extends CommonOptions {
  readonly ack?: boolean;
  readonly encoding?: string;
  readonly name?: string;
  /** `false` for `--no-ocr`. */
  readonly ocr?: boolean;
}

/** Exit code 3 when some files could not be read at all or were left out. */
export async function add(folder: string, paths: readonly string[], options: AddCommandOptions): Promise<void> {
  const { addFiles } = await import('../../cases/index.ts');
  const progress = createProgress();
  const input = await fromStandardInput(paths, options.name);
  try {
    const report = await withCase(folder, { write: true }, async (store) =>
      addFiles(store, await lexicons(), {
        paths: input.paths,
        now,
        ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
        ...(options.ack ? { onDurable: (ids) => ids.forEach((id) => void printLine(`ACK ${id}`)) } : {}),
        recognise: options.ocr !== false,
        onProgress: progress.tick,
      }),
    );
    progress.end();
    if (options.json) printJson(report);
    else tell(report);
    if (report.documents.refused + report.leftOut.length + report.notExtracted.length > 0) process.exitCode = 3;
  } finally {
    input.clean();
  }
}

/** `-` stands for one document on standard input; it is kept under `--name`, or `standard-input`. */
async function fromStandardInput(paths: readonly string[], name = 'standard-input') {
  if (!paths.includes('-')) return { paths, clean: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'clew-input-'));
  const file = join(folder, basename(name));
  writeFileSync(file, await buffer(process.stdin));
  return {
    paths: paths.map((path) => (path === '-' ? file : path)),
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function createProgress() {
  let done = 0;
  let lastShown = Date.now();
  const tty = process.stderr.isTTY === true;
  return {
    tick(added: Added): void {
      done += 1;
      const at = Date.now();
      if (at - lastShown < (tty ? 200 : 5000)) return;
      lastShown = at;
      const line = `${counted(done, 'file')} read, last ${shown(basename(added.path), 60)}`;
      process.stderr.write(tty ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end(): void {
      if (tty) process.stderr.write('\r\u001b[K');
    },
  };
}

function tell(report: AddReport): void {
  const { parsed, partial, refused } = report.documents;
  note(
    `${counted(report.files, 'file')}: ${report.new} new, ${report.known} already in the case. ` +
      `Documents, with those inside: ${parsed} parsed, ${partial} partial, ${refused} refused.`,
  );
  if (report.reread > 0)
    note(
      `${counted(report.reread, 'file')} read again in another encoding; decisions that no longer fit: clew decisions --orphaned.`,
    );
  if (report.reextracted > 0)
    note(`${counted(report.reextracted, 'document')} extracted again by the present version.`);
  for (const { status, path, place, problems } of [...report.refused, ...report.partial]) {
    note(`${status}: ${shown(path)}${place ? ` > ${shown(place)}` : ''}`);
    for (const { detail } of problems.filter(({ severity }) => severity !== 'note').slice(0, 3))
      note(`    ${shown(detail, 300)}`);
  }
  for (const { path, reason } of report.notExtracted) note(`not extracted: ${shown(path)}: ${shown(reason, 300)}`);
  for (const { path, reason } of report.leftOut) note(`left out: ${shown(path)}: ${reason}`);
}
