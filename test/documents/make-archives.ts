import { crc32 } from 'node:zlib';
import type { SevenZipModuleFactory } from '7z-wasm';
import * as sevenZipPackage from '7z-wasm';
import { SEVEN_ZIP } from './read-bytes.ts';

export interface TarMember {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Type flag; `0` a file unless said otherwise. */
  readonly type?: string;
  readonly target?: string;
}

/** A tar archive (ustar) of the given members; names over 100 bytes get a GNU long-name header. */
export function makeTar(members: readonly TarMember[]): Uint8Array {
  return new Uint8Array(Buffer.concat([...members.flatMap(memberOf), Buffer.alloc(1024)]));
}

function memberOf({ name, content = '', type = '0', target = '' }: TarMember): Buffer[] {
  const long =
    Buffer.byteLength(name) > 100 ? memberOf({ name: '././@LongLink', content: `${name}\0`, type: 'L' }) : [];
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name.slice(0, 100), 0);
  header.write('0000644\0', 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(target, 157);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [...long, header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}

const startEngine = (sevenZipPackage as unknown as { readonly default: SevenZipModuleFactory }).default;

/** An archive made by 7-Zip itself: `7z`, or (of one file) `xz`, `bzip2`. `extra`: further switches, `-psecret` for instance. */
export async function makeSevenZip(
  type: '7z' | 'xz' | 'bzip2' | 'zip',
  members: readonly { readonly name: string; readonly content: string | Uint8Array }[],
  extra: readonly string[] = [],
): Promise<Uint8Array> {
  const engine = await startEngine({
    wasmBinary: SEVEN_ZIP as unknown as ArrayBuffer,
    print: () => {},
    printErr: () => {},
  });
  engine.FS.mkdir('/w');
  engine.FS.chdir('/w');
  for (const { name, content } of members) {
    if (name.includes('/')) engine.FS.mkdir(name.slice(0, name.indexOf('/')));
    engine.FS.writeFile(name, Buffer.from(content));
  }
  engine.callMain(['a', `-t${type}`, ...extra, '/archive', ...members.map(({ name }) => name)]);
  const made = engine.FS.readdir('/').find((name) => name.startsWith('archive')) ?? '';
  return engine.FS.readFile(`/${made}`);
}

const vint = (value: number): number[] => {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    bytes.push(left >= 128 ? (left % 128) | 0x80 : left);
    if (left < 128) return bytes;
  }
};

/** A RAR 5 archive whose members are stored; no free program writes one. */
export function makeRar(members: readonly { readonly name: string; readonly content: string }[]): Uint8Array {
  const block = (body: readonly number[]): Buffer => {
    const sized = Buffer.from([...vint(body.length), ...body]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32LE(crc32(sized));
    return Buffer.concat([crc, sized]);
  };
  const files = members.map(({ name, content }) => {
    const data = Buffer.from(content);
    const path = Buffer.from(name);
    const crc = Buffer.alloc(4);
    crc.writeUInt32LE(crc32(data));
    // Type 2 (file), a data area; file flags 4: a checksum; attributes, checksum, stored, made on Unix.
    const head = [2, 2, ...vint(data.length), 4, ...vint(data.length), ...vint(0o100644), ...crc, 0, 1];
    return Buffer.concat([block([...head, ...vint(path.length), ...path]), data]);
  });
  const signature = Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00]);
  return new Uint8Array(Buffer.concat([signature, block([1, 0, 0]), ...files, block([5, 0, 0])]));
}
