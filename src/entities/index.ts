export { type ResolutionInput, resolveEntities } from './resolve.ts';
