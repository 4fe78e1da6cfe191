import type { z } from 'zod';
import type { Bilingual } from '../../shared/domain/text.ts';
import { type FieldError, invalidRequest } from './problems/problem.ts';

/** JSON Pointer of a path (RFC 6901 section 3). */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function textOf(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { zh: '缺少或类型不对', en: 'is missing or of the wrong type' }
        : { zh: '类型不对', en: 'is of the wrong type' };
    case 'too_small':
      return { zh: `小于下限（${issue.minimum}）`, en: `is below the minimum of ${issue.minimum}` };
    case 'too_big':
      return { zh: `超过上限（${issue.maximum}）`, en: `exceeds the limit of ${issue.maximum}` };
    case 'invalid_value':
      return { zh: `只能是：${issue.values.join('、')}`, en: `must be one of: ${issue.values.join(', ')}` };
    case 'invalid_union':
      return { zh: '不符合允许的任何一种写法', en: 'fits none of the allowed forms' };
    default:
      return { zh: '格式不对', en: 'has the wrong form' };
  }
}

/** Field errors of a refused value; every unknown field is named by itself. */
function fieldErrors(issues: readonly z.core.$ZodIssue[], prefix: string): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    const pointer = prefix + pointerOf(issue.path);
    if (issue.code !== 'unrecognized_keys') return [{ pointer, code: issue.code.replaceAll('_', '-'), text: textOf(issue) }];
    return issue.keys.map((key) => ({
      pointer: pointer + pointerOf([key]),
      code: 'unknown-field',
      text: { zh: '未知字段', en: 'is not a known field' },
    }));
  });
}

/**
 * Validates one part of a request.
 * @param prefix where the value lies, put before the pointers: `query`, `path`, empty for a JSON body
 * @throws Problem `invalid-request` naming every wrong field
 */
export function validate<Value>(schema: z.ZodType<Value>, value: unknown, prefix: string): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidRequest(fieldErrors(parsed.error.issues, prefix));
}
