import { bold, counted, note, printJson, printLine, shown } from '../output.ts';
import type { CommonOptions } from '../session.ts';

/** Exit code 4 when a check failed; the first bad record is named first. */
export async function verify(folder: string, options: CommonOptions & { readonly list?: boolean }): Promise<void> {
  const { listOriginals, verifyCase } = await import('../../store/index.ts');
  if (options.list) {
    for await (const { recorded, stored } of listOriginals(folder)) printLine(`${recorded} ${stored}`);
    return;
  }
  const report = await verifyCase(folder);
  if (options.json) printJson(report);
  else {
    const { documents, originals, quotations, journalEntries } = report.checked;
    note(
      `Checked ${counted(documents, 'document')}, ${counted(originals, 'original')}, ` +
        `${counted(quotations, 'quotation')}, ${counted(journalEntries, 'journal entry', 'journal entries')}.`,
    );
    const [first] = report.failures;
    if (first === undefined) printLine('Everything holds: every original, every quotation and every journal link.');
    else {
      printLine(
        bold(`${counted(report.failures.length, 'check')} failed. The first bad record: ${first.record} ${first.id}`),
      );
      for (const failure of report.failures.slice(0, 50)) {
        printLine(`  ${failure.record} ${failure.id}: ${failure.what}: ${shown(failure.detail, 300)}`);
      }
      if (report.failures.length > 50) printLine(`  and ${report.failures.length - 50} more; --json lists all.`);
    }
  }
  if (!report.ok) process.exitCode = 4;
}
