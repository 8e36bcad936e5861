import { describe, expect, it } from 'vitest';
import { toEdtf, toMailDate } from './dates.ts';

describe('toEdtf', () => {
  it.each([
    ['2031-05-04', '2031-05-04'],
    ['2031-05-04T23:30:00-05:00', '2031-05-04'],
    ['20310504T103000Z', '2031-05-04'],
    ['D:20310504120000Z', '2031-05-04'],
    ['2031-05', '2031-05'],
    ['2031', '2031'],
    ['Tue, 04 May 2032 10:00:00 +0300', '2032-05-04'],
    ['May 4, 2031', '2031-05-04'],
    ['4th September 2031', '2031-09-04'],
    ['2032-02-29', '2032-02-29'],
    ['2031-02-29', null],
    ['Mon, 31 Feb 2032 10:00:00 +0000', null],
    ['2031-13-01', null],
    ['yesterday', null],
    ['', null],
    ['04/05/2031', null],
  ])('%s -> %s', (text, edtf) => {
    expect(toEdtf(text)).toBe(edtf);
  });
});

describe('toMailDate', () => {
  it.each([
    ['15 Apr 92 16:46:49 GMT', '1992-04-15'],
    ['Tue May  4 18:55:07 2032', '2032-05-04'],
    ['Tue May 4 18:55:07 EEST 2032', '2032-05-04'],
    ['Dienstag, 4. März 2031 10:00', '2031-03-04'],
    ['Mi, 4 Dez 2030 10:00:00 +0100', '2030-12-04'],
    ['Tue Feb 31 18:55:07 2032', null],
    ['Tue, 04 May 32 10:00:00 +0300', '2032-05-04'],
    ['Tue, 04 May 2032 10:00:00 +0300', '2032-05-04'],
    ['4 May', null],
  ])('%s', (written, day) => {
    expect(toMailDate(written)).toBe(day);
  });
});
