import { ClewError } from '../../errors.ts';
import type { ListChanges } from '../../screening/index.ts';
import type { ListSource, Updated } from '../../snapshots/index.ts';
import { counted, note, printJson, printLine, shown } from '../output.ts';
import { type CommonOptions, lexicons, now } from '../session.ts';
import { tellAdded } from './lists.ts';

export interface UpdateCommandOptions extends CommonOptions {
  readonly online?: boolean;
  readonly source?: readonly string[];
  readonly from?: string;
  readonly acceptShrunk?: boolean;
}

/** Entries printed for each kind of change; `--json` has all. */
const SHOWN = 40;

/** The only command that opens a connection, and only when told so. A source that fails leaves the others and every list as they are. */
export async function updateLists(options: UpdateCommandOptions): Promise<void> {
  if (!options.online) {
    throw new ClewError('offline', 'clew opens no connection unless you say --online.', {
      hint: 'Run clew lists update --online, or fetch the files yourself and add them: clew lists add <file…>',
    });
  }
  const { dataFolder, updateSource } = await import('../../snapshots/index.ts');
  const words = await lexicons();
  const sources = await chooseSources(options);
  const done: Updated[] = [];
  const failures: ClewError[] = [];
  for (const source of sources) {
    if (!options.json) note(`Fetching ${source.id} …`);
    try {
      const updated = await updateSource(source, words, {
        data: dataFolder(),
        now: now(),
        from: options.from ?? null,
        acceptShrunk: options.acceptShrunk ?? false,
      });
      done.push(updated);
      if (!options.json) tellUpdated(updated);
    } catch (cause) {
      if (!(cause instanceof ClewError) || sources.length === 1) throw cause;
      failures.push(cause);
      note(`clew: ${cause.message}`);
    }
  }
  if (options.json) printJson(done.map(toJson));
  const [first] = failures;
  if (first) {
    throw new ClewError(first.code, `${failures.length} of ${sources.length} sources could not be updated.`, {
      hint: first.hint,
      cause: first,
    });
  }
}

async function chooseSources({ source, from }: UpdateCommandOptions): Promise<ListSource[]> {
  const { dataFolder, listSnapshots, listSources } = await import('../../snapshots/index.ts');
  const known = listSources(await lexicons());
  const installed = new Set(listSnapshots(dataFolder()).map(({ list }) => list));
  const wanted = source ?? known.filter(({ list }) => installed.has(list)).map(({ id }) => id);
  const chosen = wanted.length === 0 ? known.filter(({ id }) => id === 'ofac-sdn' || id === 'un-sc') : [];
  for (const id of wanted) {
    const found = known.find((one) => one.id === id);
    if (!found) {
      throw new ClewError('usage', `${id} is no source.`, {
        hint: `One of: ${known.map((one) => one.id).join(', ')}.`,
      });
    }
    chosen.push(found);
  }
  if (from !== undefined && chosen.length !== 1) {
    throw new ClewError('usage', '--from goes with one --source.', {
      hint: 'For example: --source un-sc --from https://…',
    });
  }
  return chosen;
}

function tellUpdated({ report, lists }: Updated): void {
  tellAdded(report);
  for (const { before, changes } of lists) {
    if (before === null) printLine('  the first snapshot: nothing to compare it with');
    else tellChanges(before.date, changes);
  }
}

function tellChanges(since: string, { added, removed, changed }: ListChanges): void {
  printLine(`  against ${since}: ${added.length} added, ${removed.length} removed, ${changed.length} changed`);
  for (const { id, names } of added.slice(0, SHOWN)) printLine(`  + ${id}  ${shown(names[0]?.text ?? '')}`);
  for (const { id, names } of removed.slice(0, SHOWN)) printLine(`  - ${id}  ${shown(names[0]?.text ?? '')}`);
  for (const { entry, fields } of changed.slice(0, SHOWN)) {
    printLine(`  ~ ${entry.id}  ${shown(entry.names[0]?.text ?? '')}`);
    for (const { field, gone, come } of fields) {
      const words = [...gone.map((value) => `−${shown(value, 80)}`), ...come.map((value) => `+${shown(value, 80)}`)];
      printLine(`      ${field}: ${words.join(', ')}`);
    }
  }
  const more =
    Math.max(0, added.length - SHOWN) + Math.max(0, removed.length - SHOWN) + Math.max(0, changed.length - SHOWN);
  if (more > 0) note(`… and ${counted(more, 'more change')}; --json has all.`);
}

const toJson = ({ source, report, lists }: Updated) => ({
  source,
  added: report.added,
  problems: report.problems,
  passedOver: report.passedOver,
  changes: lists.map(({ snapshot, before, changes }) => ({
    list: snapshot.list,
    date: snapshot.date,
    before: before?.date ?? null,
    added: changes.added.map(({ id, names }) => ({ id, name: names[0]?.text ?? '' })),
    removed: changes.removed.map(({ id, names }) => ({ id, name: names[0]?.text ?? '' })),
    changed: changes.changed.map(({ entry, fields }) => ({ id: entry.id, name: entry.names[0]?.text ?? '', fields })),
  })),
});
