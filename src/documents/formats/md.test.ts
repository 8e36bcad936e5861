import { describe, expect, it } from 'vitest';
import { blocksOf, readRoot } from '../../../test/documents/read-bytes.ts';

const TEXT = `---
title: "Parts for Borvik"
author: A. Reporter
date: 2031-05-04
tags: [a, b]
---
# Heading one

First line
second line.

Setext
------

- item one
  goes on
- [x] item two
1. numbered

> quoted
> on

| a | b |
|---|---|
| 1 | 2 |

\`\`\`
# no heading
\`\`\`
* * *
Last.
`;

describe('md', () => {
  it('keeps the file as it is and marks its structure', async () => {
    const document = await readRoot(TEXT, 'a.md');
    expect(document.text).toBe(TEXT);
    expect(blocksOf(document)).toEqual([
      'heading: Heading one',
      'paragraph: First line\nsecond line.',
      'heading: Setext',
      'list-item: item one\n  goes on',
      'list-item: item two',
      'list-item: numbered',
      'quotation: quoted\n> on',
      'table-row: a | b |',
      'table-row: 1 | 2 |',
      'paragraph: # no heading',
      'paragraph: Last.',
    ]);
  });

  it('reads front matter', async () => {
    const { metadata } = await readRoot(TEXT, 'a.md');
    expect(metadata).toMatchObject({
      title: 'Parts for Borvik',
      author: 'A. Reporter',
      published: '2031-05-04',
      fields: { tags: '[a, b]' },
    });
  });

  it('takes the first heading for the title when nothing else is given', async () => {
    expect((await readRoot('text\n\n## The title\n', 'a.md')).metadata.title).toBe('The title');
  });

  it('does not take a thematic break for front matter', async () => {
    expect(blocksOf(await readRoot('one\n\n---\n\ntwo: x\n\n---\n', 'a.md'))).toEqual([
      'paragraph: one',
      'paragraph: two: x',
    ]);
  });
});
