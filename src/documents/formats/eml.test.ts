import { describe, expect, it } from 'vitest';
import { blocksOf, codes, readAll, readRoot } from '../../../test/documents/read-bytes.ts';
import { sha256 } from '../../text/index.ts';

const HEAD = [
  'From: "Vera Novik" <vera@lantern.example>',
  'To: Karl <karl@kestrel.example>',
  'Date: Tue, 04 May 2032 10:00:00 +0300',
  'Message-ID: <1@lantern.example>',
  'MIME-Version: 1.0',
];
const mail = (headers: readonly string[], body: string) => [...headers, '', body].join('\r\n');

const PLAIN = mail(
  [...HEAD, 'Subject: =?utf-8?B?0KHRh9GR0YI=?= 12', 'Content-Type: text/plain; charset=utf-8'],
  'Dear Karl,\r\n\r\nthe parts left.\r\n> When?\r\n> And how?\r\nIn May.\r\n-- \r\nVera\r\n',
);

const multipart = (parts: readonly string[], boundary = 'b') =>
  mail(
    [...HEAD, 'Subject: S', `Content-Type: multipart/mixed; boundary=${boundary}`],
    `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`,
  );
const attachment = (name: string, content: string, type = 'text/plain') =>
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`;

describe('eml', () => {
  it('puts the headers as they are above the body', async () => {
    const document = await readRoot(PLAIN, 'a.eml');
    expect(document.text).toBe(
      'From: "Vera Novik" <vera@lantern.example>\nTo: Karl <karl@kestrel.example>\nDate: Tue, 04 May 2032 10:00:00 +0300\nSubject: Счёт 12\n\nDear Karl,\n\nthe parts left.\n> When?\n> And how?\nIn May.\n-- \nVera',
    );
    expect(blocksOf(document).slice(-2)).toEqual(['quotation: > When?\n> And how?', 'boilerplate: -- \nVera']);
    expect(document.blocks[3]).toMatchObject({ kind: 'paragraph', place: 'header Subject' });
  });

  it('reads metadata', async () => {
    const { metadata } = await readRoot(PLAIN, 'a.eml');
    expect(metadata).toMatchObject({
      title: 'Счёт 12',
      author: '"Vera Novik" <vera@lantern.example>',
      published: '2032-05-04',
    });
    expect(metadata.fields['message-id']).toBe('<1@lantern.example>');
  });

  it('makes attachments documents of their own, two of one name as well', async () => {
    const items = await readAll(
      multipart([
        'Content-Type: text/plain\r\n\r\nSee attached.',
        attachment('a.txt', 'first'),
        attachment('a.txt', 'second'),
        attachment('../../etc/x.txt', 'third'),
      ]),
      'a.eml',
    );
    expect(
      items.map(({ document }) => [document.name, document.parent?.place ?? null, document.text.split('\n').at(-1)]),
    ).toEqual([
      ['a.eml', null, 'See attached.'],
      ['a.txt', 'part 1 (a.txt)', 'first'],
      ['a.txt', 'part 2 (a.txt)', 'second'],
      ['x.txt', 'part 3 (../../etc/x.txt)', 'third'],
    ]);
    expect(items[1]?.document.parent?.document).toBe(items[0]?.document.id);
    expect(sha256(items[1]?.bytes ?? '')).toBe(items[1]?.document.id);
    expect(items[0]?.bytes).toBeNull();
  });

  it('opens enclosed messages as messages', async () => {
    const items = await readAll(
      multipart(['Content-Type: text/plain\r\n\r\nForwarded.', `Content-Type: message/rfc822\r\n\r\n${PLAIN}`]),
      'a.eml',
    );
    expect(items.map(({ document }) => [document.mediaType, document.status])).toEqual([
      ['message/rfc822', 'parsed'],
      ['message/rfc822', 'parsed'],
    ]);
    expect(items[1]?.document.metadata.title).toBe('Счёт 12');
  });

  it('reads the page of a message without plain text, and fetches nothing in it', async () => {
    const document = await readRoot(
      mail([...HEAD, 'Content-Type: text/html'], '<p>One.</p><p>Two.<img src="http://tracker.example/p.gif"></p>'),
      'a.eml',
    );
    expect(blocksOf(document).slice(-2)).toEqual(['paragraph: One.', 'paragraph: Two.']);
  });

  it('decodes windows-1252 bodies', async () => {
    const bytes = Buffer.concat([
      Buffer.from(mail([...HEAD, 'Content-Type: text/plain; charset=windows-1252'], '')),
      Buffer.from([0x93, 0x61, 0x94, 0x20, 0x96]),
    ]);
    expect((await readRoot(bytes, 'a.eml')).text.endsWith('“a” –')).toBe(true);
  });

  it.each([
    ['two senders', ['From: a@b.example', ...HEAD]],
    ['a display name that is another address', ['From: "boss@bank.example" <thief@evil.example>', 'Message-ID: <1@x>']],
    ['an impossible date', ['From: a@b.example', 'Message-ID: <1@x>', 'Date: Mon, 31 Feb 2032 10:00:00 +0000']],
  ])('notes %s', async (_, headers) => {
    const document = await readRoot(mail(headers, 'Text'), 'a.eml');
    expect([codes(document), document.status]).toEqual([['malformed'], 'parsed']);
  });

  it('stops at the depth limit and says so on every message above', async () => {
    const nested = [1, 2, 3, 4].reduce(
      (inner, n) =>
        multipart(
          ['Content-Type: text/plain\r\n\r\nOuter.', `Content-Type: message/rfc822\r\n\r\n${inner}`],
          `level${n}`,
        ),
      PLAIN,
    );
    const items = await readAll(nested, 'a.eml', { limits: { maxDepth: 2 } });
    expect(items).toHaveLength(3);
    for (const { document } of items)
      expect([document.status, codes(document)]).toEqual(['partial', ['nested-too-deep']]);
  });
});
