import { counted } from '../archive/gather.ts';
import { readTar } from '../archive/tar.ts';
import type { Reader } from '../reader.ts';

/** An archive without compression; every file in it becomes a document. */
export const tar: Reader = {
  name: 'tar',
  mediaTypes: ['application/x-tar'],
  extensions: ['.tar'],
  read: async ({ bytes, budget }) => ({
    text: '',
    children: (report) => readTar(counted(slicesOf(bytes), budget), budget, report),
  }),
};

const SLICE = 1_048_576;

async function* slicesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}
