export { type DateCandidate, date } from './date.ts';
export { slashOrderOf } from './numeric.ts';
export { settleYears } from './settle-years.ts';
