import { describe, expect, it } from 'vitest';
import { blocksOf, readAll, readRoot } from '../../../test/documents/read-bytes.ts';

const PICTURE = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex').toString('base64');
const page = (head: readonly string[] = []) =>
  [
    'From: <Saved by Lantern 3>',
    'Snapshot-Content-Location: https://kestrel.example/news/pumps',
    'Subject: Pumps for the north',
    'Date: Tue, 4 May 2032 10:00:00 +0000',
    'MIME-Version: 1.0',
    ...head,
    'Content-Type: multipart/related; type="text/html"; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=windows-1251',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://kestrel.example/news/pumps',
    '',
    '<html><head><title>Pumps</title></head><body><h1>=CD=E0=F1=EE=F1=FB</h1><p>Forty pumps left.</p></body></html>',
    '--b',
    'Content-Type: text/css',
    'Content-Location: https://kestrel.example/style.css',
    '',
    'p { color: red }',
    '--b',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://kestrel.example/pictures/port.png?w=400',
    '',
    PICTURE,
    '--b--',
    '',
  ].join('\r\n');

describe('mht', () => {
  it('is the page, with its pictures inside and nothing of its style', async () => {
    const items = await readAll(page(), 'pumps.mht');
    expect(items.map(({ document }) => [document.mediaType, document.name])).toEqual([
      ['multipart/related', 'pumps.mht'],
      ['image/png', 'port.png'],
    ]);
    expect(blocksOf(items[0]!.document)).toEqual(['heading: Насосы', 'paragraph: Forty pumps left.']);
    expect(items[0]?.document).toMatchObject({
      encoding: 'windows-1251',
      metadata: { url: 'https://kestrel.example/news/pumps', fields: { saved: '2032-05-04' } },
    });
  });

  it('is known by its content; a mail that somebody sent stays a mail', async () => {
    expect((await readRoot(page(), 'saved')).mediaType).toBe('multipart/related');
    expect((await readRoot(page(['To: karl@kestrel.example', 'Received: from x']), 'saved')).mediaType).toBe(
      'message/rfc822',
    );
  });
});
