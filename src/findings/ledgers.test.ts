import { describe, expect, test } from 'vitest';
import { type SmallDocument, smallCase, weigh } from '../../test/findings/small-case.ts';
import { type DecisionState, SELF } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { weighFindings } from './index.ts';

describe('replies', () => {
  const asked = (marked: string, quote: string, denies = false): SmallDocument => ({
    name: 'a',
    marked,
    claims: [
      {
        quote,
        s: 'Orla Freight',
        p: denies ? 'denies' : 'no_comment',
        modality: denies ? 'denied' : 'refused_comment',
        polarity: 'negative',
      },
    ],
  });
  test.each<[string, string, boolean, string | null]>([
    [
      '[Orla Freight:Company] did not respond to requests for comment.',
      'Orla Freight did not respond to requests for comment',
      false,
      'no_reply',
    ],
    [
      'Neither the bank nor [Orla Freight:Company] responded to questions.',
      'nor Orla Freight responded to questions',
      false,
      'no_reply',
    ],
    ['[Orla Freight:Company] declined to comment.', 'Orla Freight declined to comment', false, 'declined'],
    [
      '[Orla Freight:Company] spoke of progress but declined to provide specifics.',
      'declined to provide specifics',
      false,
      'declined_specifics',
    ],
    [
      '[Orla Freight:Company] said it was unaware of the deal.',
      'Orla Freight said it was unaware of the deal',
      true,
      'denied_knowledge',
    ],
    ['[Orla Freight:Company] called the report false.', 'Orla Freight called the report false', true, 'denied'],
    [
      '[Orla Freight:Company] has repeatedly denied arming anybody.',
      'Orla Freight has repeatedly denied arming anybody',
      true,
      null,
    ],
    ['[Orla Freight:Company] не ответила на запрос.', 'Orla Freight не ответила на запрос', false, 'no_reply'],
    [
      '[Orla Freight:Company] reagierte nicht auf Anfragen.',
      'Orla Freight reagierte nicht auf Anfragen',
      false,
      'no_reply',
    ],
  ])('%s', (marked, quote, denies, outcome) => {
    expect(weigh([asked(marked, quote, denies)]).replies.map((reply) => reply.outcome)).toEqual(
      outcome === null ? [] : [outcome],
    );
  });

  test('who asked, when the text says so', () => {
    const [reply] = weigh([
      asked('[The Quiet Herald:Publication] could not reach [Orla Freight:Company].', 'could not reach Orla Freight'),
    ]).replies;
    expect(reply).toMatchObject({ party: 'e_orla-freight', askedBy: 'e_quiet-herald', outcome: 'no_reply' });
  });

  test('a person’s note is a reply of its own', () => {
    const input = smallCase([asked('[Orla Freight:Company] declined to comment.', 'Orla Freight declined to comment')]);
    const document = input.documents[0]?.id ?? '';
    const noted: DecisionState = {
      decision: {
        id: 'd1',
        who: 'An editor',
        when: '2032-01-01T00:00:00Z',
        comment: '',
        content: {
          kind: 'note-reply',
          party: { document, start: 0, end: 12, surface: 'Orla Freight' },
          outcome: 'statement',
          note: 'By telephone.',
          date: null,
        },
      },
      state: 'applied',
      detail: '',
    };
    const { replies } = weighFindings({ ...input, decisions: [noted] }, loadLexicons());
    expect(replies.find(({ decision }) => decision === 'd1')).toMatchObject({
      party: 'e_orla-freight',
      outcome: 'statement',
      note: 'By telephone.',
      claims: [],
    });
    expect(
      weighFindings({ ...input, decisions: [{ ...noted, state: 'undone' }] }, loadLexicons()).replies,
    ).toHaveLength(1);
  });
});

