import { describe, expect, test } from 'vitest';
import type { ListEntry } from '../../model/index.ts';
import { loadLexicons } from '../../providers/index.ts';
import { bareEntry } from '../lists/item.ts';
import { ALERT_THRESHOLD, createMatcher } from './matcher.ts';

const NAMES = [
  'Zeng Bolin',
  'SHAN Haoyu',
  'Qiu Ruifeng',
  'Zha Wenbo',
  'Xie Yutong',
  'Ou Zihan',
  'Yuchi Minghao',
  'Ge Tianyu',
  'Yue Siyuan',
  'Moqi Hongtu',
  'Lyu Xinran',
  'Jiang Yuxuan',
  'Chong Haoran',
  'Hwang Dong-yul',
];
const entry = (name: string): ListEntry => ({
  ...bareEntry('made-up', name, 'person'),
  names: [{ text: name, kind: 'primary' }],
});
const matcher = createMatcher(NAMES.map(entry), loadLexicons());
const found = (name: string) =>
  matcher.match({ name, kind: 'person' }, { limit: 1, threshold: ALERT_THRESHOLD })[0]?.entry.id ?? null;

describe('Chinese and Korean names in any script', () => {
  test.each<[string, string | null]>([
    // Family names that are read otherwise elsewhere, in traditional characters too.
    ['曾柏林', 'Zeng Bolin'],
    ['单浩宇', 'SHAN Haoyu'],
    ['單浩宇', 'SHAN Haoyu'],
    ['仇瑞峰', 'Qiu Ruifeng'],
    ['查文博', 'Zha Wenbo'],
    ['解雨桐', 'Xie Yutong'],
    ['區子涵', 'Ou Zihan'],
    ['尉迟明浩', 'Yuchi Minghao'],
    ['尉遲明浩', 'Yuchi Minghao'],
    ['盖天宇', 'Ge Tianyu'],
    ['乐思远', 'Yue Siyuan'],
    ['万俟宏图', 'Moqi Hongtu'],
    ['种浩然', 'Chong Haoran'],
    ['吕欣然', 'Lyu Xinran'],
    ['Lv Xinran', 'Lyu Xinran'],
    ['Lü Xinran', 'Lyu Xinran'],
    // In Cyrillic after Palladius.
    ['Цзэн Болинь', 'Zeng Bolin'],
    ['Цзен Болинь', 'Zeng Bolin'],
    ['Шань Хаоюй', 'SHAN Haoyu'],
    ['Цю Жуйфэн', 'Qiu Ruifeng'],
    ['Чжа Вэньбо', 'Zha Wenbo'],
    ['Се Юйтун', 'Xie Yutong'],
    ['Цзян Юйсюань', 'Jiang Yuxuan'],
    ['Люй Синьжань', 'Lyu Xinran'],
    // Hangul in the customary spelling.
    ['황동율', 'Hwang Dong-yul'],
    // Other people.
    ['曾柏松', null],
    ['丹浩宇', null],
    ['Цзян Юйсинь', null],
    ['Чэнь Вэньбо', null],
    ['Иван Цзянов', null],
    ['황종율', null],
  ])('%s finds %s', (query, name) => expect(found(query)).toBe(name));
});
