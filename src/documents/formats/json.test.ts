import { describe, expect, it } from 'vitest';
import { codes, readRoot } from '../../../test/documents/read-bytes.ts';
import { findJsonFault } from '../json-fault.ts';

describe('json', () => {
  it.each(['{"account": 40702810900000012345678901234567890, "x": 1e999}', '{"a": "\\ud800 alone"}', '[1.10, 2]'])(
    'keeps %s as it stands',
    async (text) => {
      const document = await readRoot(text, 'a.json');
      expect([document.text, document.status, document.problems]).toEqual([text, 'parsed', []]);
    },
  );

  it('notes a fault with its line', async () => {
    const document = await readRoot('{"a": 1,\n"b": }', 'a.json');
    expect([document.status, codes(document)]).toEqual(['parsed', ['malformed']]);
    expect(document.problems[0]?.detail).toContain('line 2');
  });
});

describe('findJsonFault', () => {
  it.each(['{}', '[]', ' [1, -2.5e3, "x\\n\\u00e9", true, null, {"a": []}] ', '"x"', '{"a":1}\n{"a":2}\n'])(
    'takes %s',
    (text) => {
      expect(findJsonFault(text)).toBeNull();
    },
  );

  it.each([
    '',
    '{',
    '[1,]',
    '[1 2]',
    '{"a" 1}',
    '{a: 1}',
    '{"a": 01}',
    '"open',
    '"\\x"',
    '["a\nb"]',
    '[1]]',
    "{'a': 1}",
    '{"a":1,}',
  ])('finds one in %s', (text) => {
    expect(findJsonFault(text)).not.toBeNull();
  });

  it('survives a million brackets', () => {
    expect(findJsonFault('['.repeat(1_000_000))?.what).toContain('end');
    expect(findJsonFault(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).toBeNull();
  });
});
