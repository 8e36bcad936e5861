import { expect, it } from 'vitest';
import { scriptOf } from './script.ts';

it.each([
  ['Acme 5', 'Latn'],
  ['ООО «Acme Ромашка»', 'Cyrl'],
  ['北京公司 Ltd', 'Hani'],
  ['12 %', 'Zyyy'],
])('%s is %s', (text, script) => {
  expect(scriptOf(text)).toBe(script);
});
