import { addVotes, type Candidate, type Votes } from './candidate.ts';
import { headOf } from './heads.ts';
import { innerVotes, isDesignation } from './inner-votes.ts';
import { outerVotes } from './outer-votes.ts';
import { cutRun } from './pieces.ts';
import type { Piece, Run, Surroundings } from './run.ts';
import { findRuns } from './runs.ts';
import { bareForm, isCommonWord, type Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

/** A capitalised name together with what is needed to judge it by the whole document. */
export interface NameCandidate extends Candidate {
  readonly sure: boolean;
  /** Votes from the words themselves; `votes` are those of the surroundings. */
  readonly inner: Votes;
}

/** Names by capital letters: runs of a sentence, cut at titles and nations, with their first votes. */
export function findNames(sentence: Sentence, index: number, around: Surroundings): NameCandidate[] {
  const { words } = sentence;
  const { vocabulary, evidence } = around;
  return findRuns(sentence, around)
    .flatMap((run) => cutRun(sentence, run, around))
    .flatMap((piece): NameCandidate[] => {
      const whole = widened(words, piece, vocabulary);
      const first = words[whole.from];
      const last = words[whole.to];
      if (!first || !last || isNoName(words, whole, vocabulary)) return [];
      const facility = whole.to > piece.to;
      const own = facility ? { Place: 3.5 } : innerVotes(words, piece, vocabulary);
      // A model number in a text full of weapons is rather one of them.
      const inner =
        own.Product && own.WeaponSystem && evidence.weapons > 2 ? addVotes(own, { WeaponSystem: 0.4 }) : own;
      return [
        {
          start: first.start,
          end: last.end,
          sentence: index,
          from: whole.from,
          to: whole.to,
          named: true,
          votes: outerVotes(sentence, whole, vocabulary),
          inner: piece.title ? addVotes(inner, { Person: 1 }) : inner,
          strength: 4,
          rule: piece.title ? 'mentions/title' : facility ? 'mentions/facility' : 'mentions/capitals',
          key: keyOf(words, whole),
          sure: whole.sure || facility,
        },
      ];
    });
}

/** The words that name something: lower case, without punctuation. */
export function keyOf(words: readonly Word[], run: Run): string {
  return words
    .slice(run.from, run.to + 1)
    .filter((word) => word.kind !== 'punctuation')
    .map((word) => word.lower.replace(/\.$/, ''))
    .join(' ');
}

/** Military units that are counted: "14th Brigade". */
const UNIT =
  /^(?:division|brigade|regiment|battalion|army|fleet|wing|squadron|corps|directorate|company|group|department|congress|fighter|centre|center)$/;

/** A facility noun in small letters belongs to the name ("X test site"); so does the nation before a ministry ("China’s Ministry …"). */
function widened(words: readonly Word[], piece: Piece, vocabulary: Vocabulary): Piece {
  const last = words[piece.to];
  if (!last) return piece;
  if (!last.possessive && !last.hyphened) {
    for (let length = 4; length >= 1; length--) {
      const phrase = words.slice(piece.to + 1, piece.to + 1 + length);
      if (phrase.length < length || phrase.some((word) => word.kind !== 'lower')) continue;
      const noun = phrase.map((word) => word.lower).join(' ');
      if (vocabulary.classNouns.get(noun) === 'facility' && (length > 1 || noun.length > 4))
        return { ...piece, to: piece.to + length };
    }
  }
  const before = words[piece.from - 1];
  if (before && /^\d{1,4}(?:st|nd|rd|th)$/.test(before.text) && UNIT.test(last.lower))
    return { ...piece, from: piece.from - 1, sure: true };
  if (
    before?.possessive &&
    before.kind === 'name' &&
    headOf(words, piece, vocabulary)?.type === 'PublicBody' &&
    piece.to > piece.from
  ) {
    const place = vocabulary.places.get(before.lower);
    if (place?.kind === 'country' || vocabulary.capitals.has(before.lower)) return { ...piece, from: piece.from - 1 };
  }
  return piece;
}

const NO_NAME =
  /^(?:I|I’m|I'm|I’ve|I'd|I’d|I'll|I’ll|OK|TV|PDF|CEO|CFO|COO|CTO|VIP|ID|GPS|GLONASS|VTOL|UAV|UAVs|UAS|UCAV|VPN|SIM|GDP|DNA|AI|IT|PR|HR|NGO|NGOs|WMD|WMDs|ICBM|ICBMs|EV|LNG|LPG|AIS|INN|OGRN|IMO|MMSI|SWIFT|IBAN|VAT|LLC|ИНН|ОГРН|КПП|СМИ|БПЛА|США|СВО|ТОВ|ЕГРЮЛ|HS|VHF|FPV|CNC|URL|USB|Q[1-4]|H[12]|FY\d*|IEDs?|VBIEDs?|RPGs?|MANPADS|ATGMs?|SAMs?|MLRS|IFVs?|APCs?|HE|Brig|Covid|COVID|Internet|Web|God|Earth|Mr|Mrs|Ms|Dr|No|Inc|Ltd|Co|Corp|St|AM|PM|Jr|Sr|II|III|IV|VI|VII|VIII|IX)$/;

/** What looks like a name but is none: units, abbreviations of common things, single letters, nationalities and titles alone. */
function isNoName(words: readonly Word[], piece: Piece, vocabulary: Vocabulary): boolean {
  if (piece.to > piece.from) return false;
  const word = words[piece.from];
  if (!word) return true;
  if (word.text.length < 2 || NO_NAME.test(word.text) || vocabulary.legalForms.has(bareForm(word.text))) return true;
  if (/^\p{Lu}{5,}$/u.test(word.text) && isCommonWord(word.lower, vocabulary)) return true;
  if (/^\p{N}+(?:st|nd|rd|th|s|k|m|km|kg|mm|cm|nm|hp|kW|MW|GHz|MHz|V|A|W|MB|GB|TB|D|G)$/u.test(word.text)) return true;
  if (/^\p{N}/u.test(word.text) && !isDesignation(word.text)) return true;
  if (vocabulary.isDemonym(word.lower) && !/^\p{Lu}{2,}$/u.test(word.text) && !vocabulary.places.has(word.lower))
    return true;
  return vocabulary.titles.has(word.lower) && !piece.title && isCommonWord(word.lower, vocabulary);
}
