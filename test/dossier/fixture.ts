import type {
  AttributionLink,
  CaseView,
  Claim,
  Cue,
  Decision,
  Document,
  Entity,
  EntityName,
  Extraction,
  Literal,
  Mention,
  Passage,
  Span,
} from '../../src/model/index.ts';
import { SELF } from '../../src/model/index.ts';
import { scriptOf, sha256 } from '../../src/text/index.ts';

/** An invented case: every name, place and product in it is fictional. */
const TEXTS = {
  gazette:
    'Harbour Gazette\n\nOrrin Vale pumps reached Karst Foundry, officials say\n\n' +
    'Nordwerk Marine GmbH supplied about 1,200 pumps to Karst Foundry in mid-2031, two port officials told the Harbour Gazette. ' +
    'Nordwerk is owned by Grauwald Holding, a company register shows.\n\n' +
    'The Ministry of Trade of Ostrava Island denied that the pumps were exported. Karst Foundry did not respond to a request for comment.\n\n' +
    'It is not clear who paid for the shipment.\n',
  tidal:
    'Tidal Post\n\nNordwerk Marine delivered 1,500 pumps to Karst Foundry in the third quarter of 2031, the Harbour Gazette reported.\n\n' +
    'Comment by seagull77: they can surely build a thousand more each year\n',
  notice:
    'The Board of Export Control of Lakemark lists Karst Foundry with effect from 4 May 2032.\n' +
    'Юрий Зимин is listed as director of Karst Foundry (ООО «Карстлит»), INN 7700000001.\n',
  letter:
    'Dear Sirs,\nMr Yuri Zimin travels to Lakemark as an engineer of Pelican Tourism Ltd.\nAn assessment by the coast guard holds that he works for Karst Foundry.\n',
  note: '灰林控股 plans to build a second plant in Velm in 2033. هذا نص قصير. <img src=x onerror="alert(1)"> \u202egnp.exe\u202c </style><script>alert(2)</script> javascript:alert(3)\n',
} as const;
type Key = keyof typeof TEXTS;

const LANGUAGES: Record<Key, string> = { gazette: 'en', tidal: 'en', notice: 'en', letter: 'en', note: 'zh' };
const NAMES: Record<Key, string> = {
  gazette: 'harbour-gazette.html',
  tidal: 'tidal-post.txt',
  notice: 'notice-12.pdf',
  letter: 'letter.eml',
  note: 'note "<b>&.txt',
};
const TYPES: Record<Key, string> = {
  gazette: 'text/html',
  tidal: 'text/plain',
  notice: 'application/pdf',
  letter: 'message/rfc822',
  note: 'text/plain',
};

const by = { rule: 'fixture' };
const NOTHING = { title: null, author: null, publisher: null, published: null, url: null, fields: {} };

export const documentId = (key: Key): string => sha256(NAMES[key]);

function documentOf(key: Key): Document {
  const text = TEXTS[key];
  return {
    id: documentId(key),
    name: NAMES[key],
    mediaType: TYPES[key],
    size: new TextEncoder().encode(text).length,
    text,
    textHash: sha256(text),
    language: LANGUAGES[key],
    encoding: 'utf-8',
    metadata:
      key === 'gazette'
        ? {
            ...NOTHING,
            title: 'Pumps reached Karst Foundry',
            author: 'Ida Brook',
            publisher: 'Harbour Gazette',
            published: '2032-02-11',
            url: 'https://gazette.example/pumps',
          }
        : key === 'tidal'
          ? { ...NOTHING, publisher: 'Tidal Post', published: '2032-02-12' }
          : NOTHING,
    pages: key === 'notice' ? [{ n: 1, span: { start: 0, end: text.length } }] : [],
    blocks: [],
    parent: null,
    status: key === 'notice' ? 'partial' : 'parsed',
    problems:
      key === 'notice'
        ? [{ code: 'page-unreadable', severity: 'warning', detail: 'Page 2 could not be read.', by: 'documents/pdf' }]
        : key === 'note'
          ? [
              {
                code: 'bidi-controls',
                severity: 'note',
                detail: 'The text holds characters that turn the direction of writing.',
                by: 'documents/text',
              },
            ]
          : [],
    reader: 'fixture/1',
  };
}

