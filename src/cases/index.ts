export * from './add.ts';
export * from './decide.ts';
export * from './view.ts';
export * from './walk.ts';
