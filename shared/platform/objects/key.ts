import { InputError, PermanentError } from '../../domain/errors.ts';

const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

/**
 * Lets only keys pass that mean the same in every store: segments of letters, digits, `.`, `_`, `-` with slashes between them, none
 * starting with a dot. So no key leads out of a folder, and none differs from another in case-folding or escaping alone.
 * @throws InputError `bad-object-key`
 */
export function checkKey(key: string): string {
  if (key.length <= 512 && key.split('/').every((segment) => SEGMENT.test(segment))) return key;
  throw new InputError('bad-object-key', { zh: '对象键无效', en: 'The object key is not valid' }, 'key');
}

/** The error of an object that is not there. */
export function missing(key: string, cause?: unknown): PermanentError {
  return new PermanentError('object-missing', { zh: `对象存储中没有 ${key}`, en: `There is no object ${key}` }, { cause });
}
