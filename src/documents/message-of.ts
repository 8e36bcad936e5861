/** What went wrong, in the words of whoever threw, without a full stop: it goes into a sentence. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
