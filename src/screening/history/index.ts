export { answerListing, type Dated } from './answer.ts';
export { type DatedSnapshot, historyOf, type ListHistory, type Run } from './history.ts';
export { answerOver } from './over.ts';
