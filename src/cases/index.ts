export * from './add.ts';
export * from './check-edit.ts';
export * from './decide.ts';
export * from './view.ts';
export * from './walk.ts';
