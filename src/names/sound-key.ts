/** In order: each rule works on what the ones before it left. Upper-case letters are sounds of their own. */
const RULES: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/shch|sch/g, 'S'],
  [/tsch|tch|cz/g, 'C'],
  [/dzh|dj/g, 'j'],
  [/tekh|tech/g, 'teh'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/zh/g, 'z'],
  [/sh|sz/g, 'S'],
  [/ch/g, 'C'],
  [/ts|tz/g, 'T'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/[yj]/g, 'i'],
  [/(?<=^|[aeou])ie/g, 'e'],
  [/([a-zA-Z])\1+/g, '$1'],
  [/(?<=[aeiou])h$/g, ''],
];

/**
 * A key that customary romanisations of one name share: `Yevgeniy`, `Evgeny` and `Jewgenij`; `Khusein` and `Hussein`.
 * `latin` is one romanised word in lower case. Keys are for finding candidates and for near-equality, not for identity.
 */
export function soundKey(latin: string): string {
  return RULES.reduce((key, [pattern, sound]) => key.replace(pattern, sound), latin);
}
