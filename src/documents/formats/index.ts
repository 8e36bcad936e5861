import type { Reader } from '../reader.ts';
import { csv } from './csv.ts';
import { doc } from './doc.ts';
import { docx } from './docx.ts';
import { eml } from './eml.ts';
import { gz } from './gz.ts';
import { html } from './html.ts';
import { images } from './image.ts';
import { json } from './json.ts';
import { mbox } from './mbox.ts';
import { md } from './md.ts';
import { mht } from './mht.ts';
import { msg } from './msg.ts';
import { ods } from './ods.ts';
import { odp, odt } from './odt.ts';
import { pdf } from './pdf.ts';
import { pptx } from './pptx.ts';
import { rtf } from './rtf.ts';
import { sevenZip } from './seven-zip.ts';
import { slk } from './slk.ts';
import { spreadsheetml } from './spreadsheetml.ts';
import { tar } from './tar.ts';
import { tnef } from './tnef.ts';
import { txt } from './txt.ts';
import { wordml } from './wordml.ts';
import { xls, xlsb } from './xls.ts';
import { xlsx } from './xlsx.ts';
import { xml } from './xml.ts';
import { zip } from './zip.ts';

/** Every format clew reads. A new one is a file beside this one and a line here. */
export const readers: readonly Reader[] = [
  txt,
  md,
  html,
  xml,
  json,
  eml,
  mbox,
  msg,
  mht,
  tnef,
  csv,
  docx,
  xlsx,
  xlsb,
  pptx,
  odt,
  ods,
  odp,
  rtf,
  doc,
  xls,
  slk,
  spreadsheetml,
  wordml,
  pdf,
  ...images,
  zip,
  tar,
  gz,
  sevenZip,
];

/** The reader of a media type, or `null` when there is none. */
export function readerOf(mediaType: string): Reader | null {
  return readers.find(({ mediaTypes }) => mediaTypes.includes(mediaType)) ?? null;
}

/** Name of the reader that a media type has and the content hash of the reading stage, as `Document.reader` has it; `none/0` when there is none. */
export function readerIdOf(mediaType: string, stage: string): string {
  const reader = readerOf(mediaType);
  return reader ? `${reader.name}/${stage}` : 'none/0';
}
