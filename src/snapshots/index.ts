/** Snapshots of sanctions lists under `$CLEW_DATA`: adding, listing, removing, fetching and loading them. */
export { type AddedList, type AddOptions, type AddReport, addLists, type GivenFile } from './add.ts';
export { type Answered, screenBatch } from './batch.ts';
export { type RowQuery, readQueries } from './batch-rows.ts';
export { listSnapshots, readEntries, removeSnapshots } from './catalogue.ts';
export { dataFolder } from './home.ts';
export { type Chosen, chooseLists, type LoadedIndex, loadIndex, loadLists, requireLists } from './load.ts';
export type { DateBasis, Original, Snapshot } from './snapshot.ts';
export { type ListSource, listSources, type Updated, type UpdateOptions, updateSource } from './update.ts';
