import { MODALITIES } from '../../model/index.ts';
import type { CaseIndex } from '../case-index.ts';
import type { Section } from '../dossier.ts';
import { count, datum, heading, plain, remark, say } from '../runs.ts';

/** How to read the dossier: what is counted how, and what clew cannot do. */
export function writeMethod(index: CaseIndex, version: string): Section {
  const claims = [...index.claims.values()].map((place) => place.claim);
  const open = claims.filter((claim) => claim.review === 'proposed').length;
  const leads = index.view.extractions.reduce((sum, { leads: unread = [] }) => sum + unread.length, 0);
  const { count: entries, head } = index.view.head.journal;
  return {
    id: 'method',
    title: 'Method',
    about: 'case',
    blocks: [
      heading('Claims, not facts'),
      say(
        'Every sentence about the world in this dossier is what somebody says, worded after a quotation; the footnote holds the exact words and where they stand. ' +
          'The wording is made from templates, so read the quotation before you rely on it. When this file was written, each quotation was compared with the text of its document, and each text with its recorded hash.',
      ),
      say(
        open === 0
          ? `All ${count(claims.length, 'claim')} were reviewed by a person.`
          : `${open} of ${count(claims.length, 'claim')} ${open === 1 ? 'was' : 'were'} proposed by rules and not reviewed by a person; each is marked “not reviewed”. Such a claim may misread who is meant, who speaks, or how sure they are.`,
      ),
      ...(leads === 0
        ? []
        : [
            say(
              `${count(leads, 'stretch', 'stretches')} of text ${leads === 1 ? 'was' : 'were'} left unread because a word above ${leads === 1 ? 'it' : 'them'} (“if”, “almost”, a retraction, or one that clew does not know) may take back what they say: “clew claims --unread” lists them. Nothing in this dossier rests on them.`,
            ),
          ]),
      {
        kind: 'facts',
        facts: MODALITIES.map((modality) => {
          const { tag, meaning } = index.wording.modality(modality);
          return { term: tag, cell: plain(meaning) };
        }),
      },
      heading('How origins are counted'),
      say(
        'Documents that retell one report are one publisher origin, however many there are. What a report rests on, such as “two officials” or an invoice, is an upstream origin and counted apart. ' +
          'Documents are put together by shared wording, a named agency, rare shared figures and the same event; a person can overrule this. ' +
          'Two findings with the same count need not weigh the same: the credibility digit is a proposal by rule, with its reasons.',
      ),
      heading('What clew cannot do'),
      say(
        'It does not know whether a claim is true, a document genuine or a source honest. It misses claims in wordings that its rules do not know, and in documents it could read only in part or not at all. ' +
          'Names may be joined that should not be, and kept apart that should not be. It has asked nobody: the replies listed are those the documents tell of and those a person noted. That nothing was found is no proof that nothing is there.',
      ),
      heading('The case and its journal'),
      say(
        `Written by clew ${version} from a journal of ${count(entries, 'entry', 'entries')}, the last with the hash `,
        datum(head),
        '. A journal that ends earlier, or in another hash, is not the one this dossier was written from; “clew verify” checks it.',
      ),
      {
        kind: 'line',
        line: remark(
          'Characters are counted in UTF-16 code units from 0; the end is not included. Characters that cannot be seen or that change the direction of writing are shown by their number, like ',
          datum('\u202e'),
          '.',
        ),
      },
    ],
  };
}
