import { describe, expect, it } from 'vitest';
import { codes, readRoot } from '../../test/documents/read-bytes.ts';

const RUSSIAN = 'Порт сообщил, что общество «Белый Лён» получило двадцать двигателей в мае 2022 года.\n';
const ENGLISH = 'Alba Linen Ltd paid Corvin Metall GmbH EUR 4,000 in May 2022.\r\n';

function utf32(text: string, isLittle: boolean, mark = ''): Uint8Array {
  const codes32 = [...(mark + text)].map((letter) => letter.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(4 * codes32.length));
  for (const [i, code] of codes32.entries()) view.setUint32(4 * i, code, isLittle);
  return new Uint8Array(view.buffer);
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

describe('characters of two and four bytes (#10)', () => {
  it.each([
    ['UTF-32, low byte first', utf32(RUSSIAN, true), 'utf-32le', RUSSIAN],
    ['UTF-32, high byte first', utf32(RUSSIAN, false), 'utf-32be', RUSSIAN],
    ['UTF-32 with its mark', utf32(RUSSIAN, true, '\ufeff'), 'utf-32le', RUSSIAN],
    ['UTF-32 with its mark, high byte first', utf32(ENGLISH, false, '\ufeff'), 'utf-32be', ENGLISH],
    ['UTF-32, Latin', utf32(ENGLISH, true), 'utf-32le', ENGLISH],
    ['UTF-16, Cyrillic', utf16(RUSSIAN), 'utf-16le', RUSSIAN],
    ['UTF-16 cut in mid-character', joined(utf16(RUSSIAN), new Uint8Array([0x0a])), 'utf-16le', `${RUSSIAN}\ufffd`],
    [
      'UTF-32 cut in mid-character',
      joined(utf32(RUSSIAN, true), new Uint8Array([0x0a])),
      'utf-32le',
      `${RUSSIAN}\ufffd`,
    ],
  ])('%s', async (_, bytes, encoding, text) => {
    const document = await readRoot(bytes, 'a.txt');
    expect(document).toMatchObject({ mediaType: 'text/plain', encoding, text });
    expect(codes(document)).toContain('encoding-guessed');
  });
});

describe('NUL bytes (#10)', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it.each([
    ['at the end', ENGLISH + '\0'.repeat(3_000)],
    ['in front', '\0'.repeat(3_000) + ENGLISH],
    ['between records', `${ENGLISH}${'\0'.repeat(40)}`.repeat(4)],
    ['everywhere', [...ENGLISH].join('\0\0')],
    ['among Cyrillic', `${RUSSIAN}${'\0'.repeat(400)}`],
  ])('%s: the text is read and they are named', async (_, text) => {
    const document = await readRoot(bytes(text), 'a.txt');
    expect(document).toMatchObject({ mediaType: 'text/plain', text });
    expect(codes(document)).toContain('control-characters');
  });

  it('alone, or among bytes that are no writing, are no text', async () => {
    expect((await readRoot(new Uint8Array(3_000), 'a.txt')).status).toBe('refused');
    const noise = Uint8Array.from({ length: 3_000 }, (_, i) => (i % 2 === 0 ? 0 : (i * 7) % 31));
    expect((await readRoot(noise, 'a.txt')).status).toBe('refused');
  });
});
