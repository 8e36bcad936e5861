import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { blocksOf, codes, readAll, readRoot } from '../../../test/documents/read-bytes.ts';

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
type Streams = Readonly<Record<string, Buffer>>;

/** An Outlook message out of its property streams: `0037001F` is the subject in UTF-16. */
function makeMsg(streams: Streams): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/__properties_version1.0', Buffer.alloc(32));
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${path}`, content);
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

const HEAD: Streams = {
  '__substg1.0_001A001F': wide('IPM.Note'),
  '__substg1.0_0037001F': wide('Счёт 12'),
  '__substg1.0_0C1A001F': wide('Vera Novik'),
  '__substg1.0_0C1F001F': wide('vera@lantern.example'),
  '__recip_version1.0_#00000000/__substg1.0_3001001F': wide('Karl'),
  '__recip_version1.0_#00000000/__substg1.0_39FE001F': wide('karl@kestrel.example'),
  '__recip_version1.0_#00000000/__properties_version1.0': Buffer.alloc(8),
};
const BODY: Streams = { '__substg1.0_1000001F': wide('The parts left.\r\n> When?\r\nIn May.\r\n') };

describe('msg', () => {
  it('reads headers and body like any mail', async () => {
    const document = await readRoot(makeMsg({ ...HEAD, ...BODY }), 'a.msg');
    expect(document.text).toBe(
      'From: Vera Novik <vera@lantern.example>\nTo: Karl <karl@kestrel.example>\nSubject: Счёт 12\n\nThe parts left.\nWhen?\nIn May.',
    );
    expect(blocksOf(document)).toContain('quotation: When?');
    expect(document.metadata).toMatchObject({ title: 'Счёт 12', author: 'Vera Novik <vera@lantern.example>' });
    expect([document.mediaType, document.status]).toEqual(['application/vnd.ms-outlook', 'parsed']);
  });

  it('believes the headers that came over the wire', async () => {
    const wire =
      'From: "V. N." <vn@lantern.example>\r\nDate: Tue, 04 May 2032 10:00:00 +0300\r\nSubject: =?utf-8?B?0KHRh9GR0YI=?=\r\n';
    const { metadata } = await readRoot(makeMsg({ ...HEAD, ...BODY, '__substg1.0_007D001F': wide(wire) }), 'a.msg');
    expect(metadata).toMatchObject({ title: 'Счёт', author: '"V. N." <vn@lantern.example>', published: '2032-05-04' });
  });

  it('reads a body that is a page in an old encoding', async () => {
    const html = Buffer.concat([
      Buffer.from('<meta charset=windows-1251><p>'),
      Buffer.from([
        0xcd, 0xe0, 0xf1, 0xee, 0xf1, 0xfb, 0x20, 0xee, 0xf2, 0xef, 0xf0, 0xe0, 0xe2, 0xeb, 0xe5, 0xed, 0xfb,
      ]),
      Buffer.from('</p>'),
    ]);
    const document = await readRoot(makeMsg({ ...HEAD, '__substg1.0_10130102': html }), 'a.msg');
    expect(document.text.endsWith('Насосы отправлены')).toBe(true);
  });

  it('makes attachments documents of their own', async () => {
    const attachment: Streams = {
      '__attach_version1.0_#00000000/__properties_version1.0': Buffer.alloc(8),
      '__attach_version1.0_#00000000/__substg1.0_3707001F': wide('offer.txt'),
      '__attach_version1.0_#00000000/__substg1.0_37010102': Buffer.from('Forty pumps.'),
    };
    const items = await readAll(makeMsg({ ...HEAD, ...BODY, ...attachment }), 'a.msg');
    expect(items[1]?.document).toMatchObject({
      name: 'offer.txt',
      text: 'Forty pumps.',
      parent: { place: 'attachment 1 (offer.txt)' },
    });
  });

  it('names a message that is damaged', async () => {
    const bytes = makeMsg({ ...HEAD, ...BODY });
    const document = await readRoot(bytes.slice(0, bytes.length / 2), 'a.msg');
    expect(document.status).not.toBe('parsed');
    expect(codes(document).length).toBeGreaterThan(0);
  });
});
