export * from './calendar.ts';
export * from './identity.ts';
export * from './lines.ts';
export * from './numbers.ts';
export * from './script.ts';
export * from './sentence-rules.ts';
export * from './sentences.ts';
export * from './tokens.ts';