const refused: Document = {
  ...documentOf('letter'),
  id: sha256('broken'),
  name: 'broken.docx',
  mediaType: 'application/octet-stream',
  size: 31,
  text: '',
  textHash: sha256(''),
  language: 'und',
  encoding: null,
  metadata: NOTHING,
  status: 'refused',
  problems: [
    { code: 'malformed', severity: 'fatal', detail: 'The archive inside the file is cut off.', by: 'documents/docx' },
  ],
};

function spanOf(key: Key, words: string, nth = 1): Span {
  let start = -1;
  for (let n = 0; n < nth; n += 1) start = TEXTS[key].indexOf(words, start + 1);
  if (start < 0) throw new Error(`the fixture's ${key} has no "${words}"`);
  return { start, end: start + words.length };
}

interface Named {
  readonly type: Mention['type'];
  readonly named?: boolean;
  readonly country?: string;
  readonly identifiers?: Record<string, string>;
  readonly mentions: readonly (readonly [Key, string, number?])[];
}

const ENTITIES: Record<string, Named> = {
  nordwerk: {
    type: 'Company',
    country: 'NO',
    mentions: [
      ['gazette', 'Nordwerk Marine GmbH'],
      ['gazette', 'Nordwerk', 2],
      ['tidal', 'Nordwerk Marine'],
    ],
  },
  karst: {
    type: 'Company',
    identifiers: { inn: '7700000001' },
    mentions: [
      ['gazette', 'Karst Foundry', 2],
      ['gazette', 'Karst Foundry', 3],
      ['tidal', 'Karst Foundry'],
      ['notice', 'Karst Foundry'],
      ['notice', 'ООО «Карстлит»'],
      ['letter', 'Karst Foundry'],
    ],
  },
  grauwald: {
    type: 'Company',
    mentions: [
      ['gazette', 'Grauwald Holding'],
      ['note', '灰林控股'],
    ],
  },
  zimin: {
    type: 'Person',
    mentions: [
      ['notice', 'Юрий Зимин'],
      ['letter', 'Yuri Zimin'],
    ],
  },
  pelican: { type: 'Company', mentions: [['letter', 'Pelican Tourism Ltd']] },
  ministry: { type: 'PublicBody', country: 'IS', mentions: [['gazette', 'Ministry of Trade of Ostrava Island']] },
  board: { type: 'PublicBody', mentions: [['notice', 'Board of Export Control of Lakemark']] },
  coastguard: { type: 'PublicBody', named: false, mentions: [['letter', 'the coast guard']] },
  officials: { type: 'Person', named: false, mentions: [['gazette', 'two port officials']] },
  register: { type: 'Document', named: false, mentions: [['gazette', 'a company register']] },
  pumps: {
    type: 'Product',
    named: false,
    mentions: [
      ['gazette', '1,200 pumps'],
      ['gazette', 'the pumps'],
      ['tidal', '1,500 pumps'],
    ],
  },
  gazettePublisher: { type: 'Publication', mentions: [['tidal', 'Harbour Gazette']] },
  orrin: { type: 'Product', mentions: [['gazette', 'Orrin Vale']] },
  velm: { type: 'Place', mentions: [['note', 'Velm']] },
  lakemark: { type: 'Place', country: 'NO', mentions: [['letter', 'Lakemark']] },
  image: { type: 'Product', mentions: [['note', '<img src=x onerror="alert(1)">']] },
};

const mentionId = (entity: string, nth = 0): string => `m_${sha256(`${entity}/${nth}`).slice(0, 12)}`;
export const entityId = (entity: string): string => `e_${sha256(entity).slice(0, 12)}`;

const MENTIONS: readonly { readonly key: Key; readonly mention: Mention }[] = Object.entries(ENTITIES).flatMap(
  ([name, entity]) =>
    entity.mentions.map(([key, words, nth], index) => ({
      key,
      mention: {
        id: mentionId(name, index),
        ...spanOf(key, words, nth),
        text: words,
        type: entity.type,
        named: entity.named ?? true,
        typeScore: 1,
        sameAs: null,
        identifiers: index === 0 ? (entity.identifiers ?? {}) : {},
        by,
      },
    })),
);

const namesOf = ({ mentions }: Named): EntityName[] =>
  [...new Set(mentions.map(([, text]) => text))].map((text) => ({
    text,
    script: scriptOf(text),
    count: mentions.filter((one) => one[1] === text).length,
  }));

