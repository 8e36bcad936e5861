import { makeZip } from './make-zip.ts';

type Parts = Readonly<Record<string, string | Uint8Array>>;

const zipOf = (parts: Parts): Uint8Array =>
  makeZip(Object.entries(parts).map(([name, content]) => ({ name, content })));

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${list
    .map(([id, type, target]) => {
      const mode = /^[a-z]+:/.test(target) ? ' TargetMode="External"' : '';
      return `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"${mode}/>`;
    })
    .join('')}</Relationships>`;

export interface MadeSheet {
  readonly name: string;
  /** What stands inside `<worksheet>`. */
  readonly xml: string;
  readonly state?: string;
  readonly relations?: readonly (readonly [id: string, type: string, target: string])[];
}

/** A workbook of the given sheets. `formats` are number formats: cells refer to them as style 1, 2, ... */
export function makeXlsx(
  sheets: readonly MadeSheet[],
  {
    strings = [],
    formats = [],
    parts = {},
  }: { strings?: readonly string[]; formats?: readonly string[]; parts?: Parts } = {},
): Uint8Array {
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="x"><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i): [string, string, string] => [`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['strings', 'sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`)
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, i) => `<xf numFmtId="${200 + i}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  };
  sheets.forEach(({ xml, relations: own }, i) => {
    all[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet>${xml}</worksheet>`;
    if (own) all[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relations(own);
  });
  return zipOf({ ...all, ...parts });
}

/** A presentation; each slide is the XML inside `<p:sld>` with its attributes and, if need be, the XML of its notes. */
export function makePptx(
  slides: readonly { readonly xml: string; readonly attributes?: string; readonly notes?: string }[],
  parts: Parts = {},
): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['r1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${slides
      .map((_, i) => `<p:sldId id="${256 + i}" r:id="s${i + 1}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, i): [string, string, string] => [`s${i + 1}`, 'slide', `slides/slide${i + 1}.xml`]),
    ),
  };
  slides.forEach(({ xml, attributes = '', notes }, i) => {
    all[`ppt/slides/slide${i + 1}.xml`] = `<p:sld ${attributes}>${xml}</p:sld>`;
    if (notes === undefined) return;
    all[`ppt/slides/_rels/slide${i + 1}.xml.rels`] = relations([['n', 'notesSlide', `../notesSlides/n${i + 1}.xml`]]);
    all[`ppt/notesSlides/n${i + 1}.xml`] = `<p:notes>${notes}</p:notes>`;
  });
  return zipOf({ ...all, ...parts });
}

/** An OpenDocument file of the given kind (`text`, `spreadsheet`, `presentation`) whose body is given. */
export function makeOdf(
  kind: string,
  body: string,
  { styles = '', parts = {} }: { styles?: string; parts?: Parts } = {},
): Uint8Array {
  return zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest:manifest/>',
    ...parts,
  });
}

/** The same as one XML file. */
export function makeFlatOdf(kind: string, body: string): string {
  return `<?xml version="1.0"?>\n<office:document office:mimetype="application/vnd.oasis.opendocument.${kind}" xmlns:office="urn:x"><office:meta><dc:title>Flat</dc:title></office:meta><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`;
}
