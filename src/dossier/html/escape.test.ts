import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { escapeAttribute, escapeClipped, escapeCss, escapeText, languageAttribute, scriptAttribute } from './escape.ts';

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** What a browser makes of the markup: its text, with `<span class="u">` turned back into the character it names. */
function readBack(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.nodeName === '#text') return node.value ?? '';
      expect(node.nodeName).toBe('span');
      expect(node.attrs).toEqual([{ name: 'class', value: 'u' }]);
      const name = readBack(node.childNodes ?? []);
      return String.fromCodePoint(Number.parseInt(name.slice(3, -1), 16));
    })
    .join('');
}

const nodesOf = (html: string): readonly Node[] => parseFragment(html).childNodes as unknown as readonly Node[];

describe('escapeText', () => {
  test.each([
    ['<img src=x onerror="alert(1)">', '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;'],
    ["</style><script>'&'", '&lt;/style&gt;&lt;script&gt;&#39;&amp;&#39;'],
    ['a\u202eb', 'a<span class="u">⟨U+202E⟩</span>b'],
    ['a\u200bb\u00ad', 'a<span class="u">⟨U+200B⟩</span>b<span class="u">⟨U+00AD⟩</span>'],
    ['\u0000\u0007', '<span class="u">⟨U+0000⟩</span><span class="u">⟨U+0007⟩</span>'],
    ['\ud800', '<span class="u">⟨U+D800⟩</span>'],
    ['\u{e0041}', '<span class="u">⟨U+E0041⟩</span>'],
    ['tab\tline\nnext', 'tab\tline\nnext'],
    ['Юрий 灰林 نص', 'Юрий 灰林 نص'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['a\u200cb', 'a<span class="u">⟨U+200C⟩</span>b'],
    ['⚓\ufe0f', '⚓\ufe0f'],
    ['1\ufe0f', '1<span class="u">⟨U+FE0F⟩</span>'],
    ['e\u0301', 'e\u0301'],
    [`e${'\u0301'.repeat(5)}`, `e${'\u0301'.repeat(4)}<span class="u">⟨U+0301⟩</span>`],
  ])('%j', (input, expected) => {
    expect(escapeText(input)).toBe(expected);
  });

  test('any text reads back as it was, and makes no element but the marks of hidden characters', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '<',
          '>',
          '&',
          '"',
          "'",
          '/',
          '!',
          '-',
          '\r',
          '\n',
          '\u202e',
          '\ud83d',
          'a',
          '\u0301',
          '\u200d',
        ),
      }),
    );
    fc.assert(
      fc.property(anything, (input) => {
        expect(readBack(nodesOf(escapeText(input)))).toBe(input);
      }),
      { numRuns: 500 },
    );
  });

  test('a long line of anything takes time in step with its length', () => {
    const started = performance.now();
    for (const text of ['<'.repeat(1e5), '\u202e'.repeat(1e5), '\u0301'.repeat(1e5), '\u200d'.repeat(1e5)])
      escapeText(text);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('escapeAttribute', () => {
  test('any text stays one attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const [node, ...others] = nodesOf(`<p title="${escapeAttribute(input)}"></p>`);
        expect(others).toEqual([]);
        expect(node?.attrs?.map((attribute) => attribute.name)).toEqual(['title']);
      }),
    );
  });
});

describe('escapeCss', () => {
  test.each([
    ['Case 12', 'Case 12'],
    ['"; } </style>', '\\22 \\3b  \\7d  \\3c \\2f style\\3e '],
    ['Дело', '\\414 \\435 \\43b \\43e '],
  ])('%j', (input, expected) => {
    expect(escapeCss(input)).toBe(expected);
  });

  test('no text can end the string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        expect(escapeCss(input)).toMatch(/^(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*$/);
      }),
    );
  });
});

describe('escapeClipped', () => {
  test('a short text is whole', () => {
    expect(escapeClipped('short', 10)).toBe('short');
  });
  test('a long text says how much is left out and cuts no pair', () => {
    const clipped = escapeClipped(`a${'😀'.repeat(100)}`, 20);
    expect(clipped).toContain('characters not shown here]');
    expect(clipped).not.toContain('U+D83D');
    expect(clipped).not.toContain('U+DE00');
  });
});

describe('lang', () => {
  test.each([
    [languageAttribute('ru'), ' lang="ru"'],
    [languageAttribute('zh-Hans'), ' lang="zh-Hans"'],
    [languageAttribute('und'), ''],
    [languageAttribute('"><script>'), ''],
    [scriptAttribute('Cyrl'), ' lang="und-Cyrl"'],
    [scriptAttribute('Latn'), ''],
    [scriptAttribute('x" onload="'), ''],
  ])('%s', (attribute, expected) => {
    expect(attribute).toBe(expected);
  });
});
