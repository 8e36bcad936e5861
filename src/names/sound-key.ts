import { rewrite, rule } from './rewrite.ts';

/** Upper-case letters are sounds of their own. */
const RULES = [
  rule('c', /shch|sch/g, 'S'),
  rule('c', /tsch|tch|cz/g, 'C'),
  rule('d', /dzh|dj/g, 'j'),
  rule('t', /tekh|tech/g, 'teh'),
  rule('k', /kh/g, 'h'),
  rule('g', /gh/g, 'g'),
  rule('z', /zh/g, 'z'),
  rule('s', /sh|sz/g, 'S'),
  rule('c', /ch/g, 'C'),
  rule('t', /ts|tz/g, 'T'),
  rule('p', /ph/g, 'f'),
  rule('t', /th/g, 't'),
  rule('cq', /ck|q/g, 'k'),
  rule('x', /x/g, 'ks'),
  rule('c', /c(?=[eiy])/g, 's'),
  rule('c', /c/g, 'k'),
  rule('w', /w/g, 'v'),
  rule('o', /ou|oo/g, 'u'),
  rule('yj', /[yj]/g, 'i'),
  rule('i', /(?<=^|[aeou])ie/g, 'e'),
  rule('', /([a-zA-Z])\1+/g, '$1'),
  rule('h', /(?<=[aeiou])h$/g, ''),
];

/**
 * A key that customary romanisations of one name share: `Yevgeniy`, `Evgeny` and `Jewgenij`; `Khusein` and `Hussein`.
 * `latin` is one romanised word in lower case. Keys are for finding candidates and for near-equality, not for identity.
 */
export const soundKey = (latin: string): string => rewrite(latin, RULES);
