import type { Sentence } from './sentence.ts';
import type { VerbGroup } from './verb-group.ts';

/**
 * Whether a verb is said in passing: ", modelled on X", ", which is under sanctions", ", believed to be a copy of Y".
 * Such additions are the text's own voice even inside what somebody else reports.
 */
export function isInPassing(sentence: Sentence, group: VerbGroup): boolean {
  const { words, groups } = sentence;
  const before = words[group.start - 1];
  if (group.form === 'participle') return before?.class === 'comma';
  if (before?.class === 'relative')
    return words[group.start - 2]?.class === 'comma' && words[group.start - 3]?.class !== 'verb';
  if (group.form !== 'infinitive') return false;
  const governor = groups.find(({ end }) => end === group.start);
  return governor !== undefined && isInPassing(sentence, governor);
}