const entities: Entity[] = Object.entries(ENTITIES).map(([name, entity]) => ({
  id: entityId(name),
  type: entity.type,
  canonical: entity.mentions[0]![1],
  named: entity.named ?? true,
  names: namesOf(entity),
  identifiers: Object.fromEntries(Object.entries(entity.identifiers ?? {}).map(([scheme, value]) => [scheme, [value]])),
  country: entity.country ?? null,
  mentions: entity.mentions.map((_, index) => mentionId(name, index)).sort(),
}));

const self: AttributionLink = { kind: 'publication', sources: [SELF], cue: null, basis: 'sentence' };
const said = (kind: AttributionLink['kind'], source: string, cue: Span | null = null): AttributionLink => ({
  kind,
  sources: [source],
  cue,
  basis: 'sentence',
});

export const claimId = (name: string): string => `c_${sha256(name).slice(0, 12)}`;

type Draft = Pick<Claim, 'predicate'> & Partial<Omit<Claim, 'id' | 'start' | 'end' | 'quotation'>>;

const claimOf = (name: string, key: Key, words: string, draft: Draft): { key: Key; claim: Claim } => ({
  key,
  claim: {
    id: claimId(name),
    ...spanOf(key, words),
    quotation: words,
    subject: [],
    object: [],
    theme: [],
    value: null,
    time: null,
    place: [],
    polarity: 'positive',
    modality: 'reported',
    attribution: [self],
    by,
    review: 'proposed',
    ...draft,
  },
});

const CLAIMS = [
  claimOf('supply-gazette', 'gazette', 'Nordwerk Marine GmbH supplied about 1,200 pumps to Karst Foundry in mid-2031', {
    predicate: 'supplies',
    subject: [mentionId('nordwerk', 0)],
    object: [mentionId('karst', 0)],
    theme: [mentionId('pumps', 0)],
    value: { number: '1200', unit: 'pumps', op: '~' },
    time: { text: 'mid-2031', edtf: '2031-05/2031-08', precision: 'season' },
    attribution: [self, said('anonymous', mentionId('officials', 0), spanOf('gazette', 'told the Harbour Gazette'))],
  }),
  claimOf(
    'supply-tidal',
    'tidal',
    'Nordwerk Marine delivered 1,500 pumps to Karst Foundry in the third quarter of 2031',
    {
      predicate: 'supplies',
      subject: [mentionId('nordwerk', 2)],
      object: [mentionId('karst', 2)],
      theme: [mentionId('pumps', 2)],
      value: { number: '1500', unit: 'pumps', op: '=' },
      time: { text: 'third quarter of 2031', edtf: '2031-07/2031-09', precision: 'quarter' },
      attribution: [self, said('publication', mentionId('gazettePublisher', 0))],
    },
  ),
  claimOf('owner', 'gazette', 'Nordwerk is owned by Grauwald Holding, a company register shows', {
    predicate: 'owned_by',
    subject: [mentionId('nordwerk', 1)],
    object: [mentionId('grauwald', 0)],
    modality: 'documented',
    attribution: [self, said('document', mentionId('register', 0))],
    review: 'accepted',
  }),
  claimOf('denial', 'gazette', 'The Ministry of Trade of Ostrava Island denied that the pumps were exported', {
    predicate: 'exports_to',
    theme: [mentionId('pumps', 1)],
    polarity: 'negative',
    modality: 'denied',
    attribution: [self, said('official', mentionId('ministry', 0))],
  }),
  claimOf('no-comment', 'gazette', 'Karst Foundry did not respond to a request for comment', {
    predicate: 'no_comment',
    subject: [mentionId('karst', 1)],
    modality: 'refused_comment',
    polarity: 'negative',
  }),
  claimOf('who-paid', 'gazette', 'It is not clear who paid for the shipment', {
    predicate: 'paid',
    modality: 'undetermined',
  }),
  claimOf('comment', 'tidal', 'they can surely build a thousand more each year', {
    predicate: 'capacity_per_year',
    value: { number: '1000', unit: 'per_year', op: '~' },
    modality: 'capability',
  }),
  claimOf(
    'listing',
    'notice',
    'The Board of Export Control of Lakemark lists Karst Foundry with effect from 4 May 2032',
    {
      predicate: 'sanctioned_by',
      subject: [mentionId('karst', 3)],
      object: [mentionId('board', 0)],
      time: { text: '4 May 2032', edtf: '2032-05-04', precision: 'day' },
      modality: 'documented',
      attribution: [self],
    },
  ),
  claimOf('director', 'notice', 'Юрий Зимин is listed as director of Karst Foundry', {
    predicate: 'role_of',
    subject: [mentionId('zimin', 0)],
    object: [mentionId('karst', 3)],
    review: 'edited',
  }),
  claimOf('cover', 'letter', 'Mr Yuri Zimin travels to Lakemark as an engineer of Pelican Tourism Ltd', {
    predicate: 'employed_by',
    subject: [mentionId('zimin', 1)],
    object: [mentionId('pelican', 0)],
    place: [mentionId('lakemark', 0)],
    modality: 'documented',
  }),
  claimOf('real', 'letter', 'he works for Karst Foundry', {
    predicate: 'employed_by',
    subject: [mentionId('zimin', 1)],
    object: [mentionId('karst', 5)],
    modality: 'assessed',
    attribution: [self, said('official', mentionId('coastguard', 0))],
  }),
  claimOf('plant', 'note', '灰林控股 plans to build a second plant in Velm in 2033', {
    predicate: 'established',
    subject: [mentionId('grauwald', 1)],
    place: [mentionId('velm', 0)],
    time: { text: '2033', edtf: '2033', precision: 'year' },
    modality: 'planned',
  }),
  claimOf(
    'hostile',
    'note',
    '<img src=x onerror="alert(1)"> \u202egnp.exe\u202c </style><script>alert(2)</script> javascript:alert(3)',
    {
      predicate: 'has_feature',
      subject: [mentionId('image', 0)],
      modality: 'alleged',
    },
  ),
  claimOf('rejected', 'gazette', 'Orrin Vale pumps reached Karst Foundry', {
    predicate: 'delivered_to',
    subject: [mentionId('orrin', 0)],
    object: [mentionId('karst', 0)],
    review: 'rejected',
  }),
];