describe('whose reply it is', () => {
  const reply = (marked: string, quote: string, more: Partial<SmallDocument> = {}): string[] => {
    const [, last = ''] = /\[([^\]:]+):\w+\][^[]*$/.exec(marked.split('\n')[0] ?? '') ?? [];
    const { replies } = weigh([
      {
        name: 'a',
        marked,
        claims: [{ quote, s: last, p: 'denies', modality: 'denied', polarity: 'negative' }],
        ...more,
      },
    ]);
    return replies.map(({ party, outcome }) => `${party} ${outcome}`).sort();
  };
  test.each<[string, string, string[]]>([
    [
      '[Orla Freight:Company] and [Belmar Lines:Company] are named in it, which blames the [Fog Office:PublicBody].\nBoth companies denied any link.',
      'Both companies denied any link',
      ['e_belmar-lines denied', 'e_orla-freight denied'],
    ],
    [
      '[Ivo Marten:Person] was arrested.\nLawyers for [Dara Quill:Person] said she rejects it all.',
      'she rejects it all',
      ['e_dara-quill denied'],
    ],
    [
      '[Ivo Marten:Person] was arrested.\nАдвокат [Dara Quill:Person] заявил, что она всё отрицает.',
      'она всё отрицает',
      ['e_dara-quill denied'],
    ],
    ['[Ivo Marten:Person] was arrested.\nHe called it false.', 'He called it false', ['e_ivo-marten denied']],
    [
      'The [Fog Office:PublicBody] blamed [Ivo Marten:Person].\nBoth companies denied any link.',
      'Both companies denied any link',
      [],
    ],
  ])('%s', (marked, quote, expected) => {
    expect(reply(marked, quote)).toEqual(expected);
  });

  const LETTER: SmallDocument = {
    name: 'letter.txt',
    marked:
      'Answer to the [Quiet Herald:Publication]\n[Orla Freight:Company] never sold [KT-9:Product] sets to [Vesna Works:Company].\nWith respect,\n[Dara Quill:Person], [Orla Freight:Company]',
    claims: [
      {
        quote: 'Orla Freight never sold KT-9 sets to Vesna Works',
        s: 'Orla Freight',
        p: 'sold',
        o: 'Vesna Works',
        th: 'KT-9',
        polarity: 'negative',
      },
    ],
  };
  test('the answer that lies in the case is a reply, to whom it is addressed', () => {
    expect(weigh([LETTER]).replies).toMatchObject([
      { party: 'e_orla-freight', outcome: 'denied', askedBy: 'e_quiet-herald' },
    ]);
  });

  test('a letter that answers nobody is none', () => {
    const other = { ...LETTER, marked: LETTER.marked.replace('Answer to the', 'As read in the') };
    expect(weigh([other]).replies).toEqual([]);
  });

  test('who is quoted and writes himself is one head', () => {
    const own: SmallDocument = {
      ...LETTER,
      marked: LETTER.marked.replace('never sold', 'sold'),
      claims:
        LETTER.claims?.map((claim) => ({
          ...claim,
          quote: 'Orla Freight sold KT-9 sets to Vesna Works',
          polarity: 'positive' as const,
        })) ?? [],
    };
    const quoted: SmallDocument = {
      name: 'article.txt',
      marked:
        'The [KT-9:Product] went to [Vesna Works:Company] years ago, so says [Orla Freight:Company] of its machines.',
      claims: [
        {
          quote: 'The KT-9 went to Vesna Works years ago',
          s: 'Orla Freight',
          p: 'sold',
          o: 'Vesna Works',
          th: 'KT-9',
          by: ['Orla Freight'],
        },
      ],
    };
    expect(weigh([own, quoted]).findings[0]?.support).toEqual({
      documents: 2,
      publisherOrigins: 2,
      upstreamOrigins: 1,
    });
  });

  test('a paper that retells nobody asked for itself', () => {
    const [asked] = weigh([
      {
        name: 'a',
        publisher: 'The Tidal Post',
        marked: '[Orla Freight:Company] declined to comment.',
        claims: [
          {
            quote: 'Orla Freight declined to comment',
            s: 'Orla Freight',
            p: 'no_comment',
            modality: 'refused_comment',
          },
        ],
      },
    ]).replies;
    expect(asked?.askedBy).toBe(SELF);
  });
});

