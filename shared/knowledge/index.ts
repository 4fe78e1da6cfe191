import { loadKnowledge } from './load.ts';
import type { Knowledge } from './types.ts';

/** All we know: read, validated and indexed once, when this module is first imported. */
export const knowledge: Knowledge = loadKnowledge();
