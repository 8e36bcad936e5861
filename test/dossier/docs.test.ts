import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXPORTERS } from '../../src/exports/index.ts';
import type { CaseView, Value } from '../../src/model/index.ts';
import { claimId, entityId, OPTIONS, VIEW } from './fixture.ts';

const rows = [...readFileSync('docs/reference/json-form.md', 'utf8').matchAll(/^\| `([^`]+)` \| (.*?) \|/gm)].map(
  ([, path = '', type = '']) => ({ path, isRecord: type.includes('(records.md#') }),
);
const documented = new Set(rows.map((row) => row.path));
/** What is described elsewhere: records as they are, and the two that have the form of another. */
const elsewhere = rows
  .filter((row) => row.isRecord)
  .map((row) => row.path)
  .concat(
    'documents[].rejected',
    'documents[].literals[].value',
    'documents[].literals[].time',
    'entities[].identifiers',
  );

const value: Value = {
  number: '5000000',
  unit: 'CNY',
  op: '>',
  currency: 'CNY',
  si: { number: '1', unit: 'm' },
  converted: { number: '700000', currency: 'USD', op: '~' },
};

/** The fixture with every optional field filled. */
const FULL: CaseView = {
  ...VIEW,
  extractions: VIEW.extractions.map((extraction) => ({
    ...extraction,
    claims: extraction.claims.map((claim) => (claim.id === claimId('owner') ? { ...claim, value } : claim)),
    literals: extraction.literals.map((literal) => ({ ...literal, value })),
  })),
  resolution: {
    ...VIEW.resolution,
    judgements: [
      {
        left: entityId('karst'),
        right: entityId('zimin'),
        verdict: 'not-same',
        by: { kind: 'rule', name: 'type' },
        score: 1,
        reasons: [],
      },
    ],
  },
};

function pathsOf(form: unknown): Set<string> {
  const paths = new Set<string>();
  const walk = (inner: unknown, path: string): void => {
    if (elsewhere.includes(path)) return;
    if (Array.isArray(inner)) for (const item of inner) walk(item, `${path}[]`);
    else if (inner !== null && typeof inner === 'object') {
      for (const [key, child] of Object.entries(inner)) {
        const next = path === '' ? key : `${path}.${key}`;
        paths.add(next);
        walk(child, next);
      }
    }
  };
  walk(form, '');
  return paths;
}

const exporter = (format: string) => EXPORTERS.find((one) => one.format === format)!;

describe('docs/reference/json-form.md', () => {
  const written = pathsOf(JSON.parse(exporter('json').write(FULL, OPTIONS)));
  const isBranch = (path: string): boolean =>
    [...documented].some((one) => one.startsWith(`${path}.`) || one.startsWith(`${path}[].`));

  test('describes every field that the export writes', () => {
    expect([...written].filter((path) => !documented.has(path) && !isBranch(path))).toEqual([]);
  });

  test('describes no field that the export does not write', () => {
    expect(documented.size).toBeGreaterThan(100);
    expect([...documented].filter((path) => !written.has(path))).toEqual([]);
  });
});

describe('docs/how-to/export.md', () => {
  const page = readFileSync('docs/how-to/export.md', 'utf8');
  test.each(EXPORTERS.flatMap((one) => one.losses.map((loss) => [one.format, loss] as const)))(
    '%s: %s',
    (_format, loss) => {
      expect(page).toContain(`- ${loss}\n`);
    },
  );
  test.each(EXPORTERS.map((one) => one.format))('has a section on %s', (format) => {
    expect(page).toContain(`## ${format}\n`);
  });
});
