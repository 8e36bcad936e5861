import { describe, expect, test } from 'vitest';
import { claimId, documentId, EMPTY, entityId, OPTIONS, VIEW } from '../../../test/dossier/fixture.ts';
import { writeAttribution, writeValue } from './claim.ts';
import { json, toJsonForm } from './index.ts';

const form = toJsonForm(VIEW, OPTIONS);
const claims = form.documents.flatMap((document) => document.claims);
const claim = (name: string) => claims.find((one) => one.id === claimId(name));

test('is JSON, the same for the same case', () => {
  const text = json.write(VIEW, OPTIONS);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(form)));
  expect(json.write(structuredClone(VIEW), OPTIONS)).toBe(text);
  expect(JSON.parse(json.write(EMPTY, OPTIONS)).documents).toEqual([]);
});

describe('documents', () => {
  test('carry the name of the file as added', () => {
    expect(form.documents.map((document) => document.file)).toEqual([
      'broken.docx',
      'harbour-gazette.html',
      'letter.eml',
      'note "<b>&.txt',
      'notice-12.pdf',
      'tidal-post.txt',
    ]);
  });

  test('keep refused and partial documents with their problems', () => {
    expect(form.documents.map((document) => document.status)).toContain('refused');
    expect(form.documents.find((document) => document.status === 'partial')?.problems).toHaveLength(1);
  });

  test('every quotation is the text under its span', () => {
    for (const document of form.documents) {
      const text = VIEW.documents.find((one) => one.id === document.id)?.text ?? '';
      for (const one of document.claims) expect(text.slice(one.start, one.end)).toBe(one.quote);
      for (const one of document.mentions) expect(text.slice(one.start, one.end)).toBe(one.text);
    }
  });

  test('leave out unnamed mentions that no claim uses', () => {
    const unused = structuredClone(VIEW);
    const extractions = unused.extractions.map((one) => ({ ...one, claims: [] }));
    const mentions = toJsonForm({ ...unused, extractions }, OPTIONS).documents.flatMap((one) => one.mentions);
    expect(mentions.every((mention) => mention.named)).toBe(true);
    const used = form.documents.flatMap((one) => one.mentions).filter((mention) => !mention.named);
    expect(used.map((mention) => mention.text).sort()).toEqual([
      '1,200 pumps',
      '1,500 pumps',
      'a company register',
      'the coast guard',
      'the pumps',
      'two port officials',
    ]);
  });
});

describe('claims', () => {
  test('speak of entities: one as an id, none as null', () => {
    expect(claim('supply-gazette')).toMatchObject({
      subject: entityId('nordwerk'),
      predicate: 'supplies',
      object: entityId('karst'),
      place: null,
      value: { number: 1200, decimal: '1200', unit: 'pumps', op: '~' },
      time: { text: 'mid-2031', iso: '2031-05/2031-08', precision: 'season' },
      attribution: ['@doc', entityId('officials')],
      origin: 'og',
      finding: 'f_supply',
    });
    expect(claim('denial')?.subject).toBeNull();
  });

  test('rejected ones are listed apart, and nothing else refers to them', () => {
    expect(claims.map((one) => one.id)).not.toContain(claimId('rejected'));
    expect(form.documents.flatMap((document) => document.rejected).map((one) => one.id)).toEqual([claimId('rejected')]);
    expect(JSON.stringify(form.corpus)).not.toContain(claimId('rejected'));
    expect(form.corpus.findings.map((finding) => finding.id)).not.toContain('f_gone');
    expect(form.corpus.contradictions).toHaveLength(1);
  });

  test('every claim, entity and document that is referred to is there', () => {
    const ids = new Set([
      ...claims.map((one) => one.id),
      ...form.entities.map((one) => one.id),
      ...form.documents.map((one) => one.id),
    ]);
    const { corpus } = form;
    for (const id of [
      ...corpus.findings.flatMap((one) => [...one.claims, ...one.subject, ...one.object]),
      ...corpus.contradictions.flatMap((one) => one.sides.flat()),
      ...corpus.echo_groups.flatMap((one) => one.documents),
      ...corpus.right_of_reply.map((one) => one.party),
      ...corpus.network.flatMap((one) => [one.from, one.to]),
      ...corpus.sanctions.flatMap((one) => [one.target, ...(one.authority === null ? [] : [one.authority])]),
      ...corpus.timeline.flatMap((one) => one.claims),
    ]) {
      expect(ids).toContain(id);
    }
  });
});

describe('corpus', () => {
  test('has the names of the form', () => {
    expect(form.corpus.cover_identities).toMatchObject([
      { claimed_employer: entityId('pelican'), actual_employer: entityId('karst') },
    ]);
    expect(form.corpus.sanctions).toMatchObject([{ target: entityId('karst'), date: { iso: '2032-05-04' } }]);
    expect(form.corpus.right_of_reply.map((reply) => reply.outcome)).toEqual(['no_reply', 'declined']);
    expect(form.corpus.echo_groups[0]?.documents).toEqual([documentId('gazette'), documentId('tidal')].sort());
  });
});

test.each([
  [
    {
      number: '5000000',
      unit: 'CNY',
      op: '>',
      currency: 'CNY',
      converted: { number: '700000', currency: 'USD', op: '~' },
    },
    5000000,
  ],
  [{ number: '0.5', unit: 't', op: '=', si: { number: '500', unit: 'kg' } }, 0.5],
] as const)('writeValue %j', (value, number) => {
  expect(writeValue(value)).toMatchObject({
    ...JSON.parse(JSON.stringify(value), (key, inner) => (key === 'number' ? Number(inner) : inner)),
    number,
  });
});

test('an attribution always starts with the text itself, and keeps parallel sources together', () => {
  const [first] = VIEW.extractions.flatMap((one) => one.claims);
  const lookup = { entityOf: new Map() } as never;
  const link = { kind: 'official', cue: null, basis: 'sentence' } as const;
  const chain = [
    { ...link, sources: ['m1', 'm2'] },
    { ...link, sources: [] },
  ];
  expect(writeAttribution({ ...first!, attribution: chain }, lookup)).toEqual(['@doc', ['m1', 'm2']]);
});
