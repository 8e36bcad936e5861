import { expect, it } from 'vitest';
import { jointOf } from './side-by-side.ts';

it.each([
  [' and ', 'and'],
  [', and the ', 'and'],
  [' as well as ', 'and'],
  [' und die ', 'and'],
  [' и ', 'and'],
  [' ja ', 'and'],
  [' or ', 'or'],
  [' или ', 'or'],
  [', ', 'comma'],
  [' and a ', null],
  [' (', null],
  [' of ', null],
  [' and the brother of the late ', null],
] as const)('%j: %s', (between, joint) => expect(jointOf(between)).toBe(joint));
