import type { QueryHit } from '../../screening/index.ts';
import type { RowQuery } from '../../snapshots/index.ts';
import { counted, note, shown } from '../output.ts';
import { type Asked, loadAsked, oldLists } from '../screening.ts';
import { type CommonOptions, lexicons } from '../session.ts';

/** Lines gathered before they are written, and how often progress is told. */
const LINES_AT_ONCE = 500;
const PROGRESS_EVERY_MS = 2000;
/** How many problems of rows are named; with `--json` each line has its own. */
const SHOWN_PROBLEMS = 20;

/** Screens every line of a table, in order; with `--json` one line a query, else one line a hit. What a row has wrong is named. */
export async function batch(path: string, options: CommonOptions, asked: Asked): Promise<void> {
  const { readQueries, screenBatch } = await import('../../snapshots/index.ts');
  const loaded = await loadAsked(asked);
  const { asOf, threshold, limit } = asked;
  const problems = startProblems(path);
  let passedOver = 0;
  const queries = readQueries(path, await lexicons(), {
    onPassedOver: (row) => {
      passedOver++;
      problems.tell(row, 'row-without-name', 'the row has neither a name nor a number: it was passed over.');
    },
    onUnusedColumns: (columns) => note(`Columns not compared: ${columns.map((one) => shown(one, 40)).join(', ')}.`),
  });
  const plain = { asOf, limit, ...(threshold === undefined ? {} : { threshold }) };
  const progress = startProgress();
  let lines: string[] = [];
  let cut = 0;
  for await (const { query, hits, total } of screenBatch(queries, loaded, plain)) {
    progress.count(hits.length > 0);
    if (total > hits.length) cut++;
    for (const { code, detail } of query.problems) problems.tell(query.row, code, detail);
    if (options.json) lines.push(JSON.stringify(answerOf(query, hits, total)));
    else lines.push(...hits.map((hit) => lineOf(query.name, hit)));
    if (lines.length < LINES_AT_ONCE) continue;
    await flush(lines);
    lines = [];
  }
  await flush(lines);
  progress.end();
  problems.end();
  if (passedOver > 0) note(`${counted(passedOver, 'line')} without a query passed over.`);
  if (cut > 0) {
    const have = cut === 1 ? 'query has' : 'queries have';
    note(`${cut.toLocaleString('en')} ${have} more possible matches than the ${limit} shown; --limit shows more.`);
  }
  const against = loaded.snapshots.map(({ list, date }) => `${list} of ${date}`).join(', ');
  note(`Against ${against}. A person has to compare what was found; that nothing was found is no clearance.`);
  for (const words of oldLists(loaded.snapshots)) note(words);
}

/** One line of `--json`; problems only where a row has some, `total` only where there are more hits than the line has. */
const answerOf = ({ name, row, problems }: RowQuery, hits: readonly QueryHit[], total: number) => ({
  query: name,
  ...(total > hits.length ? { total } : {}),
  ...(problems.length > 0 ? { problems: problems.map((problem) => ({ ...problem, row })) } : {}),
  hits: hits.map(brief),
});

/** What the contract names, and what a reader of the line needs besides: programme and listing. */
const brief = ({ list, id, name, matched, score, reasons, programmes, listing }: QueryHit) => ({
  list,
  id,
  name,
  score,
  reasons,
  matched,
  programmes,
  listing: { status: listing.status, since: listing.since, until: listing.until, detail: listing.detail },
});

const lineOf = (query: string, { score, list, id, name, listing }: QueryHit): string =>
  [shown(query), score.toFixed(2), list, id, shown(name), shown(listing.detail)].join('\t');

/** Writes lines and waits until they are taken, so that a slow reader does not fill the memory. */
async function flush(lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const text = `${lines.join('\n')}\n`;
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** Names the first problems of rows as they come and counts the rest. */
function startProblems(path: string) {
  const file = path === '-' ? 'standard input' : path;
  let count = 0;
  return {
    tell: (row: number, code: string, detail: string): void => {
      count++;
      if (count <= SHOWN_PROBLEMS) note(`${shown(file)}, line ${row}: ${code}: ${shown(detail, 240)}`);
    },
    end: (): void => {
      if (count > SHOWN_PROBLEMS)
        note(`… and ${counted(count - SHOWN_PROBLEMS, 'more problem')}; --json has each with its row.`);
    },
  };
}

function startProgress() {
  const started = performance.now();
  let told = started;
  let done = 0;
  let hit = 0;
  const tell = (end: string): void => {
    const seconds = (performance.now() - started) / 1000;
    const speed = Math.round(done / Math.max(seconds, 0.001));
    note(
      `${counted(done, 'query', 'queries')}, ${counted(hit, 'with a possible match', 'with a possible match')}, ${speed.toLocaleString('en')} a second${end}`,
    );
  };
  return {
    count: (hasHit: boolean): void => {
      done++;
      if (hasHit) hit++;
      if (done % 200 !== 0 || performance.now() - told < PROGRESS_EVERY_MS) return;
      told = performance.now();
      tell(' …');
    },
    end: () => tell('.'),
  };
}
