/** What the bytes of a file show before it is opened. */
export interface Marks {
  /** The mark that ends every PDF is not there. */
  readonly isCutOff: boolean;
  readonly isPackedTwice: boolean;
  readonly isPackedThrice: boolean;
}

/** Programs that pack a stream twice by the same method are rare; three times only bombs are packed. */
const TWICE = /\/Fl(?:ateDecode)?\s{0,10}\/Fl(?:ateDecode)?[\s\]/]/;
const THRICE = /(?:\/Fl(?:ateDecode)?\s{0,10}){3}/;
/** Programs add little after the end of a file. */
const TAIL = 2_048;

export function findMarks(bytes: Uint8Array): Marks {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return {
    isCutOff: !source.slice(-TAIL).includes('%%EOF'),
    isPackedTwice: TWICE.test(source),
    isPackedThrice: THRICE.test(source),
  };
}
