export { applyDecisions, type Overlay } from './apply.ts';
