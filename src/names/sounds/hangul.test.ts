import { expect, test } from 'vitest';
import { romanizeHangul, romanizeHangulSouthern } from './hangul.ts';

test.each<[string, string, string]>([
  ['김', 'kim', 'gim'],
  ['영호', 'yongho', 'yungho'],
  ['대석', 'taesok', 'daesuk'],
  ['재범', 'chaebom', 'chaebum'],
  ['ok 3', 'ok 3', 'ok 3'],
])('%s is %s in the North and %s in the South', (hangul, north, south) => {
  expect(romanizeHangul(hangul)).toBe(north);
  expect(romanizeHangulSouthern(hangul)).toBe(south);
});
