import type { Document } from '../../model/index.ts';
import type { CaseReader } from '../../store/index.ts';
import { bold, counted, note, printJson, printLine, shown, table } from '../output.ts';
import { type CommonOptions, lexicons, lookAtCase } from '../session.ts';

/** Documents, problems and counts; reads the stored records only, so it answers at once in a large case too. */
export async function status(folder: string, options: CommonOptions): Promise<void> {
  const { engineVersion } = await import('../../versions.ts');
  const engine = engineVersion(await lexicons());
  await lookAtCase(folder, { name: 'status', options, lists: 'none' }, async (store) => {
    const head = await store.head();
    const counts = await store.counts();
    const stale = await store.staleDocuments(engine);
    const documents = await briefly(store);
    const leftOut = await store.leftOut();
    if (options.json) {
      printJson({ ...head, counts, stale: stale.length, documents, leftOut });
      return;
    }
    printLine(bold(shown(head.name)));
    const { parsed, partial, refused } = counts.documents;
    printLine(
      `${counted(parsed + partial + refused, 'document')}: ${parsed} parsed, ${partial} partial, ${refused} refused`,
    );
    printLine(
      `${counted(counts.mentions, 'mention')}, ${counted(counts.claims, 'claim')}, ${counted(counts.decisions, 'decision')}`,
    );
    printLine(`journal: ${counted(head.journal.count, 'entry', 'entries')}, head ${head.journal.head.slice(0, 16)}`);
    const troubled = documents.filter(({ status, problems }) => status !== 'parsed' || problems.length > 0);
    const rows = troubled.flatMap(({ name, status, problems }) =>
      problems.map(({ code, detail }) => [status, shown(name, 40), code, shown(detail, 160)]),
    );
    if (rows.length > 0)
      for (const line of table([['status', 'document', 'problem', 'detail'], ...rows])) printLine(line);
    for (const { path, reason } of leftOut) printLine(`left out: ${shown(path)}: ${reason}`);
    if (stale.length > 0)
      note(
        `${counted(stale.length, 'document was', 'documents were')} read by another version of clew: clew add ${folder} extracts them again.`,
      );
  });
}

/** Each document without its text: what a listing needs, and no more memory than that. */
async function briefly(store: CaseReader) {
  const brief: Pick<Document, 'id' | 'name' | 'mediaType' | 'size' | 'language' | 'status' | 'problems'>[] = [];
  for await (const { id, name, mediaType, size, language, status, problems } of store.documents()) {
    brief.push({ id, name, mediaType, size, language, status, problems });
  }
  return brief;
}
