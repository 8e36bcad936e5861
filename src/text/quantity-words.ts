import type { Value } from '../model/index.ts';

const BOUNDS: Readonly<Record<Value['op'], string>> = {
  '=': '',
  '~': 'about',
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'up to',
};

/** An amount with its bound in words, digits as they are: `up to 600 mi`, `63 engines`. */
export const wordAmount = ({ op, number, unit }: Pick<Value, 'op' | 'number' | 'unit'>): string =>
  [BOUNDS[op], number, unit].filter((part) => part !== '').join(' ');

/** A time in EDTF as it stands in a sentence: `since 2023-07`, `until 2024`, `2024-04 to 2024-06`, `about 2031`. */
export function wordEdtf(edtf: string): string {
  const [from = '', to, ...rest] = edtf.split('/');
  if (rest.length > 0) return edtf;
  const about = (date: string): string => (/^\d[\d-]*~$/.test(date) ? `about ${date.slice(0, -1)}` : date);
  if (to === undefined) return about(from);
  if (to === '..' || to === '') return `since ${about(from)}`;
  if (from === '..' || from === '') return `until ${about(to)}`;
  return `${about(from)} to ${about(to)}`;
}
