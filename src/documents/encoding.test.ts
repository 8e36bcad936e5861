import { describe, expect, it } from 'vitest';
import { decodeText } from './encoding.ts';

const decode = (bytes: Uint8Array, word?: { label: string; by: 'person' | 'container' }) =>
  decodeText(bytes, { maxChars: 1e9, encoding: word ?? null });

/** Encodes by looking each character up in the decoder's table: Node writes no legacy encodings. */
function encode(text: string, label: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) table.set(decode(Uint8Array.of(byte), { label, by: 'person' }).text, byte);
  return Uint8Array.from([...text].map((character) => table.get(character) ?? 63));
}

const RUSSIAN =
  'Завод получил счёт за детали, которые затем вывезли через порт. Никто из чиновников не ответил на вопросы.';
const UKRAINIAN =
  'Завод отримав рахунок за деталі, які потім вивезли через порт. Ніхто з урядовців не відповів на запитання, їх було п’ять.';
const POLISH =
  'Spółka zapłaciła za części do silników, które następnie wywieziono. Żaden z urzędników nie chciał rozmawiać.';
const CZECH = 'Společnost zaplatila za součástky, které byly převezeny. Žádný úředník nechtěl mluvit, řekl náš zdroj.';
const FRENCH = 'La société a payé les pièces détachées à l’étranger, où elles ont été réexportées en février dernier.';
const GERMAN = 'Die Gesellschaft bezahlte für Maschinenteile, während die Behörde prüfte, ob Verstöße vorlägen.';
const TURKISH = 'Şirket, uçak parçaları için ödeme yaptı ve parçalar gönderildi. Görevliler soruları yanıtlamadı.';
const GREEK = 'Η εταιρεία πλήρωσε για ανταλλακτικά που στάλθηκαν μέσω του λιμανιού. Κανένας υπάλληλος δεν απάντησε.';
const ARABIC = 'دفعت الشركة ثمن قطع الغيار التي شحنت عبر الميناء ولم يجب اي مسؤول على الاسئلة';

describe('decodeText', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['ibm866', RUSSIAN],
    ['windows-1251', UKRAINIAN],
    ['koi8-u', UKRAINIAN],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
    ['windows-1250', CZECH],
    ['windows-1252', FRENCH],
    ['windows-1252', GERMAN],
    ['windows-1254', TURKISH],
    ['iso-8859-7', GREEK],
    ['windows-1253', GREEK],
    ['windows-1256', ARABIC],
  ])('tells %s by its letters: %s', (label, text) => {
    const wanted = text.replaceAll('’', label === 'koi8-u' ? "'" : '’');
    const { text: decoded, problems } = decode(encode(wanted, label));
    expect(decoded).toBe(wanted);
    expect(problems.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });

  it.each([
    [
      'gb18030',
      '该公司支付了货款',
      [0xb8, 0xc3, 0xb9, 0xab, 0xcb, 0xbe, 0xd6, 0xa7, 0xb8, 0xb6, 0xc1, 0xcb, 0xbb, 0xf5, 0xbf, 0xee],
    ],
    [
      'big5',
      '該公司支付了貨款',
      [0xb8, 0xd3, 0xa4, 0xbd, 0xa5, 0x71, 0xa4, 0xe4, 0xa5, 0x49, 0xa4, 0x46, 0xb3, 0x66, 0xb4, 0xda],
    ],
    [
      'shift_jis',
      'その会社は代金を',
      [0x82, 0xbb, 0x82, 0xcc, 0x89, 0xef, 0x8e, 0xd0, 0x82, 0xcd, 0x91, 0xe3, 0x8b, 0xe0, 0x82, 0xf0],
    ],
    ['euc-kr', '그 회사는 대금', [0xb1, 0xd7, 0x20, 0xc8, 0xb8, 0xbb, 0xe7, 0xb4, 0xc2, 0x20, 0xb4, 0xeb, 0xb1, 0xdd]],
    ['iso-2022-jp', 'その', [0x1b, 0x24, 0x42, 0x24, 0x3d, 0x24, 0x4e, 0x1b, 0x28, 0x42]],
  ])('tells %s', (encoding, text, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toMatchObject({ text, encoding });
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf, 0x61]],
    ['utf-16le', [0xff, 0xfe, 0x61, 0x00]],
    ['utf-16be', [0xfe, 0xff, 0x00, 0x61]],
  ])('drops the byte-order mark of %s and nothing else', (encoding, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ text: 'a', encoding, problems: [] });
  });

  it.each(['utf-16le', 'utf-16be'] as const)('finds %s without a mark in Latin, Cyrillic and Chinese', (label) => {
    for (const text of ['Invoice 12\nPaid.', `${RUSSIAN}\n`, '公司 12\n付款 34\n']) {
      const bytes = Buffer.from(text, 'utf16le');
      expect(decode(label === 'utf-16le' ? bytes : bytes.swap16())).toMatchObject({ text, encoding: label });
    }
  });

  it('obeys a person over every sign', () => {
    const bytes = encode(RUSSIAN, 'windows-1251');
    expect(decode(bytes, { label: 'windows-1252', by: 'person' }).encoding).toBe('windows-1252');
  });

  it('does not believe a document that declares what its bytes are not', () => {
    const bytes = new TextEncoder().encode(RUSSIAN);
    expect(decode(bytes, { label: 'windows-1251', by: 'container' })).toMatchObject({
      text: RUSSIAN,
      encoding: 'utf-8',
    });
  });

  it('says so when a named encoding is unknown', () => {
    expect(decode(new TextEncoder().encode('é'), { label: 'klingon', by: 'person' }).problems[0]?.detail).toContain(
      'klingon',
    );
  });

  it('reads lines of another encoding among UTF-8 ones, and names each', () => {
    const mixed = Buffer.concat([
      Buffer.from(`${RUSSIAN}\n`),
      encode(`${RUSSIAN}\n`, 'windows-1251'),
      Buffer.from('end\n'),
    ]);
    const { text, problems } = decode(mixed);
    expect(text).toBe(`${RUSSIAN}\n${RUSSIAN}\nend\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: 'encoding-invalid-bytes',
      severity: 'warning',
      span: { start: RUSSIAN.length + 1, end: 2 * RUSSIAN.length + 2 },
    });
  });

  it('keeps UTF-8 with a few broken bytes as UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('Ёлка и ёж'), Buffer.from([0xff]), Buffer.from(' шуба')]);
    expect(decode(bytes)).toMatchObject({ text: 'Ёлка и ёж\ufffd шуба', encoding: 'utf-8' });
  });

  it('stops once it has enough', () => {
    const { text } = decodeText(Buffer.alloc(5_000_000, 'x'), { maxChars: 1_000_000 });
    expect(text.length).toBeLessThan(3_000_000);
  });
});
