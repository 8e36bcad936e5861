export * from './identity.ts';
export * from './script.ts';
export * from './sentences.ts';
export * from './tokens.ts';
