/** What stands between the items of a list, and before its last one. */
export interface Separators {
  readonly between: string;
  readonly last: string;
}

/**
 * How a list of these items is written: `a and b`, `a, b and c`; `a, Inc.; b; and c` where one of three or more items holds a comma
 * itself (the comma of `1,000` is none).
 */
export function separatorsOf(items: readonly string[], and = 'and'): Separators {
  const holdsComma = items.length > 2 && items.some((item) => /[,;](?!\d)/.test(item));
  return holdsComma ? { between: '; ', last: `; ${and} ` } : { between: ', ', last: ` ${and} ` };
}

/** `a`, `a and b`, `a, b and c`; an empty text for nothing. */
export function enumerateWords(items: readonly string[], and = 'and'): string {
  const { between, last } = separatorsOf(items, and);
  return items.map((item, n) => (n === 0 ? item : `${n === items.length - 1 ? last : between}${item}`)).join('');
}
