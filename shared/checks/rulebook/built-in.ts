import { createHash } from 'node:crypto';
import type { Rulebook } from '../../domain/rulebook.ts';

/** The rulebook of a store that has none, as a file would say it: every rule enforced, nothing waived. */
export const BUILT_IN_TEXT = 'schema: rulebook/1\nname: built-in\nversion: "1"\n';

export const BUILT_IN: Rulebook = {
  schema: 'rulebook/1',
  name: 'built-in',
  version: '1',
  sha256: createHash('sha256').update(BUILT_IN_TEXT).digest('hex'),
  otherRules: 'enforced',
  rules: {},
  waivers: [],
};