describe('open questions', () => {
  const open = (quote: string): string[] =>
    weigh([
      {
        name: 'a',
        marked: `[Orla Freight:Company]: ${quote}.`,
        claims: [{ quote, s: 'Orla Freight', p: 'located_in', modality: 'undetermined', polarity: 'negative' }],
      },
    ]).openQuestions.map(({ question }) => question);
  test.each([
    [
      'the Herald was unable to determine whether the board agreed to the sale',
      'Is it so that the board agreed to the sale?',
    ],
    ['the papers did not specify delivery dates', 'What is known of delivery dates?'],
    ['without giving the buyer’s address', 'What is known of the buyer’s address?'],
    ['it is unclear who ordered the engines', 'Who ordered the engines?'],
    ['no price was given for the second batch', 'What is known of price for the second batch?'],
    ['the harbour keeps silent', 'What would settle this: “the harbour keeps silent”?'],
  ])('%s', (quote, question) => {
    expect(open(quote)).toEqual([question]);
  });

  test('an assessment that nobody stands for, and a plan with a date', () => {
    const { openQuestions } = weigh([
      {
        name: 'a',
        marked:
          'The [KT-9:Product] is believed to derive from the [Sova-3:Product]. [Orla Freight:Company] will open a yard in 2031.',
        claims: [
          {
            quote: 'The KT-9 is believed to derive from the Sova-3',
            s: 'KT-9',
            p: 'based_on',
            o: 'Sova-3',
            modality: 'assessed',
          },
          {
            quote: 'Orla Freight will open a yard in 2031',
            s: 'Orla Freight',
            p: 'established',
            modality: 'planned',
            when: '2031',
          },
        ],
      },
    ]);
    expect(openQuestions.map(({ question }) => question).sort()).toEqual([
      'Did this come about (2031): “Orla Freight will open a yard in 2031”?',
      'Who assesses this, and on what grounds: “The KT-9 is believed to derive from the Sova-3”?',
    ]);
  });
});

test('timeline, network and sanctions', () => {
  const weighing = weigh([
    {
      name: 'a',
      marked:
        '[Orla Freight:Company] was listed by the [Trade Bureau:PublicBody] in May 2031. It is owned by [Concern Taiga:Company] since 2029. [Orla Freight:Company] never paid [Kestrel Marine:Company]. [The crew:Person?] visited [Orla Freight:Company] in June 2031.',
      claims: [
        {
          quote: 'Orla Freight was listed by the Trade Bureau in May 2031',
          s: 'Orla Freight',
          p: 'sanctioned_by',
          o: 'Trade Bureau',
          when: '2031-05',
        },
        {
          quote: 'It is owned by Concern Taiga since 2029',
          s: 'Orla Freight',
          p: 'owned_by',
          o: 'Concern Taiga',
          when: '2029/..',
        },
        {
          quote: 'Orla Freight never paid Kestrel Marine',
          s: 'Orla Freight',
          p: 'paid',
          o: 'Kestrel Marine',
          modality: 'denied',
          polarity: 'negative',
        },
        {
          quote: 'The crew visited Orla Freight in June 2031',
          s: 'The crew',
          p: 'visited',
          o: 'Orla Freight',
          when: '2031-06',
        },
      ],
    },
  ]);
  expect(weighing.timeline.map(({ edtf }) => edtf)).toEqual(['2029/..', '2031-05', '2031-06']);
  expect(weighing.network.map(({ from, predicate, to }) => `${from} ${predicate} ${to}`)).toEqual([
    'e_orla-freight owned_by e_concern-taiga',
    'e_orla-freight sanctioned_by e_trade-bureau',
  ]);
  expect(weighing.sanctions).toMatchObject([
    { target: 'e_orla-freight', authority: 'e_trade-bureau', date: '2031-05' },
  ]);
});

