import { expect, it } from 'vitest';
import { toJsonLine } from './output.ts';

it.each(['a\u0085b', 'a\u2028b', 'a\u2029b', 'a\u009b31mb', 'a\nb', '\ud800', 'Ё — 渡'])(
  'writes %j as JSON on one line for every program',
  (text) => {
    const line = toJsonLine({ text });
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    expect(JSON.parse(line)).toEqual({ text });
  },
);
