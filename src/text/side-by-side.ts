const AND =
  /^\s*,?\s*(?:and|as well as|und|sowie|et|ainsi que|y|e|ed|i|oraz|och|og|ja|ning|ir|ve|и|а также|та|і|й|а також|和|与|及|及び|و)\s+(?:(?:the|der|die|das|le|la|les|el|los|il|lo)\s+)?$/iu;
const OR = /^\s*,?\s*(?:or|oder|ou|o|lub|albo|eller|või|tai|veya|или|або|чи)\s+(?:the\s+)?$/iu;
const COMMA = /^\s*[,;]\s*$/;

/** How the text between two names that stand one after the other joins them, `null` when it says something else. */
export function jointOf(between: string): 'and' | 'or' | 'comma' | null {
  if (between.length > 25) return null;
  if (COMMA.test(between)) return 'comma';
  if (AND.test(between)) return 'and';
  return OR.test(between) ? 'or' : null;
}
