/** What the bytes of a file show before it is opened. */
export interface Marks {
  /** The mark that ends every PDF is not there, or the file goes on after it or is shorter than it says. */
  readonly isCutOff: boolean;
  readonly isPackedTwice: boolean;
  readonly isPackedThrice: boolean;
  /** Streams begin by the hundred that never end: the engine looks for the end of each through the whole file. */
  readonly isEndless: boolean;
}

/** Programs that pack a stream twice by the same method are rare; three times only bombs are packed. */
const TWICE = /\/Fl(?:ateDecode)?\s{0,10}\/Fl(?:ateDecode)?[\s\]/]/;
const THRICE = /(?:\/Fl(?:ateDecode)?\s{0,10}){3}/;
/** Programs add little after the end of a file. */
const TAIL = 2_048;

/** Begins of objects and tables: a file that has them after its last end mark was saved once more and then cut. */
const MORE = /\d[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj\b|\bxref\b|\btrailer\b|\bstream\b/;
/** The length that a file made for reading over a network says it has. */
const LENGTH = /\/Linearized[^>]{0,200}?\/L[\0\t\n\f\r ]+(\d{1,12})/;

const STREAM_BEGINS = /(?<!end)stream\r?\n/g;
const STREAM_ENDS = /endstream/g;
const MOST_UNENDED = 300;

function isEndless(source: string): boolean {
  const count = (pattern: RegExp): number => {
    let found = 0;
    pattern.lastIndex = 0;
    while (pattern.exec(source)) found += 1;
    return found;
  };
  return count(STREAM_BEGINS) - count(STREAM_ENDS) > MOST_UNENDED;
}

function isCutOff(source: string): boolean {
  const tail = source.slice(-TAIL);
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0 || MORE.test(tail.slice(end))) return true;
  const length = LENGTH.exec(source.slice(0, TAIL))?.[1];
  return length !== undefined && Number(length) > source.length;
}

export function findMarks(bytes: Uint8Array): Marks {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return {
    isCutOff: isCutOff(source),
    isPackedTwice: TWICE.test(source),
    isPackedThrice: THRICE.test(source),
    isEndless: isEndless(source),
  };
}
