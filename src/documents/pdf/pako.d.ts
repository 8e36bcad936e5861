declare module 'pako/lib/inflate.js' {
  /** Unpacks zlib data that is pushed into it; `onData` gets what comes out. */
  export class Inflate {
    constructor(options: { readonly chunkSize: number });
    onData: (chunk: Uint8Array) => void;
    push(data: Uint8Array, mode: number): boolean;
    readonly err: number;
    readonly strm: { readonly output: Uint8Array; readonly next_out: number };
  }
}
