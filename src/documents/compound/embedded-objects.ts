import type { Child } from '../reader.ts';
import type { Compound, CompoundStream } from './compound.ts';
import { readNative } from './ole-object.ts';

/** Streams below a storage that are a file by themselves, with the extension of what they hold. */
const FILES: Readonly<Record<string, string>> = {
  Package: 'zip',
  package: 'zip',
  CONTENTS: 'bin',
  Contents: 'bin',
  Workbook: 'xls',
  Book: 'xls',
};

/** Files that were embedded in an old Office file: packages, and workbooks as the stream they are. */
export function embeddedObjects({ streams }: Compound): Child[] {
  return streams.flatMap((stream) => {
    if (stream.folder === '' || stream.size === 0) return [];
    const child = stream.name === '\u0001Ole10Native' ? native(stream) : whole(stream);
    return child && child.bytes.length > 0 ? [child] : [];
  });
}

function native(stream: CompoundStream): Child | null {
  const packed = readNative(stream.read());
  return packed ? { name: packed.name ?? 'object.bin', place: stream.folder, bytes: packed.bytes } : null;
}

function whole(stream: CompoundStream): Child | null {
  const extension = FILES[stream.name];
  return extension
    ? { name: `object.${extension}`, place: `${stream.folder}/${stream.name}`, bytes: stream.read() }
    : null;
}