const passagesOf = (key: Key): Passage[] => {
  const passages: Passage[] = [];
  let start = 0;
  for (const line of TEXTS[key].split('\n')) {
    if (line !== '') {
      passages.push({
        id: `p_${key}_${start}`,
        start,
        end: start + line.length,
        kind: line.startsWith('Comment by') ? 'comment' : 'paragraph',
        place: key === 'notice' ? 'page 1' : '',
        sentences: [{ start, end: start + line.length }],
      });
    }
    start += line.length + 1;
  }
  return passages;
};

const literal: Literal = {
  id: 'l_1',
  ...spanOf('gazette', 'mid-2031'),
  text: 'mid-2031',
  kind: 'date',
  norm: '2031-05/2031-08',
  time: { text: 'mid-2031', edtf: '2031-05/2031-08', precision: 'season' },
  by,
};
const cue: Cue = {
  ...spanOf('gazette', 'told the Harbour Gazette'),
  kind: 'attribution',
  text: 'told the Harbour Gazette',
  claims: [claimId('supply-gazette')],
};

const extractionOf = (key: Key): Extraction => ({
  document: documentId(key),
  engine: 'fixture/1',
  passages: passagesOf(key),
  mentions: MENTIONS.filter((one) => one.key === key).map((one) => one.mention),
  literals: key === 'gazette' ? [literal] : [],
  claims: CLAIMS.filter((one) => one.key === key).map((one) => one.claim),
  cues: key === 'gazette' ? [cue] : [],
  leads: [],
});

const c = claimId;
const e = entityId;
const KEYS = Object.keys(TEXTS) as Key[];

const anchorOf = (key: Key, words: string, nth?: number) => ({
  document: documentId(key),
  surface: words,
  ...spanOf(key, words, nth),
});

const decisionOf = (id: string, when: string, content: Decision['content'], comment = ''): Decision => ({
  id,
  who: 'R. Editor',
  when,
  comment,
  content,
});
const acceptance = decisionOf(
  'd_1',
  '2032-03-01T09:00:00Z',
  {
    kind: 'accept-claim',
    claim: {
      ...anchorOf('gazette', 'Nordwerk is owned by Grauwald Holding, a company register shows'),
      predicate: 'owned_by',
    },
  },
  'Checked against the register.',
);
const rejection = decisionOf('d_2', '2032-03-01T09:05:00Z', {
  kind: 'reject-claim',
  claim: { ...anchorOf('gazette', 'Orrin Vale pumps reached Karst Foundry'), predicate: 'delivered_to' },
});
const noted = decisionOf('d_3', '2032-03-02T10:00:00Z', {
  kind: 'note-reply',
  party: anchorOf('letter', 'Pelican Tourism Ltd'),
  outcome: 'declined',
  note: 'By telephone: "no statement".',
  date: '2032-03-02',
});
const same = decisionOf('d_4', '2032-03-03T08:00:00Z', {
  kind: 'same',
  left: anchorOf('notice', 'Юрий Зимин'),
  right: anchorOf('letter', 'Yuri Zimin'),
});
const undo = decisionOf('d_5', '2032-03-03T09:00:00Z', { kind: 'undo', decision: 'd_4' });
const orphan = decisionOf('d_6', '2032-03-04T09:00:00Z', {
  kind: 'accept-claim',
  claim: { document: sha256('gone'), surface: 'a sentence that is gone', start: 3, end: 26, predicate: 'visited' },
});

