import { ClewError } from '../../errors.ts';
import type { AddReport, DateBasis, Snapshot } from '../../snapshots/index.ts';
import { counted, note, printJson, printLine, shown, table } from '../output.ts';
import { type CommonOptions, lexicons, now } from '../session.ts';

const BASIS: Readonly<Record<DateBasis, string>> = {
  given: 'as you say',
  stated: 'as the list says',
  'file-name': 'from the file’s name',
  'file-time': 'from the time the file was last changed; give --as-of if that is not the list’s day',
};

const wordHistory = ({ first, last }: { readonly first: string; readonly last: string }): string =>
  `a history: its columns tell of snapshots from ${first} to ${last}, and who was removed between (--no-history if it shows one day)`;

/** Said of tables whose columns first_seen and last_seen are no history. */
const CRAWLED =
  'The days in first_seen and last_seen are of crawling, not of listing: nobody counts as removed by them (--history if they sum up earlier snapshots).';

/** How many problems are printed; `--json` has all. */
const SHOWN_PROBLEMS = 20;

export async function addFiles(
  files: readonly string[],
  options: CommonOptions & {
    readonly list?: string;
    readonly asOf?: string;
    readonly history?: boolean;
    readonly acceptShrunk?: boolean;
  },
): Promise<void> {
  const { addLists, dataFolder } = await import('../../snapshots/index.ts');
  const asOf = dayOption(options.asOf);
  const report = await addLists(
    files.map((path) => ({ path })),
    await lexicons(),
    {
      data: dataFolder(),
      list: listOption(options.list),
      asOf,
      now: now(),
      acceptShrunk: options.acceptShrunk ?? false,
      ...(options.history === undefined ? {} : { isHistory: options.history }),
    },
  );
  if (options.json) printJson(report);
  else tellAdded(report);
}

/** Says what was added, under which day, and everything that was not. */
export function tellAdded({ added, problems, passedOver }: AddReport): void {
  for (const { snapshot, wasKnown } of added) {
    const { list, title, date, dateBasis, entries, isPartial, isHistory, seen } = snapshot;
    const known = wasKnown ? ' (these files were there already)' : '';
    printLine(
      `${list}: ${shown(title)}, ${counted(entries, 'entry', 'entries')}, as of ${date}, ${BASIS[dateBasis]}${known}`,
    );
    if (seen && isHistory) printLine(`  ${wordHistory(seen)}`);
    if (isPartial) {
      printLine(
        '  far fewer entries than the snapshot before: taken as additions, so that an entry is not in it says nothing',
      );
    }
    for (const { name, sha256 } of snapshot.originals) printLine(`  ${sha256}  ${shown(name)}`);
  }
  if (added.some(({ snapshot: { seen, isHistory } }) => seen !== null && !isHistory)) note(CRAWLED);
  for (const { what, count } of passedOver) note(`Passed over: ${count.toLocaleString('en')} ${what}.`);
  for (const { code, file, row, detail } of problems.slice(0, SHOWN_PROBLEMS)) {
    note(`${shown(file)}${row > 0 ? `, line ${row}` : ''}: ${code}: ${shown(detail, 200)}`);
  }
  if (problems.length > SHOWN_PROBLEMS)
    note(`… and ${counted(problems.length - SHOWN_PROBLEMS, 'more problem')}; --json has all.`);
}

export async function listLists(options: CommonOptions): Promise<void> {
  const { dataFolder, listSnapshots } = await import('../../snapshots/index.ts');
  const snapshots = listSnapshots(dataFolder());
  if (options.json) {
    printJson(snapshots);
    return;
  }
  if (snapshots.length === 0) {
    note(`No list is installed in ${dataFolder()}. Add one: clew lists add <file…>, or clew lists update --online.`);
    return;
  }
  const rows = snapshots.map((one) => [
    one.list,
    one.date,
    one.entries.toLocaleString('en'),
    one.seen && one.isHistory ? `${one.seen.first} to ${one.seen.last}` : '—',
    (one.originals[0]?.sha256 ?? '').slice(0, 12),
    `${shown(one.title)}${one.isPartial ? ' (additions only)' : ''}`,
  ]);
  for (const line of table([['list', 'as of', 'entries', 'first and last seen', 'sha256', 'title'], ...rows]))
    printLine(line);
}

export async function removeList(list: string, options: CommonOptions & { readonly asOf?: string }): Promise<void> {
  const { dataFolder, listSnapshots, removeSnapshots } = await import('../../snapshots/index.ts');
  const data = dataFolder();
  const found = listSnapshots(data).filter((one) => one.list === list && (!options.asOf || one.date === options.asOf));
  if (found.length === 0) {
    const day = options.asOf ? ` of ${options.asOf}` : '';
    throw new ClewError('list-missing', `There is no snapshot${day} of a list called ${list}.`, {
      hint: 'See what is there: clew lists list.',
    });
  }
  removeSnapshots(data, found);
  if (options.json) printJson({ removed: found.map(({ list, id, date }: Snapshot) => ({ list, id, date })) });
  else note(`Removed ${counted(found.length, 'snapshot')} of ${list}.`);
}

/** A day given on the command line, as ISO 8601; `null` when none was. Throws `usage` for anything else. */
export function dayOption(text: string | undefined): string | null {
  if (text === undefined) return null;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match ? new Date(`${text}T00:00:00Z`) : null;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
  throw new ClewError('usage', `${text} is no day.`, { hint: 'Days are written like 2024-03-02.' });
}

function listOption(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^[a-z0-9][a-z0-9_-]{0,59}$/.test(text)) return text;
  throw new ClewError('usage', `${text} cannot be the id of a list.`, {
    hint: 'Use lower-case letters, digits, dashes and underscores, for example ofac-sdn.',
  });
}
