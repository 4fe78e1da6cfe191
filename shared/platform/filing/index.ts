export { type FilingRegistryLog, openFilingRegistry } from './file-registry.ts';
export type { FilingRegistry } from './registry.ts';