const finding = (
  name: string,
  predicate: Claim['predicate'],
  subject: string[],
  object: string[],
  claims: string[],
  rest: {
    origins: string[];
    support: [number, number, number];
    contradictions?: string[];
    drift?: boolean;
    digit?: 1 | 2 | 3 | 4 | 5 | 6;
  },
) => ({
  id: `f_${name}`,
  subject: subject.map(e),
  predicate,
  object: object.map(e),
  theme: [],
  claims: claims.map(c),
  origins: rest.origins,
  support: { documents: rest.support[0], publisherOrigins: rest.support[1], upstreamOrigins: rest.support[2] },
  contradictions: rest.contradictions ?? [],
  drift: rest.drift
    ? [
        {
          kind: 'changed' as const,
          field: 'value' as const,
          claims: claims.map(c),
          detail: 'about 1,200 pumps / 1,500 pumps',
        },
      ]
    : [],
  credibility: {
    digit: rest.digit ?? 6,
    reasons: [{ feature: 'publisher-origins', score: 0.4, left: String(rest.support[1]), right: 'at least 2' }],
  },
});

const originOf = (
  id: string,
  label: string,
  kind: 'publication' | 'anonymous' | 'document' | 'official',
  level: 'publisher' | 'upstream',
  keys: Key[],
  claims: string[],
) => ({
  id,
  level,
  kind,
  label,
  date: kind === 'publication' ? '2032-02-11' : null,
  documents: keys.map(documentId).sort(),
  claims: claims.map(c),
  reasons:
    keys.length > 1
      ? [
          {
            signal: 'named-agency' as const,
            score: 0.9,
            evidence: [{ document: documentId('tidal'), ...spanOf('tidal', 'Harbour Gazette') }],
          },
        ]
      : [],
  overruledBy: null,
});

const ofGazette = ['supply-gazette', 'supply-tidal', 'owner', 'denial', 'no-comment', 'who-paid'];