describe('findings', () => {
  const sold = (
    name: string,
    quote: string,
    marked: string,
    more: Partial<NonNullable<SmallDocument['claims']>[number]> = {},
  ): SmallDocument => ({
    name,
    marked,
    claims: [{ quote, s: 'Orla Freight', p: 'sold', o: 'Vesna Works', th: 'KT-9', ...more }],
  });
  const first = sold(
    'a',
    'Orla Freight sold KT-9 sets to Vesna Works',
    '[Orla Freight:Company] sold [KT-9:Product] sets to [Vesna Works:Company].',
  );
  const second: SmallDocument = {
    name: 'b',
    marked: 'A batch of [KT-9:Product] came to [Vesna Works:Company] from [Orla Freight:Company], a bill shows.',
    claims: [
      {
        quote: 'A batch of KT-9 came to Vesna Works from Orla Freight',
        s: 'Orla Freight',
        p: 'supplies',
        o: 'Vesna Works',
        th: 'KT-9',
        modality: 'documented',
      },
    ],
  };

  test('one fact told with two predicates by two origins, one of them with papers', () => {
    const [finding, ...others] = weigh([first, second]).findings;
    expect(others).toEqual([]);
    expect(finding?.support).toEqual({ documents: 2, publisherOrigins: 2, upstreamOrigins: 2 });
    expect(finding?.credibility.digit).toBe(2);
    const accepted = [first, second].map((document) => ({
      ...document,
      claims: (document.claims ?? []).map((claim) => ({ ...claim, review: 'accepted' as const })),
    }));
    expect(weigh(accepted).findings[0]?.credibility.digit).toBe(1);
  });

  test('what a company denies and a paper affirms is contested everywhere, and confirmed nowhere', () => {
    const denied = {
      ...first,
      name: 'c',
      marked: '[Orla Freight:Company] sold no [KT-9:Product] sets to [Vesna Works:Company].',
      claims: [
        {
          quote: 'Orla Freight sold no KT-9 sets to Vesna Works',
          s: 'Orla Freight',
          p: 'sold' as const,
          o: 'Vesna Works',
          th: 'KT-9',
          polarity: 'negative' as const,
        },
      ],
    };
    const { findings, contradictions } = weigh([first, second, denied]);
    expect(contradictions.map(({ kind }) => kind)).toEqual(['denial']);
    expect(findings[0]?.contradictions).toHaveLength(1);
    expect(findings[0]?.support).toEqual({ documents: 3, publisherOrigins: 2, upstreamOrigins: 2 });
    expect(findings[0]?.credibility.digit).toBe(4);
  });

  test.each<[string, SmallDocument[], number | null]>([
    ['one report', [first], 3],
    ['one report and its copies', [first, { ...first, name: 'copy' }, { ...first, name: 'copy of the copy' }], 3],
    [
      'only alleged',
      [
        sold(
          'a',
          'Orla Freight sold KT-9 sets to Vesna Works',
          '[Orla Freight:Company] sold [KT-9:Product] sets to [Vesna Works:Company].',
          { modality: 'alleged' },
        ),
      ],
      4,
    ],
    [
      'only denied',
      [
        sold(
          'a',
          'Orla Freight sold KT-9 sets to Vesna Works',
          '[Orla Freight:Company] sold [KT-9:Product] sets to [Vesna Works:Company].',
          { modality: 'denied', polarity: 'negative' },
        ),
      ],
      null,
    ],
    [
      'not determined',
      [
        sold(
          'a',
          'Orla Freight sold KT-9 sets to Vesna Works',
          '[Orla Freight:Company] sold [KT-9:Product] sets to [Vesna Works:Company].',
          { modality: 'undetermined' },
        ),
      ],
      null,
    ],
  ])('credibility of %s', (_, documents, digit) => {
    expect(weigh(documents).findings[0]?.credibility.digit).toBe(digit);
  });

  test('another buyer is another fact; a seller left out is not taken for the known one', () => {
    const elsewhere = {
      ...first,
      name: 'c',
      marked: first.marked.replace('Vesna Works', 'Port Tallow'),
      claims: [
        {
          quote: 'Orla Freight sold KT-9 sets to Port Tallow',
          s: 'Orla Freight',
          p: 'sold' as const,
          o: 'Port Tallow',
          th: 'KT-9',
        },
      ],
    };
    const sellerless: SmallDocument = {
      name: 'd',
      marked: 'Last year [KT-9:Product] reached [Vesna Works:Company].',
      claims: [{ quote: 'KT-9 reached Vesna Works', s: 'KT-9', p: 'delivered_to', o: 'Vesna Works' }],
    };
    expect(weigh([first, elsewhere, sellerless]).findings).toHaveLength(3);
  });

  test('drift: what a retelling dropped', () => {
    const shared =
      '[Orla Freight:Company] sold {430|count|430} [KT-9:Product] sets to [Vesna Works:Company] and got {1,250,000 euros|money|1250000 EUR} for it from [Ivo Marten:Person]';
    const retold = (name: string, end: string, more: object): SmallDocument => ({
      name,
      marked: `${shared} ${end}.`,
      claims: [
        {
          quote: 'Orla Freight sold 430 KT-9 sets to Vesna Works',
          s: 'Orla Freight',
          p: 'sold',
          o: 'Vesna Works',
          th: 'KT-9',
          value: { number: '430', unit: 'sets' },
          ...more,
        },
      ],
    });
    const [finding] = weigh([
      retold('a', 'in May 2031', { when: '2031-05' }),
      retold('b', 'in May 2031, it said', { when: '2031-05' }),
      retold('c', 'recently', {}),
    ]).findings;
    expect(finding?.drift.map(({ kind, field, detail }) => `${kind} ${field} ${detail}`)).toEqual([
      'dropped time 2031-05',
    ]);
  });
});
