import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as clew from '../src/index.ts';

test('the package exposes its public face and nothing else', () => {
  expect(Object.keys(clew).sort()).toMatchInlineSnapshot(`
    [
      "BOUNDS",
      "CONTRADICTION_KINDS",
      "CUE_KINDS",
      "ClewError",
      "DOCUMENT_STATUSES",
      "ERROR_CODES",
      "EXPORTERS",
      "HIT_STATES",
      "LEAD_REASONS",
      "LINK_KINDS",
      "LISTED_KINDS",
      "LISTED_NAME_KINDS",
      "LISTING_STATUSES",
      "LITERAL_KINDS",
      "MENTION_TYPES",
      "MODALITIES",
      "ORIGIN_KINDS",
      "PASSAGE_KINDS",
      "PRECISIONS",
      "PREDICATES",
      "PROBLEM_CODES",
      "REPLY_OUTCOMES",
      "REVIEWS",
      "SELF",
      "engineVersion",
      "extract",
      "fold",
      "foldVersion",
      "openClew",
      "read",
      "write",
    ]
  `);
});

test('the exports map names the face, the model and the package file', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
  expect(Object.keys(exports)).toEqual(['.', './model', './package.json']);
});
