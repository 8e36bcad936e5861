import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { claimId, documentId, EMPTY, entityId, OPTIONS, VIEW } from '../../../test/dossier/fixture.ts';
import { MENTION_TYPES } from '../../model/index.ts';
import { ftmDates } from './dates.ts';
import { ftm, toFtm } from './index.ts';
import { DOCUMENT_SCHEMA, IDENTIFIERS, isA, SCHEMA_OF } from './schema.ts';

type Ftm = typeof import('@alephdata/followthemoney');
const { Model, defaultModel } = createRequire(import.meta.url)('@alephdata/followthemoney') as Ftm;
const model = new Model(defaultModel);

const lines = toFtm(VIEW);
const byId = new Map(lines.map((line) => [line.id, line]));
const ofSchema = (schema: string) => lines.filter((line) => line.schema === schema);

test('one JSON object a line, each id once', () => {
  const text = ftm.write(VIEW, OPTIONS);
  const read = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(read).toEqual(lines);
  expect(byId.size).toBe(lines.length);
  expect(ftm.write(EMPTY, OPTIONS)).toBe('');
});

test.each(lines.map((line) => [line.schema, line] as const))(
  '%s is valid in the FollowTheMoney model',
  (_schema, line) => {
    const schema = model.getSchema(line.schema);
    expect(schema.abstract).toBeFalsy();
    expect(() => model.getEntity(structuredClone(line) as never)).not.toThrow();
    for (const required of schema.required ?? []) expect(line.properties[required]?.length).toBeGreaterThan(0);
    for (const [name, values] of Object.entries(line.properties)) {
      const property = schema.getProperty(name);
      expect(property.stub).toBeFalsy();
      for (const value of values) {
        if (property.type.name === 'entity') {
          const target = byId.get(value);
          expect(target, `${name} of ${line.id} points at ${value}`).toBeDefined();
          expect(model.getSchema(target!.schema).isA(String(property.getRange()?.name))).toBe(true);
        }
        if (property.type.name === 'date') expect(value).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
        if (property.type.name === 'number') expect(value).toMatch(/^-?\d+(\.\d+)?$/);
        if (property.type.name === 'country') expect(value).toMatch(/^[a-z]{2}$/);
        if (property.type.name === 'url') expect(value).toMatch(/^https?:/);
      }
    }
  },
);

describe('the table of schemata agrees with the model', () => {
  test.each(MENTION_TYPES)('%s', (type) => {
    expect(model.getSchema(SCHEMA_OF[type]).abstract).toBeFalsy();
    for (const wanted of ['Person', 'LegalEntity', 'Organization', 'Asset']) {
      expect(isA(SCHEMA_OF[type], wanted)).toBe(model.getSchema(SCHEMA_OF[type]).isA(wanted));
    }
  });
  test.each(Object.values(DOCUMENT_SCHEMA))('%s is a document', (schema) => {
    expect(model.getSchema(schema).isA('Document')).toBe(true);
  });
  test.each(Object.values(IDENTIFIERS).flat())('%s has %s', (schema, property) => {
    expect(() => model.getSchema(schema).getProperty(property)).not.toThrow();
    expect(model.getSchema(schema).getProperty(property)).toBeDefined();
  });
});

describe('claims', () => {
  test('become ties with their words and speakers', () => {
    expect(ofSchema('Ownership')).toMatchObject([
      {
        properties: {
          asset: [entityId('nordwerk')],
          owner: [entityId('grauwald')],
          description: ['Nordwerk is owned by Grauwald Holding, a company register shows'],
          summary: ['documented, accepted; said by Harbour Gazette > a company register'],
          recordId: [claimId('owner')],
        },
      },
    ]);
    expect(ofSchema('Directorship')).toMatchObject([
      { properties: { director: [entityId('zimin')], organization: [entityId('karst')] } },
    ]);
    expect(ofSchema('EconomicActivity')).toHaveLength(2);
    expect(ofSchema('Sanction')).toMatchObject([
      { properties: { entity: [entityId('karst')], listingDate: ['2032-05-04'] } },
    ]);
  });

  test('that are planned, possible, denied or left open become notes, never ties', () => {
    for (const name of ['plant', 'comment', 'denial', 'who-paid', 'no-comment', 'hostile']) {
      expect(byId.get(claimId(name))?.schema).toBe('Note');
      expect(lines.filter((line) => line.properties.recordId?.includes(claimId(name)))).toEqual([]);
    }
  });

  test('that were rejected are nowhere', () => {
    expect(ftm.write(VIEW, OPTIONS)).not.toContain(claimId('rejected'));
  });
});

test('entities carry names of all scripts, identifiers, country and the documents that name them', () => {
  expect(byId.get(entityId('karst'))).toMatchObject({
    schema: 'Company',
    properties: { name: ['Karst Foundry'], alias: ['ООО «Карстлит»'], innCode: ['7700000001'] },
  });
  expect(byId.get(entityId('karst'))?.properties.proof).toContain(documentId('notice'));
  expect(byId.get(entityId('nordwerk'))?.properties.country).toEqual(['no']);
  expect(byId.get(documentId('gazette'))).toMatchObject({
    schema: 'HyperText',
    properties: { fileName: ['harbour-gazette.html'] },
  });
});

test.each([
  ['2031-07-04', { date: ['2031-07-04'] }],
  ['2031~', { date: ['2031'] }],
  ['2031-05/2031-08', { startDate: ['2031-05'], endDate: ['2031-08'] }],
  ['2031-04/..', { startDate: ['2031-04'], endDate: [] }],
  ['2031-21', { date: ['2031'] }],
  ['203X', { date: [] }],
  [null, {}],
])('ftmDates %s', (edtf, expected) => {
  expect(ftmDates(edtf)).toEqual(expected);
});