export const VIEW: CaseView = {
  head: {
    id: 'case_1',
    name: 'The pumps of Karst Foundry',
    schemaVersion: 1,
    created: '2032-02-20T08:00:00Z',
    journal: { count: 17, head: sha256('journal') },
  },
  documents: [...KEYS.map(documentOf), refused].sort((a, b) => (a.id < b.id ? -1 : 1)),
  occurrences: [
    ...KEYS.map((key) => ({ key: NAMES[key], id: documentId(key) })),
    { key: 'broken.docx', id: refused.id },
  ].map(({ key, id }, n) => ({
    id: `o_${n}`,
    document: id,
    path: `inbox/${key}`,
    container: null,
    place: '',
    addedAt: '2032-02-20T08:01:00Z',
  })),
  extractions: KEYS.map(extractionOf).sort((a, b) => (a.document < b.document ? -1 : 1)),
  decisions: [
    { decision: acceptance, state: 'applied', detail: '' },
    { decision: rejection, state: 'applied', detail: '' },
    { decision: noted, state: 'applied', detail: '' },
    { decision: same, state: 'undone', detail: '' },
    { decision: undo, state: 'applied', detail: '' },
    { decision: orphan, state: 'orphaned', detail: 'The document is not in the case.' },
  ],
  leftOut: [{ path: 'inbox/locked.pdf', reason: 'It cannot be opened: no permission.' }],
  resolution: { entities, judgements: [] },
  weighing: {
    origins: [
      originOf(
        'og',
        'Harbour Gazette report, 11 February 2032',
        'publication',
        'publisher',
        ['gazette', 'tidal'],
        ofGazette,
      ),
      originOf(
        'on',
        'Notice of the Board of Export Control',
        'official',
        'publisher',
        ['notice'],
        ['listing', 'director'],
      ),
      originOf('ol', 'letter.eml', 'document', 'publisher', ['letter'], ['cover', 'real']),
      originOf(
        'oo',
        'two port officials',
        'anonymous',
        'upstream',
        ['gazette', 'tidal'],
        ['supply-gazette', 'supply-tidal'],
      ),
      originOf('or', 'a company register', 'document', 'upstream', ['gazette'], ['owner']),
    ],
    echoGroups: [{ id: 'g1', origin: 'og', documents: [documentId('gazette'), documentId('tidal')].sort() }],
    findings: [
      finding('supply', 'supplies', ['nordwerk'], ['karst'], ['supply-gazette', 'supply-tidal'], {
        origins: ['og', 'oo'],
        support: [2, 1, 1],
        contradictions: ['x1'],
        drift: true,
        digit: 3,
      }),
      finding('owner', 'owned_by', ['nordwerk'], ['grauwald'], ['owner'], {
        origins: ['og', 'or'],
        support: [1, 1, 1],
        digit: 2,
      }),
      finding('director', 'role_of', ['zimin'], ['karst'], ['director', 'real'], {
        origins: ['on', 'ol'],
        support: [2, 2, 0],
        digit: 2,
      }),
      finding('export', 'exports_to', [], [], ['denial'], { origins: ['og'], support: [1, 1, 0] }),
      finding('plant', 'established', ['grauwald'], [], ['plant'], { origins: [], support: [1, 0, 0] }),
      finding('gone', 'delivered_to', ['orrin'], ['karst'], ['rejected'], { origins: ['og'], support: [1, 1, 0] }),
    ],
    contradictions: [
      {
        id: 'x1',
        kind: 'number',
        severity: 'hard',
        within: 'one-origin',
        sides: [[c('supply-gazette')], [c('supply-tidal')]],
        detail: 'about 1,200 / 1,500',
      },
      {
        id: 'x2',
        kind: 'denial',
        severity: 'medium',
        within: 'between-origins',
        sides: [[c('rejected')], [c('denial')]],
        detail: 'only one side stands',
      },
    ],
    replies: [
      {
        id: 'r1',
        party: e('karst'),
        askedBy: SELF,
        outcome: 'no_reply',
        claims: [c('no-comment')],
        decision: null,
        note: '',
      },
      {
        id: 'r2',
        party: e('pelican'),
        askedBy: null,
        outcome: 'declined',
        claims: [],
        decision: 'd_3',
        note: 'By telephone: "no statement".',
      },
    ],
    openQuestions: [{ id: 'q1', question: 'Who paid for the shipment?', claims: [c('who-paid')] }],
    coverIdentities: [
      {
        id: 'ci1',
        subject: [e('zimin')],
        describedAs: e('pelican'),
        assessedAs: e('karst'),
        claims: [c('cover'), c('real')],
      },
    ],
    timeline: [
      { edtf: '2032-05-04', claims: [c('listing')] },
      { edtf: '2031-05/2031-08', claims: [c('supply-gazette')] },
      { edtf: '2031-07/2031-09', claims: [c('supply-tidal')] },
      { edtf: '2033', claims: [c('plant')] },
    ],
    network: [
      { from: e('nordwerk'), to: e('karst'), predicate: 'supplies', claims: [c('supply-gazette'), c('supply-tidal')] },
      { from: e('nordwerk'), to: e('grauwald'), predicate: 'owned_by', claims: [c('owner')] },
      { from: e('zimin'), to: e('karst'), predicate: 'role_of', claims: [c('director')] },
    ],
    sanctions: [{ target: e('karst'), authority: e('board'), date: '2032-05-04', claims: [c('listing')] }],
    originOf: {
      ...Object.fromEntries(ofGazette.map((name) => [c(name), 'og'])),
      [c('listing')]: 'on',
      [c('director')]: 'on',
      [c('cover')]: 'ol',
      [c('real')]: 'ol',
    },
  },
  hits: [],
  screening: { asOf: null, lists: [] },
};

export const OPTIONS = { writtenAt: '2032-03-05T12:00:00Z', version: '0.1.0' } as const;

/** The case with nothing in it. */
export const EMPTY: CaseView = {
  ...VIEW,
  documents: [],
  occurrences: [],
  extractions: [],
  decisions: [],
  leftOut: [],
  resolution: { entities: [], judgements: [] },
  weighing: {
    origins: [],
    echoGroups: [],
    findings: [],
    contradictions: [],
    replies: [],
    openQuestions: [],
    coverIdentities: [],
    timeline: [],
    network: [],
    sanctions: [],
    originOf: {},
  },
};
