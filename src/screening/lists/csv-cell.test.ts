import { expect, test } from 'vitest';
import { cellValues } from './csv-cell.ts';

test.each<[string, readonly string[]]>([
  ['', []],
  ['Vesna', ['Vesna']],
  ['Vesna; Spring ;;Vesna', ['Vesna', 'Spring']],
  ['"OOO ""VESNA""";"Lake; Owls"', ['OOO "VESNA"', 'Lake; Owls']],
  ['Spring;"Act - owls; and ""others"" - 2030-01-01"', ['Spring', 'Act - owls; and "others" - 2030-01-01']],
  ['"Line one\nline two";Spring', ['Line one\nline two', 'Spring']],
  // Not written by a program: marks stand where no line of CSV has them.
  ['ООО "Весна";Spring', ['ООО "Весна"', 'Spring']],
  ['"Весна" ООО; ООО "Лес; Озеро"', ['"Весна" ООО', 'ООО "Лес; Озеро"']],
  ['Screen 24";Spring', ['Screen 24";Spring']],
  ['"never closed;Spring', ['"never closed;Spring']],
])('%j', (cell, values) => expect(cellValues(cell)).toEqual(values));
