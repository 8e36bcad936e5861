import { ClewError } from '../../errors.ts';
import type { Lexicons } from '../../model/index.ts';
import { readFtm } from './ftm.ts';
import type { ListFile, ListItem } from './item.ts';
import { readOfac } from './ofac.ts';
import { readOpenSanctionsCsv } from './opensanctions-csv.ts';
import type { ListFormat } from './recognise.ts';
import { readUn } from './un.ts';

/** Files that make one list together: an entry file and, for OFAC, its companions. */
export interface ListBundle {
  readonly files: readonly { readonly format: ListFormat; readonly file: ListFile }[];
}

const COMPANIONS: ReadonlySet<ListFormat> = new Set([
  'ofac-aliases',
  'ofac-addresses',
  'ofac-comments',
  'listing-dates',
]);
export const isCompanion = (format: ListFormat): boolean => COMPANIONS.has(format);

/** One reader a format. `list` is the id that a caller wants, or `null` for the list's own. */
type Reader = (bundle: ListBundle, list: string | null, lexicons: Lexicons) => AsyncGenerator<ListItem>;

const READERS: Readonly<Partial<Record<ListFormat, Reader>>> = {
  ofac: (bundle, list, lexicons) => {
    const files = {
      primary: filesOf(bundle, 'ofac'),
      aliases: filesOf(bundle, 'ofac-aliases'),
      addresses: filesOf(bundle, 'ofac-addresses'),
      comments: filesOf(bundle, 'ofac-comments'),
      dates: filesOf(bundle, 'listing-dates'),
    };
    const own = files.primary.every(({ name }) => /^cons/i.test(name)) ? 'ofac-cons' : 'ofac-sdn';
    return readOfac(files, list ?? own, lexicons);
  },
  'un-xml': (bundle, list, lexicons) =>
    inTurn(filesOf(bundle, 'un-xml'), (file) => readUn(file, list ?? 'un-sc', lexicons)),
  'opensanctions-csv': (bundle, list, lexicons) =>
    inTurn(filesOf(bundle, 'opensanctions-csv'), (file) => readOpenSanctionsCsv(file, list, lexicons)),
  ftm: (bundle, list, lexicons) => inTurn(filesOf(bundle, 'ftm'), (file) => readFtm(file, list, lexicons)),
};

const filesOf = ({ files }: ListBundle, format: ListFormat): ListFile[] =>
  files.filter((one) => one.format === format).map(({ file }) => file);

async function* inTurn(
  files: readonly ListFile[],
  read: (file: ListFile) => AsyncGenerator<ListItem>,
): AsyncGenerator<ListItem> {
  for (const file of files) yield* read(file);
}

/**
 * The entries of a list and what was wrong with its rows, in the order of the file. Malformed rows are problems, never the end.
 * Throws `ClewError` `list-unknown` when the bundle has no entry file.
 */
export function readList(bundle: ListBundle, list: string | null, lexicons: Lexicons): AsyncGenerator<ListItem> {
  const main = bundle.files.find(({ format }) => READERS[format] !== undefined);
  const reader = main && READERS[main.format];
  if (reader) return reader(bundle, list, lexicons);
  throw new ClewError('list-unknown', 'Only companion files were given (aliases, addresses, comments or dates).', {
    hint: 'Give the list’s main file too, for example: clew lists add sdn.csv alt.csv add.csv sdn_comments.csv',
  });
}
