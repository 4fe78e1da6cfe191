import { InputError } from '../../../shared/domain/errors.ts';
import type { Target } from '../engine/target.ts';
import { ARCHIVES } from './archives.ts';
import { BUNDLE } from './bundle.ts';
import { CONTENTS } from './contents.ts';
import { HARMONY } from './harmony.ts';
import { PARTS } from './parts.ts';
import { SIGNATURES } from './signatures.ts';

/** Everything that is searched, in the order in which it is. */
export const TARGETS: readonly Target[] = [...ARCHIVES, ...PARTS, ...SIGNATURES, ...BUNDLE, ...HARMONY, ...CONTENTS];

/** @throws InputError for a name that no target has */
export function findTarget(name: string): Target {
  const target = TARGETS.find((each) => each.name === name);
  if (target) return target;
  throw new InputError('no-such-target', { zh: `没有模糊测试目标 ${name}`, en: `no target is named ${name}` });
}
