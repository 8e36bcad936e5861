import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, contentId, hashOf } from './identity.ts';

describe('canonicalJson', () => {
  test('does not depend on the order of keys, at any depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
    expect(hashOf({ a: 1, b: { c: 2, d: 3 } })).toBe(hashOf({ b: { d: 3, c: 2 }, a: 1 }));
  });

  test('keeps a key called __proto__ as data and leaves out undefined', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1}}');
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test('reads back as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(text.length).toBe(JSON.stringify(value).length);
      }),
    );
  });
});

test('contentId tells parts apart that would be equal when joined', () => {
  expect(contentId('m', 'ab', 'c')).not.toBe(contentId('m', 'a', 'bc'));
  expect(contentId('m', 'a', 1)).toBe(contentId('m', 'a', 1));
});
