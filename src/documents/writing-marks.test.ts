import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../test/documents/claims-of.ts';
import { makeFlatOdf, makePptx } from '../../test/documents/make-office.ts';
import { makeDocx, makeZip } from '../../test/documents/make-zip.ts';
import { blocksOf, codes, readRoot } from '../../test/documents/read-bytes.ts';

/** How a format writes text, struck-out and raised text, and cells. */
interface Writing {
  readonly name: string;
  readonly plain: (text: string) => string;
  readonly struck: (text: string) => string;
  readonly raised: (text: string) => string;
  readonly paragraph: (runs: string) => string;
  readonly table: (down: string, across: string) => string;
  readonly file: (body: string) => Uint8Array | string;
}

const INTRO = 'The yard office of Linz kept this paper about crates that nobody had fetched.';
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const wCell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${run(text)}</w:p></w:tc>`;
const docx = (strike: string): Writing => ({
  name: 'a.docx',
  plain: (text) => run(text),
  struck: (text) => run(text, strike),
  raised: (text) => run(text, '<w:vertAlign w:val="superscript"/>'),
  paragraph: (runs) => `<w:p>${runs}</w:p>`,
  table: (down, across) => {
    const rows = [
      ['Payer', 'Beneficiary', 'Ref', 'Amount'].map((text) => wCell(text)),
      [wCell(down, '<w:vMerge w:val="restart"/>'), wCell(across, '<w:gridSpan w:val="2"/>'), wCell('EUR 4,000')],
      [wCell('', '<w:vMerge/>'), wCell('Dorado Kaffee AG'), wCell('A1'), wCell('EUR 5,000')],
    ];
    return `<w:tbl>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`;
  },
  file: (body) => makeDocx(body),
});

const span = (style: string, text: string): string => `<text:span text:style-name="${style}">${text}</text:span>`;
const oCell = (text: string, size = ''): string =>
  `<table:table-cell ${size}><text:p>${text}</text:p></table:table-cell>`;
const COVERED = '<table:covered-table-cell/>';
const ODF_STYLES =
  '<office:automatic-styles><style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="R"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles>';
const fodt: Writing = {
  name: 'a.fodt',
  plain: (text) => text,
  struck: (text) => span('S', text),
  raised: (text) => span('R', text),
  paragraph: (runs) => `<text:p>${runs}</text:p>`,
  table: (down, across) => {
    const rows = [
      ['Payer', 'Beneficiary', 'Ref', 'Amount'].map((text) => oCell(text)),
      [
        oCell(down, 'table:number-rows-spanned="2"'),
        oCell(across, 'table:number-columns-spanned="2"'),
        COVERED,
        oCell('EUR 4,000'),
      ],
      [COVERED, oCell('Dorado Kaffee AG'), oCell('A1'), oCell('EUR 5,000')],
    ];
    return `<table:table>${rows.map((row) => `<table:table-row>${row.join('')}</table:table-row>`).join('')}</table:table>`;
  },
  file: (body) => makeFlatOdf('text', body).replace('<office:body>', `${ODF_STYLES}<office:body>`),
};

const rtf = (strike: string): Writing => ({
  name: 'a.rtf',
  plain: (text) => text,
  struck: (text) => `{${strike} ${text}}`,
  raised: (text) => `{\\super ${text}}`,
  paragraph: (runs) => `\\pard ${runs}\\par\n`,
  table: (down, across) =>
    [
      `\\trowd\\cellx2000\\cellx4000\\cellx5000\\cellx7000\\pard\\intbl Payer\\cell Beneficiary\\cell Ref\\cell Amount\\cell\\row`,
      `\\trowd\\clvmgf\\cellx2000\\cellx5000\\cellx7000\\pard\\intbl ${down}\\cell ${across}\\cell EUR 4,000\\cell\\row`,
      `\\trowd\\clvmrg\\cellx2000\\cellx4000\\cellx5000\\cellx7000\\pard\\intbl \\cell Dorado Kaffee AG\\cell A1\\cell EUR 5,000\\cell\\row`,
    ].join('\n'),
  file: (body) => `{\\rtf1\\ansi ${body}}`,
});

const aRun = (text: string, properties = ''): string => `<a:r><a:rPr ${properties}/><a:t>${text}</a:t></a:r>`;
const aCell = (text: string, size = ''): string => `<a:tc ${size}><a:txBody><a:p>${aRun(text)}</a:p></a:txBody></a:tc>`;
const pptx: Writing = {
  name: 'a.pptx',
  plain: (text) => aRun(text),
  struck: (text) => aRun(text, 'strike="sngStrike"'),
  raised: (text) => aRun(text, 'baseline="30000"'),
  paragraph: (runs) => `<p:sp><p:txBody><a:p>${runs}</a:p></p:txBody></p:sp>`,
  table: (down, across) => {
    const rows = [
      ['Payer', 'Beneficiary', 'Ref', 'Amount'].map((text) => aCell(text)),
      [aCell(down, 'rowSpan="2"'), aCell(across, 'gridSpan="2"'), aCell('', 'hMerge="1"'), aCell('EUR 4,000')],
      [aCell('', 'vMerge="1"'), aCell('Dorado Kaffee AG'), aCell('A1'), aCell('EUR 5,000')],
    ];
    return `<p:graphicFrame><a:tbl>${rows.map((row) => `<a:tr>${row.join('')}</a:tr>`).join('')}</a:tbl></p:graphicFrame>`;
  },
  file: (body) => makePptx([{ xml: body }]),
};

describe.each([
  ['docx, strike', docx('<w:strike/>')],
  ['docx, dstrike', docx('<w:dstrike w:val="true"/>')],
  ['odt', fodt],
  ['rtf, strike', rtf('\\strike')],
  ['rtf, striked', rtf('\\striked1')],
  ['pptx', pptx],
])('%s (#10)', (_, { name, plain, struck, raised, paragraph, table, file }) => {
  it('keeps what is struck out after the text, and note numbers off their sum', async () => {
    const source = file(
      paragraph(plain(INTRO)) +
        paragraph(
          plain('Alba Linen Ltd paid Corvin Metall GmbH ') +
            struck('EUR 9,000') +
            plain(' EUR 4,000') +
            raised('12') +
            plain(' in May 2022.'),
        ),
    );
    const document = await readRoot(source, name);
    expect(blocksOf(document).map((block) => block.replace(/ +/g, ' '))).toEqual([
      `paragraph: ${INTRO}`,
      'paragraph: Alba Linen Ltd paid Corvin Metall GmbH EUR 4,000¹² in May 2022.',
      'deletion: EUR 9,000',
    ]);
    expect(codes(document)).toEqual(['struck-text']);
    expect(await claimsOf(source, name)).toEqual(['paid Alba Linen Ltd > Corvin Metall GmbH =4000 EUR @2022-05']);
  });

  it('keeps the columns of a table whose cells span', async () => {
    const source = file(paragraph(plain(INTRO)) + table('Alba Linen Ltd', 'Corvin Metall GmbH'));
    expect(await claimsOf(source, name)).toEqual([
      'paid Alba Linen Ltd > Corvin Metall GmbH =4000 EUR',
      'paid Alba Linen Ltd > Dorado Kaffee AG =5000 EUR',
    ]);
  });
});

describe('docx (#10)', () => {
  const text = async (body: string): Promise<string> => (await readRoot(makeDocx(body), 'a.docx')).text;

  it('reads a table in a cell in the place of the cell', async () => {
    const inner = `<w:tbl><w:tr>${wCell('Inner')}${wCell('EUR 7')}</w:tr></w:tbl>`;
    const row = `<w:tr>${wCell('Before')}<w:tc>${inner}<w:p/></w:tc>${wCell('After')}</w:tr>`;
    expect(blocksOf(await readRoot(makeDocx(`<w:tbl>${row}</w:tbl>`), 'a.docx'))).toEqual([
      'paragraph: Before',
      'table-row: Inner\tEUR 7',
      'paragraph: After',
    ]);
  });

  it.each([
    [
      '<w:p><w:r><w:sym w:font="Symbol" w:char="F0A3"/><w:t> 5 t </w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>',
      '≤ 5 t ☑',
    ],
    ['<w:p><w:r><w:sym w:font="Unknown" w:char="F0A3"/></w:r></w:p>', '\ufffd'],
    [
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>やまだ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>山田</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
      '山田(やまだ)',
    ],
    [
      '<m:oMathPara><m:oMath><m:r><m:t>N=</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara>',
      'N=1/2 10⁶',
    ],
  ])('%s', async (body, expected) => {
    expect(await text(body)).toBe(expected);
  });

  it('refuses a file that lists a main part and lacks it', async () => {
    const types =
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    const document = await readRoot(makeZip([{ name: '[Content_Types].xml', content: types }]), 'a.docx');
    expect([document.status, codes(document)]).toEqual(['refused', ['malformed']]);
  });
});

it.each([
  [
    'a.docx',
    makeDocx(
      '<w:p><w:fldSimple w:instr=" DATE \\@ &quot;d.M.yyyy&quot; "><w:r><w:t>3.6.2026</w:t></w:r></w:fldSimple></w:p>',
    ),
    1,
  ],
  [
    'a.docx',
    makeDocx('<w:p><w:fldSimple w:instr=" CREATEDATE "><w:r><w:t>3.6.2026</w:t></w:r></w:fldSimple></w:p>'),
    0,
  ],
  ['a.fodt', makeFlatOdf('text', '<text:p><text:date text:date-value="2026-06-03">3.6.2026</text:date></text:p>'), 1],
  ['a.fodt', makeFlatOdf('text', '<text:p><text:date text:fixed="true">3.6.2026</text:date></text:p>'), 0],
  ['a.rtf', '{\\rtf1 {\\field{\\*\\fldinst  DATE \\\\@ "d.M.yyyy"}{\\fldrslt 3.6.2026}}\\par}', 1],
])('%s: a date that changes with every opening is named, a fixed one is not (#10)', async (name, source, count) => {
  const document = await readRoot(source, name);
  expect(document.text).toContain('3.6.2026');
  expect(codes(document).filter((code) => code === 'changing-date')).toHaveLength(count);
});
