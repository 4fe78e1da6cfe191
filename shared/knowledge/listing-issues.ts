import type { z } from 'zod';
import type { Bilingual } from '../domain/text.ts';
import type { ListingIssue } from './listing-schema.ts';

/** JSON Pointer of a path, RFC 6901 section 3: `~` is written `~0`, `/` is written `~1`. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Names of JSON types for both languages. */
const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文本', en: 'text' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '对象', en: 'an object' },
  array: { zh: '数组', en: 'an array' },
};

function textOf(issue: z.core.$ZodIssue): { code: string; text: Bilingual } {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return { code: 'wrong-type', text: { zh: `应为${type.zh}`, en: `must be ${type.en}` } };
    }
    case 'too_small':
      return { code: 'too-short', text: { zh: '不能为空', en: 'must not be empty' } };
    case 'too_big':
      return {
        code: 'too-long',
        text: { zh: `超过上限（${issue.maximum}）`, en: `exceeds the limit of ${issue.maximum}` },
      };
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { code: 'unknown-value', text: { zh: `只能是：${values}`, en: `must be one of: ${values}` } };
    }
    case 'invalid_format':
      return {
        code: 'bad-characters',
        text: {
          zh: '含有不允许的字符（空白或控制字符）',
          en: 'contains characters that are not allowed here (blanks or control characters)',
        },
      };
    default:
      return { code: 'invalid', text: { zh: '取值无效', en: 'is not valid' } };
  }
}

/**
 * Says in both languages what one issue of the schema means.
 * @param root the whole listing, to tell a missing field from one of the wrong type
 */
export function explainListingIssue(issue: z.core.$ZodIssue, root: unknown): ListingIssue[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer + pointerOf([key]),
      code: 'unknown-field',
      text: { zh: '未知字段', en: 'is not a known field' },
    }));
  }
  if (issue.path.length > 0 && valueAt(root, issue.path) === undefined) {
    return [{ pointer, code: 'missing-field', text: { zh: '缺少必填字段', en: 'is required' } }];
  }
  if (pointer === '/app/category') {
    const text = {
      zh: '不是39类常见类型之一：请填编号1–39或中文名称',
      en: 'is none of the 39 common app types: give a number from 1 to 39 or the Chinese name',
    };
    return [{ pointer, code: 'unknown-category', text }];
  }
  // Beside that on the category, the only check of its own that the schema has is on web addresses.
  if (issue.code === 'custom') {
    return [
      {
        pointer,
        code: 'bad-url',
        text: {
          zh: '应为不含用户名和密码的 http 或 https 网址',
          en: 'must be an http or https address without user name and password',
        },
      },
    ];
  }
  return [{ pointer, ...textOf(issue) }];
}
