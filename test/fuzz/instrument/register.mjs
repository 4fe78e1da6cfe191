import { register } from 'node:module';

// For `node --import`: TypeScript runs as it lies here, and the code of the inspection counts which of its branches are taken.
register('./loader.mjs', import.meta.url);
