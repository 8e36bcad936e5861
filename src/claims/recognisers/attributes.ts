import type { Mention } from '../../model/index.ts';
import type { Draft, Recogniser, SentenceContext } from '../draft.ts';
import { nounClasses } from '../syntax/lexicon.ts';
import type { NounPhrase } from '../syntax/noun-phrase.ts';
import { headsOf, readList } from '../syntax/noun-phrase.ts';
import { allPhrases, predicatedOf } from '../syntax/predication.ts';
import { plainDraft } from './plain-draft.ts';

const isBody = ({ type }: Mention): boolean => type === 'Company' || type === 'Organization' || type === 'PublicBody';
const isThing = ({ type }: Mention): boolean => type === 'WeaponSystem' || type === 'Product' || type === 'Vessel';

/** The country an adjective in the phrase names ("Swiss", "South African"), as a mention elsewhere in the document. */
function countryIn(phrase: NounPhrase, context: SentenceContext): { adjective: string; place: Mention | null } | null {
  const { words } = context.sentence;
  const { demonyms, countryAliases } = context.vocabulary;
  for (let at = phrase.start; at < phrase.end; at++) {
    const word = words[at];
    if (!word || word.class === 'mention' || word.class === 'open') continue;
    const pair = `${word.text} ${words[at + 1]?.text ?? ''}`;
    const country = demonyms.get(pair) ?? demonyms.get(word.text);
    // "Swiss and Turkish": no single country.
    if (country === undefined || words[at + 1]?.class === 'conjunction') continue;
    return { adjective: word.text, place: context.discourse.country(countryAliases.get(country) ?? country) };
  }
  return null;
}

/** Whom a phrase around an organisation noun describes: "Swiss trading firm X", "X, a Turkish shipyard", "a firm called X". */
function described(phrase: NounPhrase, context: SentenceContext): { who: Mention; start: number; end: number } | null {
  const { lexicon } = context.sentence;
  const { words } = context.sentence;
  if (phrase.head) {
    const before = words[phrase.end - 1]?.class === 'mention' ? words[phrase.end - 2] : undefined;
    const noun = phrase.noun !== '' ? phrase.noun : before?.class === 'noun' ? before.lower : '';
    const ok = nounClasses(lexicon, noun)?.has('organisation') && isBody(phrase.head);
    return ok ? { who: phrase.head, start: phrase.start, end: phrase.end } : null;
  }
  if (!nounClasses(lexicon, phrase.noun)?.has('organisation')) return null;
  const predication = predicatedOf(context.sentence, phrase);
  const who = predication?.list.phrases[0]?.head;
  if (!predication || !who || predication.list.phrases.length > 1 || predication.negative || !isBody(who)) return null;
  return { who, start: Math.min(predication.start, phrase.start), end: predication.end };
}

function nationality(phrase: NounPhrase, context: SentenceContext): Draft[] {
  const target = described(phrase, context);
  if (!target || target.who.type === 'PublicBody') return [];
  const place = countryIn(phrase, context)?.place;
  if (!place) return [];
  const { who, start, end } = target;
  return [
    plainDraft(context.sentence, {
      predicate: 'located_in',
      subject: [who],
      object: [place],
      start,
      end,
      rule: 'attributes',
    }),
  ];
}

/** The state as an owner: "the Swiss state" where the text names its government, else the country. */
function stateOf(phrase: NounPhrase, context: SentenceContext): Mention[] {
  const found = countryIn(phrase, context);
  if (!found) return [];
  const government = context.sentence.mentions.find(
    ({ type, text }) =>
      type === 'PublicBody' && text.startsWith(found.adjective) && /\b(?:government|state)$/iu.test(text),
  );
  if (government) return [government];
  return found.place ? [found.place] : [];
}

function stateOwned(phrase: NounPhrase, context: SentenceContext): Draft[] {
  const { words } = context.sentence;
  const flagged = words
    .slice(phrase.start, phrase.end)
    .some(({ lower }) => /^(?:state|government)-(?:owned|run|controlled)$/u.test(lower));
  if (!flagged) return [];
  const alone = phrase.head && isBody(phrase.head) ? { who: phrase.head, start: phrase.start, end: phrase.end } : null;
  const target = alone ?? described(phrase, context);
  if (!target) return [];
  const object = stateOf(phrase, context);
  return [
    plainDraft(context.sentence, {
      predicate: 'owned_by',
      subject: [target.who],
      object,
      start: target.start,
      end: target.end,
      rule: 'attributes',
    }),
  ];
}

