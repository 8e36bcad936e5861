import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { makeDocx, makeZip } from './make-zip.ts';

const sentence = (n: number): string =>
  `Orla Freight LLC paid Vesna Plant ${n},500 euros on 3 May 2031 for ${n} KT-9 engines, according to invoice ${n}.`;

async function pdf(n: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < 3; page++)
    document.addPage([595, 842]).drawText(`Page ${page + 1}. ${sentence(n)}`, { x: 40, y: 780, size: 9, font });
  return document.save();
}

function spreadsheet(n: number): Uint8Array {
  const book = utils.book_new();
  const rows = [['Payer', 'Payee', 'Sum'], ...Array.from({ length: 20 }, (_, i) => ['Orla', 'Vesna', n * 100 + i])];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Payments');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function mail(n: number, attachment: Uint8Array): string {
  return [
    'From: a@example.org',
    'To: b@example.org',
    `Subject: Order ${n}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    sentence(n),
    '--b',
    `Content-Type: application/octet-stream; name="order-${n}.zip"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="order-${n}.zip"`,
    '',
    Buffer.from(attachment).toString('base64'),
    '--b--',
    '',
  ].join('\r\n');
}

/** The files of round `n`, by name: every family of formats, whole and broken. All of them differ from round to round. */
async function round(n: number): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const whole = await pdf(n);
  const archive = makeZip([
    { name: 'note.txt', content: `Inside ${n}. ${sentence(n)}` },
    { name: 'deep.zip', content: makeZip([{ name: 'deep.txt', content: `Deep ${n}. ${sentence(n)}` }]) },
    { name: 'letter.docx', content: makeDocx(`<w:p><w:r><w:t>${sentence(n)}</w:t></w:r></w:p>`) },
  ]);
  return {
    [`${n}-article.txt`]: `${sentence(n)} `.repeat(40),
    [`${n}-article.md`]: `# Order ${n}\n\n${sentence(n)}`,
    [`${n}-article.html`]: `<title>Order ${n}</title><p>${sentence(n)}</p>`,
    [`${n}-table.csv`]: `payer;sum\nOrla;${n}\n`,
    [`${n}-data.json`]: `{"n": ${n}, "text": "${sentence(n)}"}`,
    [`${n}-letter.docx`]: makeDocx(`<w:p><w:r><w:t>Letter ${n}. ${sentence(n)}</w:t></w:r></w:p>`),
    [`${n}-payments.xlsx`]: spreadsheet(n),
    [`${n}-invoice.pdf`]: whole,
    [`${n}-cut.pdf`]: whole.subarray(0, whole.length * 0.6),
    [`${n}-archive.zip`]: archive,
    [`${n}-mail.eml`]: mail(n, archive),
    [`${n}-packed.txt.gz`]: gzipSync(`Packed ${n}. ${sentence(n)}`),
    [`${n}-note.rtf`]: `{\\rtf1\\ansi ${sentence(n)}\\par}`,
    [`${n}-empty.txt`]: '',
    [`${n}-noise.bin`]: Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 * (n + 1)) % 251),
  };
}

/** Writes `rounds` times fifteen files of all kinds into `folder`, which is made. The same arguments give the same texts. */
export async function writeMixedPile(folder: string, rounds: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (let n = 1; n <= rounds; n++)
    for (const [name, content] of Object.entries(await round(n))) writeFileSync(join(folder, name), content);
}
