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
      'From: "Vera Novik" <vera@lantern.example>\nTo: Karl <karl@kestrel.example>\nDate: Tue, 04 May 2032 10:00:00 +0300\nSubject: Счёт 12\n\nDear Karl,\n\nthe parts left.\nWhen?\nAnd how?\nIn May.\n-- \nVera',
    );
    expect(blocksOf(document).slice(4)).toEqual([
      'paragraph: Dear Karl,\n\nthe parts left.',
      'quotation: When?\nAnd how?',
      'paragraph: In May.',
      'boilerplate: -- \nVera',
    ]);
    expect(document.blocks.at(-2)?.place).toBe('part 1');
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
      ['a.txt', 'part 2 (a.txt)', 'first'],
      ['a.txt', 'part 3 (a.txt)', 'second'],
      ['x.txt', 'part 4 (../../etc/x.txt)', 'third'],
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

  it('names the part that each stretch of the body lies in', async () => {
    const inner =
      '--c\r\nContent-Type: text/plain\r\n\r\nFirst.\r\n\r\nSecond.\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>First.<p>Second.\r\n--c--';
    const document = await readRoot(
      multipart([
        `Content-Type: multipart/alternative; boundary=c\r\n\r\n${inner}`,
        'Content-Type: text/plain\r\n\r\nA list added its footer.',
        'Content-Type: text/html\r\n\r\n<p>And a page.</p>',
      ]),
      'a.eml',
    );
    expect(
      document.blocks.slice(4).map(({ place, span }) => [place, document.text.slice(span.start, span.end)]),
    ).toEqual([
      ['part 1.1', 'First.\n\nSecond.'],
      ['part 2', 'A list added its footer.'],
      ['part 3', 'And a page.'],
    ]);
  });

  it('lists what a mail program would fetch, and makes pictures in the mail documents', async () => {
    const items = await readAll(
      multipart([
        'Content-Type: text/html\r\n\r\n<p>Hello.<img src="http://tracker.example/p.gif?id=7"><img src="cid:logo"></p>',
        'Content-Type: image/png; name=logo.png\r\nContent-ID: <logo>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=',
      ]),
      'a.eml',
    );
    expect(items[0]?.document.metadata.fields['remote-resources']).toBe('http://tracker.example/p.gif?id=7');
    expect(items[1]?.document.parent?.place).toBe('part 2 (logo.png)');
  });

  it('does not believe a charset that the bytes of a part contradict', async () => {
    const document = await readRoot(
      mail([...HEAD, 'Content-Type: text/plain; charset=windows-1251'], 'Груз прибыл в порт вчера вечером.'),
      'a.eml',
    );
    expect([document.text.split('\n').at(-1), document.encoding]).toEqual([
      'Груз прибыл в порт вчера вечером.',
      'utf-8',
    ]);
  });

  it('obeys a person’s word on the encoding of the body', async () => {
    const bytes = Buffer.concat([
      Buffer.from(mail([...HEAD, 'Content-Type: text/plain; charset=iso-8859-1'], '')),
      Buffer.from([0xc4, 0xc1]),
    ]);
    const document = await readRoot(bytes, 'a.eml', { encoding: 'koi8-r' });
    expect(document.text.endsWith('да')).toBe(true);
  });

  it('reads bare headers in an old encoding', async () => {
    const subject = Buffer.from([
      0xd1, 0xf7, 0xe5, 0xf2, 0x20, 0xe7, 0xe0, 0x20, 0xed, 0xe0, 0xf1, 0xee, 0xf1, 0xfb, 0x20, 0xe8, 0x20, 0xef, 0xee,
      0xf1, 0xf2, 0xe0, 0xe2, 0xea, 0xf3,
    ]);
    const bytes = Buffer.concat([
      Buffer.from(`${HEAD.join('\r\n')}\r\nSubject: `),
      subject,
      Buffer.from('\r\n\r\nText.\r\n'),
    ]);
    expect((await readRoot(bytes, 'a.eml')).metadata.title).toBe('Счет за насосы и поставку');
  });

  it('puts a delivery report into the text and the returned message beside it', async () => {
    const items = await readAll(
      mail(
        [...HEAD, 'Subject: Undelivered', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
        `--b\r\nContent-Type: text/plain\r\n\r\nIt failed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; karl@kestrel.example\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${PLAIN}\r\n--b--`,
      ),
      'a.eml',
    );
    expect(items[0]?.document.text).toContain('Final-Recipient: rfc822; karl@kestrel.example');
    expect(items[1]?.document.metadata.title).toBe('Счёт 12');
    expect(items.map(({ document }) => document.status)).toEqual(['parsed', 'parsed']);
  });

  const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
    const content = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([tag, 0x82, content.length >> 8, content.length & 0xff]), content]);
  };
  const id = (last: number): Buffer => der(0x06, Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last]));
  const sealed = (cms: Buffer): string =>
    mail(
      [
        ...HEAD,
        'Subject: Sealed',
        'Content-Type: application/pkcs7-mime; name=smime.p7m',
        'Content-Transfer-Encoding: base64',
      ],
      cms.toString('base64'),
    );

  it('takes a message that is only signed out of its seal', async () => {
    const signed = der(
      0x30,
      der(0x02, Buffer.from([1])),
      der(0x31),
      der(0x30, id(1), der(0xa0, der(0x04, Buffer.from('Content-Type: text/plain\r\n\r\nThe pump was paid for.')))),
    );
    const items = await readAll(sealed(der(0x30, id(2), der(0xa0, signed))), 'a.eml');
    expect(items.map(({ document }) => [document.status, document.text.split('\n').at(-1)])).toEqual([
      ['parsed', ''],
      ['parsed', 'The pump was paid for.'],
    ]);
  });

  it.each([
    ['S/MIME', sealed(der(0x30, id(3), der(0xa0, der(0x30))))],
    [
      'PGP',
      mail(
        [...HEAD, 'Content-Type: multipart/encrypted; boundary=b'],
        '--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n-----BEGIN\r\n--b--',
      ),
    ],
    [
      'PGP in the text',
      mail([...HEAD, 'Content-Type: text/plain'], '-----BEGIN PGP MESSAGE-----\r\nhQEMA\r\n-----END PGP MESSAGE-----'),
    ],
  ])('names a message under a cipher: %s', async (_, message) => {
    const document = await readRoot(message, 'a.eml');
    expect([document.status, codes(document)]).toEqual(['partial', ['encrypted']]);
  });

  it('opens winmail.dat', async () => {
    const attribute = (ident: number, data: string): Buffer => {
      const head = Buffer.alloc(9);
      head.writeUInt8(2, 0);
      head.writeUInt16LE(ident, 1);
      head.writeUInt32LE(data.length, 5);
      return Buffer.concat([head, Buffer.from(data), Buffer.alloc(2)]);
    };
    const tnef = Buffer.concat([
      Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
      attribute(0x9002, 'x'),
      attribute(0x8010, 'offer.txt\0'),
      attribute(0x800f, 'Forty pumps.'),
    ]);
    const items = await readAll(
      multipart([
        'Content-Type: text/plain\r\n\r\nSee attached.',
        `Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${tnef.toString('base64')}`,
      ]),
      'a.eml',
    );
    expect(items.at(-1)?.document).toMatchObject({ name: 'offer.txt', text: 'Forty pumps.' });
  });

  it('survives a multipart whose boundary never comes', async () => {
    const document = await readRoot(
      mail([...HEAD, 'Content-Type: multipart/mixed; boundary=zzz'], 'Some text all the same.'),
      'a.eml',
    );
    expect(document.text).toContain('Vera');
    expect(document.status).not.toBe('refused');
  });
});
