type Print = (block: { readonly kind: string; readonly command: string }) => string | null;
/** Every block of figures on a page, in order. */
export function blocksOf(page: string): { kind: string; command: string; day: string | undefined; printed: string }[];
/** The page with each block that `print` answers for printed anew. */
export function printed(page: string, print: Print, today: string): string;
/** Commands whose figures on the page are not what is printed now. */
export function differing(
  page: string,
  print: (block: { readonly kind: string; readonly command: string }) => string,
): string[];
