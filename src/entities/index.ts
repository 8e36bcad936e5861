export { type ResolutionInput, resolveEntities } from './resolve.ts';

/** Version of this fold; raise it when its output changes. */
export const ENTITIES_VERSION = 4;
