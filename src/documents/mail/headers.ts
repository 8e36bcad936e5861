import { decodeWords } from 'postal-mime';

export interface MailHeaders {
  /** In the order of the message, values decoded. */
  readonly all: readonly { readonly key: string; readonly name: string; readonly value: string }[];
  /** Those that a reader is shown, in the customary order. */
  readonly shown: readonly { readonly name: string; readonly value: string }[];
  readonly fields: Readonly<Record<string, string>>;
  readonly first: (key: string) => string | null;
}

const SHOWN = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'date', 'subject'];
/** More of one message than this is no header a person would look up. */
const MOST_FIELDS = 60;

/** Headers of a message with encoded words decoded and folding undone; repeated ones are joined by line breaks in `fields`. */
export function readHeaders(
  raw: readonly { readonly key: string; readonly originalKey: string; readonly value: string }[],
): MailHeaders {
  const all = raw.map(({ key, originalKey, value }) => ({
    key,
    name: originalKey,
    value: decodeWords(value).replace(/\s+/g, ' ').trim(),
  }));
  const fields = new Map<string, string>();
  for (const { key, value } of all) {
    const before = fields.get(key);
    if (before !== undefined) fields.set(key, `${before}\n${value}`);
    else if (fields.size < MOST_FIELDS) fields.set(key, value);
  }
  return {
    all,
    shown: SHOWN.flatMap((wanted) => all.filter(({ key, value }) => key === wanted && value !== '')),
    fields: Object.fromEntries(fields),
    first: (key) => all.find((header) => header.key === key && header.value !== '')?.value ?? null,
  };
}
