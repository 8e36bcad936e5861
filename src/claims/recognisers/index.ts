import type { Recogniser } from '../draft.ts';
import { adjectives } from './adjectives.ts';
import { attributes } from './attributes.ts';
import { nouns } from './nouns.ts';
import { offices } from './offices.ts';
import { verbs } from './verbs.ts';

/** Everything that can find a claim in a sentence. A new recogniser is one file and one line here. */
export const RECOGNISERS: readonly Recogniser[] = [verbs, nouns, adjectives, attributes, offices];