/** "Norway's K-7 boat" comes from Norway; "Acme's K-7" is made by Acme. */
function possession(phrase: NounPhrase, context: SentenceContext): Draft[] {
  const { head, possessor } = phrase;
  const maker = phrase.modifiers.at(-1);
  if (head && isThing(head) && !possessor && maker?.type === 'Place') {
    const { start, end } = phrase;
    return [
      plainDraft(context.sentence, {
        predicate: 'origin_country',
        subject: [head],
        object: [maker],
        start,
        end,
        rule: 'attributes',
      }),
    ];
  }
  if (!head || !possessor) return [];
  if (head.type === 'Place' && possessor.type === 'Place') {
    const { start, end } = phrase;
    return [
      plainDraft(context.sentence, {
        predicate: 'located_in',
        subject: [head],
        object: [possessor],
        start,
        end,
        rule: 'attributes',
      }),
    ];
  }
  if (!isThing(head)) return [];
  const list = readList(context.sentence.words, phrase.start, context.sentence.lexicon);
  const made = headsOf(list).filter((mention) => isThing(mention));
  const from = { start: phrase.start, end: Math.max(phrase.end, list?.end ?? 0), rule: 'attributes' } as const;
  if (possessor.type === 'Place') {
    return [plainDraft(context.sentence, { predicate: 'origin_country', subject: made, object: [possessor], ...from })];
  }
  if (possessor.type !== 'Company' && possessor.type !== 'Organization') return [];
  return [plainDraft(context.sentence, { predicate: 'produces', subject: [possessor], object: made, ...from })];
}

/** "X, based in Y" is a verb; "Oslo-based X" and "Swiss-made K-7" are a place with a hyphened rest. */
function hyphened(context: SentenceContext): Draft[] {
  const { sentence } = context;
  const { words } = sentence;
  return allPhrases(sentence).flatMap((phrase) => {
    for (let at = phrase.start; at < phrase.end; at++) {
      const place = words[at]?.mention;
      if (place?.type !== 'Place') continue;
      const rest = /^-(based|headquartered|registered|made|built|designed|produced|manufactured)$/u.exec(
        sentence.text.slice(place.end, words[at + 1]?.end),
      )?.[1];
      const joined = rest ?? /^-(based|made|built|designed)/u.exec(sentence.text.slice(place.end, place.end + 9))?.[1];
      if (joined === undefined) continue;
      const seat = joined === 'based' || joined === 'headquartered' || joined === 'registered';
      const target =
        phrase.head && phrase.head !== place
          ? { who: phrase.head, start: phrase.start, end: phrase.end }
          : described(phrase, context);
      if (!target || (seat ? !isBody(target.who) : !isThing(target.who))) continue;
      const { who, start, end } = target;
      return [
        plainDraft(sentence, {
          predicate: seat ? 'located_in' : 'origin_country',
          subject: [who],
          object: [place],
          start,
          end,
          rule: 'attributes',
        }),
      ];
    }
    return [];
  });
}

/** A town named with its country after a comma: "Bergen, Norway". */
function townAndCountry(context: SentenceContext): Draft[] {
  const { words } = context.sentence;
  const { countries } = context.vocabulary;
  return words.flatMap((word, at): Draft[] => {
    const country = words[at + 2]?.mention;
    const close = words[at + 3]?.class;
    const between =
      words[at + 1]?.class === 'comma' &&
      (close === undefined || close === 'comma' || close === 'stop' || close === 'close');
    if (word.mention?.type !== 'Place' || country?.type !== 'Place' || !between) return [];
    const name = context.vocabulary.countryAliases.get(country.text) ?? country.text;
    const isCountry = countries.has(name) || 'country' in country.identifiers;
    if (
      !isCountry ||
      countries.has(word.mention.text) ||
      'conjunction' === words[at - 1]?.class ||
      words[at - 1]?.class === 'comma'
    )
      return [];
    return [
      plainDraft(context.sentence, {
        predicate: 'located_in',
        subject: [word.mention],
        object: [country],
        start: at,
        end: at + 3,
        rule: 'attributes',
      }),
    ];
  });
}

/** What is said in passing of a name: nationality, state ownership, possession, seat. Always the text's own voice. */
export const attributes: Recogniser = {
  name: 'attributes',
  find: (context) => [
    ...allPhrases(context.sentence).flatMap((phrase) => [
      ...nationality(phrase, context),
      ...stateOwned(phrase, context),
      ...possession(phrase, context),
    ]),
    ...hyphened(context),
    ...townAndCountry(context),
  ],
};
