/** An order of texts that is the same on every machine: by UTF-16 code units, never by locale. For `sort`. */
export const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
