import { describe, expect, it } from 'vitest';
import { codes, readAll } from '../../../test/documents/read-bytes.ts';

const message = (n: number, body: string) =>
  `From vera@lantern.example Tue May  4 10:00:0${n} 2032\nFrom: Vera <vera@lantern.example>\nTo: Karl <karl@kestrel.example>\nSubject: Letter ${n}\nMessage-ID: <${n}@lantern.example>\n\n${body}\n\n`;

describe('mbox', () => {
  it('makes every message a document', async () => {
    const items = await readAll([1, 2, 3].map((n) => message(n, `Body ${n}.`)).join(''), 'inbox');
    expect(
      items.map(({ document }) => [
        document.mediaType,
        document.parent?.place ?? null,
        document.text.split('\n').at(-1),
      ]),
    ).toEqual([
      ['application/mbox', null, ''],
      ['message/rfc822', 'message 1', 'Body 1.'],
      ['message/rfc822', 'message 2', 'Body 2.'],
      ['message/rfc822', 'message 3', 'Body 3.'],
    ]);
    expect([items[0]?.document.status, codes(items[0]!.document)]).toEqual(['parsed', []]);
  });

  it('does not split at a sentence that begins with From, and takes the mailbox’s own sign off one', async () => {
    const body =
      'The pumps came.\n\nFrom the port they went on by rail.\n\n>From May on nobody paid.\n>>From a letter.';
    const items = await readAll(message(1, body) + message(2, 'End.'), 'inbox.mbox');
    expect(items).toHaveLength(3);
    expect(items[1]?.document.text).toContain(
      'From the port they went on by rail.\n\nFrom May on nobody paid.\nFrom a letter.',
    );
    // The second sign is the writer's: it quotes a line. It is kept as the depth of its block, not as a character.
    const { text, blocks } = items[1]!.document;
    const quoted = blocks.filter(({ depth }) => depth === 1).map(({ span }) => text.slice(span.start, span.end));
    expect(quoted).toEqual(['From a letter.']);
  });

  it('does not split at a quoted separator inside a forwarded text', async () => {
    const items = await readAll(
      message(1, `He wrote:\n> ${message(2, 'x').trim().replaceAll('\n', '\n> ')}`) + message(3, 'End.'),
      'a.mbox',
    );
    expect(items).toHaveLength(3);
  });

  it('reads Windows line ends and separators without a date', async () => {
    const text = [1, 2]
      .map((n) =>
        message(n, `Body ${n}.`)
          .replace(/^From .*$/m, 'From - Tue May 04 10:00:00 2032')
          .replaceAll('\n', '\r\n'),
      )
      .join('');
    const items = await readAll(text, 'Inbox.mbox');
    expect(items.slice(1).map(({ document }) => document.metadata.title)).toEqual(['Letter 1', 'Letter 2']);
  });

  it('leaves a single message with such a line a message, and prose prose', async () => {
    expect((await readAll(message(1, 'One.'), 'a.eml'))[0]?.document.mediaType).toBe('message/rfc822');
    expect(
      (await readAll('From Riga to Varna\n\nFrom May 4 on, at 10:00, 2032 pumps left.\n', 'a.txt'))[0]?.document
        .mediaType,
    ).toBe('text/plain');
  });

  it('stops at the limit on entries', async () => {
    const items = await readAll(Array.from({ length: 40 }, (_, n) => message(n % 10, `${n}`)).join(''), 'inbox', {
      limits: { maxEntries: 10 },
    });
    expect([items.length, codes(items[0]!.document)]).toEqual([11, ['too-many-entries']]);
  });
});
