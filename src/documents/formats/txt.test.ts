import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, readRoot } from '../../../test/documents/read-bytes.ts';
import { sha256 } from '../../text/index.ts';

describe('txt', () => {
  it('leaves the text alone but for a byte-order mark', async () => {
    const text = ' Line one\r\n\tline  two \n\n\n';
    const document = await readRoot(`\ufeff${text}`, 'a.txt');
    expect(document).toMatchObject({
      text,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      status: 'parsed',
      // No stage hash was handed in.
      reader: 'txt/unknown',
      blocks: [],
    });
    expect(document.id).toBe(sha256(`\ufeff${text}`));
    expect(document.textHash).toBe(sha256(text));
  });

  it('never changes a text, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        fc.pre(!text.startsWith('\ufeff') && new TextDecoder().decode(new TextEncoder().encode(text)) === text);
        expect((await readRoot(text, 'a.txt')).text).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['empty', '', 'refused', ['empty-file']],
    ['blank', ' \n\t\n', 'parsed', ['no-text']],
    ['bidi', 'pay \u202e100\u202c yuan', 'parsed', ['bidi-controls', 'bidi-controls']],
    ['zero-width', 'Bor\u200bvik', 'parsed', ['invisible-characters']],
    ['tags', 'ok\u{e0041}\u{e0042}', 'parsed', ['invisible-characters']],
    ['escape', 'a\u001b[31mred', 'parsed', ['control-characters']],
  ])('says what is odd about a %s file', async (_, text, status, expected) => {
    const document = await readRoot(text, 'a.txt');
    expect([document.status, codes(document)]).toEqual([status, expected]);
    expect(document.text).toBe(text);
  });

  it.each(['سلام\u200cعلیکم و دوستان', 'ok 👩\u200d🔬 done', 'co\u00adoperate'])(
    'takes ordinary joiners for granted: %s',
    async (text) => {
      expect(codes(await readRoot(text, 'a.txt'))).toEqual([]);
    },
  );

  it('points at what it flags', async () => {
    const document = await readRoot('a\u202eb', 'a.txt');
    expect(document.problems[0]?.span).toEqual({ start: 1, end: 2 });
  });

  it('cuts a text over the limit, between characters, and says so', async () => {
    const document = await readRoot('abc😀def', 'a.txt', { limits: { maxTextChars: 4 } });
    expect([document.text, document.status, codes(document)]).toEqual(['abc', 'partial', ['cut-by-limit']]);
  });

  it.each([
    ['The minister said that the shipment had left the harbour in the early morning.', 'en'],
    ['Министр заявил, что груз покинул порт рано утром и ещё не прибыл.', 'ru'],
    ['Міністр заявив, що вантаж залишив порт рано вранці та ще не прибув.', 'uk'],
    ['该部长表示,货物已于清晨离开港口,目前尚未抵达目的地,公司没有回应。', 'zh'],
    ['Paid 12', 'und'],
  ])('tells the language of %s', async (text, language) => {
    expect((await readRoot(text, 'a.txt')).language).toBe(language);
  });

  it('is the same twice', async () => {
    expect(await readRoot('Zweimal dasselbe', 'a.txt')).toEqual(await readRoot('Zweimal dasselbe', 'a.txt'));
  });
});
