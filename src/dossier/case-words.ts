import type { CaseView, Claim, Credibility, Document, Finding, Lexicons, Reply, Span } from '../model/index.ts';
import { indexCase } from './case-index.ts';
import { contextOf } from './evidence.ts';
import { wholeWords, wordClaim } from './reading.ts';
import { headline, text, wordsOf } from './runs.ts';
import { titleFinding } from './sections/findings.ts';
import { wordOutcome } from './sections/replies.ts';
import { sayWho } from './speaker.ts';

/** The dossier's words for the records of a case, for whoever shows them elsewhere. Names are as documents write them. */
export interface CaseWords {
  /** What a claim says and how surely, as a sentence without its speaker and full stop. */
  readonly claim: (claim: Claim) => string;
  /** Who says it, through whom: `Harbour Gazette, citing two officials`. */
  readonly speakers: (claim: Claim, document: Document) => string;
  /** A heading that names a fact without saying that it is one: `Payment: Nordwerk – Karst`. */
  readonly finding: (finding: Finding) => string;
  /** The quotation of a claim; one that says little by itself with the rest of its sentence. */
  readonly quotation: (claim: Claim, document: Document) => string;
  /** A quotation with what stands around it in its passage. */
  readonly context: (document: Document, span: Span) => string;
  /** What a party answered, with what else is told of it: `did not reply (elsewhere: denied it)`. */
  readonly outcome: (reply: Reply) => string;
  /** `; proposed credibility 3, possibly true`; empty where there is no fact to grade. */
  readonly grade: (credibility: Credibility) => string;
  /** The word for a value of a closed vocabulary, from `data/dossier/labels.tsv`; the value itself when there is none. */
  readonly label: (vocabulary: string, key: string | number) => string;
  readonly predicate: (claim: Pick<Claim, 'predicate' | 'modality'>) => string;
}

export function caseWords(view: CaseView, lexicons: Lexicons): CaseWords {
  const index = indexCase(view, lexicons);
  return {
    claim: (claim) => wordsOf(headline([text(wordClaim(claim, index))])),
    speakers: (claim, document) => wordsOf(sayWho({ claim, document }, index)),
    finding: (finding) => wordsOf(titleFinding(finding, index)),
    quotation: (claim, document) => wholeWords({ claim, document }, index),
    context: (document, span) => {
      const { before, after } = contextOf(document, span, index);
      return `${before}${document.text.slice(span.start, span.end)}${after}`;
    },
    outcome: (reply) => wordOutcome(reply, index),
    grade: ({ digit }) =>
      digit === null ? '' : `; proposed credibility ${digit}, ${index.wording.label('credibility', digit)}`,
    label: index.wording.label,
    predicate: ({ predicate, modality }) => index.wording.predicate(predicate, modality).label,
  };
}
