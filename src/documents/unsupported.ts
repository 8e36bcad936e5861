/** Media types of extensions that no reader claims, or whose reader has several: only used to notice that a name promises something else. */
export const OTHER_EXTENSIONS: Readonly<Record<string, string>> = {
  '.doc': 'application/msword',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.rar': 'application/x-rar-compressed',
  '.cab': 'application/vnd.ms-cab-compressed',
  '.arj': 'application/x-arj',
  '.lzh': 'application/x-lzh-compressed',
  '.lha': 'application/x-lzh-compressed',
  '.ar': 'application/x-unix-archive',
  '.cpio': 'application/x-cpio',
  '.bz2': 'application/x-bzip2',
  '.tbz2': 'application/x-bzip2',
  '.tbz': 'application/x-bzip2',
  '.xz': 'application/x-xz',
  '.txz': 'application/x-xz',
  '.z': 'application/x-compress',
  '.lzma': 'application/x-lzma',
};

const ADVICE: readonly (readonly [mediaType: RegExp, advice: string])[] = [
  [/encrypted-office/, 'It is protected by a password: open it, save it without one and add that file.'],
  [
    /msword|rtf|opendocument\.text|wordprocessing/,
    'Open it in a word processor, save it as .docx or .pdf and add that file.',
  ],
  [/excel|spreadsheet/, 'Open it in a spreadsheet program, save each sheet as .csv and add those files.'],
  [/powerpoint|presentation/, 'Open it, export it as .pdf and add that file.'],
  [/outlook/, 'Open it in a mail program, save it as .eml and add that file.'],
  [/^image\//, 'Open it in the program that made it, save it as .png, .jpg or .pdf and add that file.'],
  [/^(audio|video)\//, 'Write down what is said and add the transcript.'],
  [/lzip|zstd|\bace\b|compress|archive/, 'Unpack it and add the folder, or pack it again as .zip.'],
  [/iwork/, 'Open it in the program that made it, export it as .pdf or an Office file and add that file.'],
  [/epub/, 'Convert it to .html or .pdf and add that file.'],
];

/** What would help with a file of a type that clew does not read, in one sentence. */
export function adviceFor(mediaType: string): string {
  return (
    ADVICE.find(([pattern]) => pattern.test(mediaType))?.[1] ??
    'Convert it to .txt, .pdf or .docx with the program that made it and add that file.'
  );
}
