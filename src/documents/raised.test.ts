import { expect, it } from 'vitest';
import { lower, raise } from './raised.ts';

it.each([
  ['EUR 4,000', '12', '¹²'],
  ['in May 2023', '3', '³'],
  ['10', '-3', '⁻³'],
  ['4,000', '12, 13', '¹², ¹³'],
  ['250 m', '2', '²'],
  ['4,000', 'a', 'ᵃ'],
  ['4,000', '[12]', '[12]'],
  // Letters are writing.
  ['3', 'rd', 'rd'],
  ['M', 'me', 'me'],
  ['n', 'o', 'o'],
  ['', 'Terms', 'Terms'],
])('after %j raises %j to %j', (before, text, raised) => {
  expect(raise(text, before)).toBe(raised);
});

it.each([
  ['4,000', '12', '₁₂'],
  ['CO', '2', '2'],
  ['', '2', '2'],
])('after %j lowers %j to %j', (before, text, lowered) => {
  expect(lower(text, before)).toBe(lowered);
});
