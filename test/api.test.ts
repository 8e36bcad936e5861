import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as clew from '../src/index.ts';

test('the package exposes its public face and nothing else', () => {
  expect(Object.keys(clew).sort()).toMatchInlineSnapshot();
});

test('the exports map names the face, the model and the package file', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
  expect(Object.keys(exports)).toEqual(['.', './model', './package.json']);
});
