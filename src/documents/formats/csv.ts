import type { Block, Problem } from '../../model/index.ts';
import { decodeText } from '../encoding.ts';
import { problemsBy, type Reader } from '../reader.ts';
import { findFields, findRecords, type TableRecord } from '../records.ts';
import { columnName } from '../sheet/address.ts';
import { MOST_CELLS } from '../text-builder.ts';
import { findSeparator } from '../text-shapes.ts';

const problem = problemsBy('documents/csv');

/** A table as text: the decoded file unchanged, each record a row that knows its number. */
export const csv: Reader = {
  name: 'csv',
  version: 2,
  mediaTypes: ['text/csv'],
  extensions: ['.csv', '.tsv', '.tab'],
  read: async ({ bytes, encoding, budget }) => {
    const decoded = decodeText(bytes, { encoding, maxChars: budget.textLeft() });
    const separator = findSeparator(decoded.text) ?? ',';
    const records = findRecords(decoded.text, separator);
    return {
      ...decoded,
      blocks: toBlocks(decoded.text, records, separator),
      metadata: { fields: { separator: separator === '\t' ? 'tab' : separator } },
      problems: [...decoded.problems, ...judge(decoded.text, records)],
    };
  },
};

const isBlank = (text: string, { start, end }: TableRecord): boolean => text.slice(start, end).trim() === '';

function toBlocks(text: string, records: readonly TableRecord[], separator: string): Block[] {
  let cellsLeft = MOST_CELLS;
  return records.flatMap((record, i): Block[] => {
    if (isBlank(text, record)) return [];
    const row = { span: { start: record.start, end: record.end }, kind: 'table-row', place: `row ${i + 1}` } as const;
    cellsLeft -= record.fields;
    if (cellsLeft < 0) return [row];
    const cells = findFields(text, record, separator).map(({ start, end, column }) => ({
      start,
      end,
      address: `${columnName(column)}${i + 1}`,
    }));
    return [{ ...row, cells }];
  });
}

function judge(text: string, records: readonly TableRecord[]): Problem[] {
  const numbered = records.map((record, i) => ({ record, n: i + 1 })).filter(({ record }) => !isBlank(text, record));
  const open = numbered.filter(({ record }) => record.isOpen).map(({ n }) => n);
  const ragged = numbered.filter(({ record }) => record.fields !== numbered[0]?.record.fields).map(({ n }) => n);
  const rows = (some: readonly number[]): string => `row ${some.slice(0, 5).join(', ')}${some.length > 5 ? ' …' : ''}`;
  return [
    ...(open.length > 0
      ? [
          problem(
            'malformed',
            'warning',
            `A quotation mark is not closed (${rows(open)}); the row was ended with its line.`,
          ),
        ]
      : []),
    ...(ragged.length > 0
      ? [
          problem(
            'malformed',
            'note',
            `${ragged.length === 1 ? '1 row has' : `${ragged.length} rows have`} more or fewer fields than the first (${rows(ragged)}).`,
          ),
        ]
      : []),
  ];
}
