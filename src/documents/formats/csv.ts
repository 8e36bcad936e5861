import type { Block, Cell, Problem } from '../../model/index.ts';
import { decodeText } from '../encoding.ts';
import { problemsBy, type Reader } from '../reader.ts';
import { findFields, findRecords, isBlank, type TableRecord } from '../records.ts';
import { columnName } from '../sheet/address.ts';
import { MOST_CELLS } from '../text-builder.ts';
import { findSeparator } from '../text-shapes.ts';

const problem = problemsBy('documents/csv');

/** A table as text: the decoded file unchanged, each record a row that knows its number. */
export const csv: Reader = {
  name: 'csv',
  mediaTypes: ['text/csv'],
  extensions: ['.csv', '.tsv', '.tab'],
  read: async ({ bytes, encoding, budget }) => {
    const decoded = decodeText(bytes, { encoding, maxChars: budget.textLeft() });
    const separator = findSeparator(decoded.text) ?? ',';
    const { blocks, problems } = readRows(decoded.text, separator);
    return {
      ...decoded,
      blocks,
      metadata: { fields: { separator: separator === '\t' ? 'tab' : separator } },
      problems: [...decoded.problems, ...problems],
    };
  },
};

function readRows(text: string, separator: string): { readonly blocks: Block[]; readonly problems: Problem[] } {
  const blocks: Block[] = [];
  const open = createTally();
  const ragged = createTally();
  let cellsLeft = MOST_CELLS;
  let usual = 0;
  let n = 0;
  for (const record of findRecords(text, separator)) {
    n += 1;
    if (isBlank(text, record)) continue;
    if (usual === 0) usual = record.fields;
    if (record.isOpen) open.add(n);
    if (record.fields !== usual) ragged.add(n);
    cellsLeft -= record.fields;
    const span = { start: record.start, end: record.end };
    const row = { span, kind: 'table-row', place: `row ${n}` } as const;
    blocks.push(cellsLeft < 0 ? row : { ...row, cells: toCells(text, record, { separator, n }) });
  }
  return { blocks, problems: judge(open, ragged) };
}

function toCells(
  text: string,
  record: TableRecord,
  { separator, n }: { readonly separator: string; readonly n: number },
): Cell[] {
  return findFields(text, record, separator).map(({ start, end, column }) => ({
    start,
    end,
    address: `${columnName(column)}${n}`,
  }));
}

/** Counts rows and remembers the first few. */
function createTally() {
  const first: number[] = [];
  let count = 0;
  return {
    add: (n: number): void => {
      count += 1;
      if (first.length < 5) first.push(n);
    },
    count: () => count,
    rows: () => `row ${first.join(', ')}${count > first.length ? ' …' : ''}`,
  };
}

type Tally = ReturnType<typeof createTally>;

function judge(open: Tally, ragged: Tally): Problem[] {
  const problems: Problem[] = [];
  if (open.count() > 0)
    problems.push(
      problem(
        'malformed',
        'warning',
        `A quotation mark is not closed (${open.rows()}); the row was ended with its line.`,
      ),
    );
  if (ragged.count() > 0)
    problems.push(
      problem(
        'malformed',
        'note',
        `${ragged.count() === 1 ? '1 row has' : `${ragged.count()} rows have`} more or fewer fields than the first (${ragged.rows()}).`,
      ),
    );
  return problems;
}
