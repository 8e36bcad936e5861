import { unpackOle } from '../compound/ole-object.ts';
import { type Child, problemsBy, type Report } from '../reader.ts';
import type { OfficePackage } from './package.ts';

const problem = problemsBy('documents/office');

/** Folders of the parts that are files of their own: pictures and sounds, embedded files, imported text. */
export const EMBEDDED = /(?:^|\/)(?:media|embeddings|afchunk[^/]*)\/[^/]+$|(?:^|\/)afchunk[^/]*$|^Pictures\//i;

interface Embedded {
  readonly office: OfficePackage;
  readonly paths: readonly string[];
}

/** The files inside an Office file, one at a time; a packaged object gives the file that was packed into it. */
export async function* embeddedFiles({ office, paths }: Embedded, report: Report): AsyncGenerator<Child> {
  for (const path of paths) {
    const before = office.refused.length;
    const bytes = await office.bytes(path);
    for (const refused of office.refused.slice(before)) report(problem('archive-entry-refused', 'warning', refused));
    if (!bytes || bytes.length === 0) continue;
    const packed = /\.bin$|\.ole$|(?:^|\/)Object \d+$/i.test(path) ? unpackOle(bytes) : null;
    yield packed
      ? {
          name: packed.name ?? nameOf(path),
          place: packed.name ? `${path} (${packed.name})` : path,
          bytes: packed.bytes,
        }
      : { name: nameOf(path), place: path, bytes };
  }
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
