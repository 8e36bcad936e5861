import { describe, expect, it } from 'vitest';
import type { ListEntry } from '../../model/index.ts';
import { bareEntry } from '../lists/item.ts';
import { entryPool } from './entry-pool.ts';

const entry = (id: string, more: Partial<ListEntry> = {}): ListEntry => ({
  ...bareEntry('made-up', id, 'person'),
  names: [{ text: 'DORNIN, Ivan Сергеевич', kind: 'primary' }],
  ...more,
});

describe('entryPool', () => {
  it('gives back what it was given, field for field', () => {
    const entries = [
      entry('1'),
      entry('2', { identifiers: [{ scheme: 'imo', value: '9000003', country: null }], gender: 'female' }),
      ...Array.from({ length: 3000 }, (_, at) => entry(`many ${at}`, { remarks: '王'.repeat(at % 50) })),
    ];
    const pool = entryPool();
    for (const one of entries) pool.add(one);
    const source = pool.finish();
    expect(source.size).toBe(entries.length);
    expect(entries.map((_, at) => source.at(at))).toEqual(entries);
  });

  it('names an entry that is not there', () => {
    expect(() => entryPool().finish().at(0)).toThrow('no entry 0 of 0');
  });
});
