import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimId, OPTIONS, VIEW } from '../../test/dossier/fixture.ts';
import { COLUMNS, csv, writeCell } from './csv.ts';

const records = (text: string): string[][] => parse(text, { bom: false, record_delimiter: '\r\n' });

describe('writeCell', () => {
  test.each([
    ['=1+2', '"\'=1+2"'],
    ['+33 1', '"\'+33 1"'],
    ['-5', '"\'-5"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ['  =cmd|x', '"\'  =cmd|x"'],
    ['\n=1', '"\'\n=1"'],
    ['\u00a0=1', '"\'\u00a0=1"'],
    ['\u200b=1', '"\'\u200b=1"'],
    ['\ufeff=1', '"\'\ufeff=1"'],
    ['＝1', '"\'＝1"'],
    ['say "no"', '"say ""no"""'],
    ['a=b', '"a=b"'],
    ['3-4', '"3-4"'],
    ['x@y', '"x@y"'],
    ['', '""'],
  ])('%j', (value, expected) => {
    expect(writeCell(value)).toBe(expected);
  });

  test('any table reads back, and no cell starts a formula', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', ' ', '\t', '\r', '\n', '"', ',', 'a', '\u00a0', '\u200b'),
      }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (cells) => {
        const [row, ...others] = records(`${cells.map(writeCell).join(',')}\r\n`);
        expect(others).toEqual([]);
        row?.forEach((cell, n) => {
          expect([cells[n], `'${cells[n]}`]).toContain(cell);
          expect(cell.trimStart()).not.toMatch(/^[=+\-@]/);
          expect(cell).not.toMatch(/^[\t\r]/);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('the csv export', () => {
  const [header, ...rows] = records(csv.write(VIEW, OPTIONS));
  const row = (name: string): Record<string, string> => {
    const found = rows.find((cells) => cells[0] === claimId(name));
    return Object.fromEntries((header ?? []).map((column, n) => [column, found?.[n] ?? '(none)']));
  };

  test('has a header and one line for each claim that stands', () => {
    expect(header).toEqual(COLUMNS.map(([name]) => name));
    expect(rows).toHaveLength(13);
    expect(rows.map((cells) => cells[0])).not.toContain(claimId('rejected'));
  });

  test('names who says what through whom', () => {
    expect(row('supply-tidal')).toMatchObject({
      document: 'tidal-post.txt',
      quotation: 'Nordwerk Marine delivered 1,500 pumps to Karst Foundry in the third quarter of 2031',
      subject: 'Nordwerk Marine GmbH',
      predicate: 'supplies',
      object: 'Karst Foundry',
      theme: '1,500 pumps',
      value: '1500',
      time_edtf: '2031-07/2031-09',
      modality: 'reported',
      attribution: 'Tidal Post > Harbour Gazette',
      publisher_origin: 'Harbour Gazette report, 11 February 2032',
      finding_documents: '2',
      finding_publisher_origins: '1',
      review: 'proposed',
    });
  });
});
