import type { z } from 'zod';
import type { Bilingual } from '../../domain/text.ts';
import { FAULTS_CAP, type Path } from './faults.ts';
import { suggest } from './suggest.ts';

/** A fault of shape, before its place in the file is known. */
export interface Issue {
  readonly path: Path;
  readonly text: Bilingual;
  /** Whether the key is what is wrong, or its value. */
  readonly where: 'key' | 'value';
}

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '字符串', en: 'a string' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '对象（键值对）', en: 'a map of keys and values' },
  record: { zh: '对象（键值对）', en: 'a map of keys and values' },
  array: { zh: '列表', en: 'a list' },
};

/** Formats that patterns stand for, by the key that has them. */
const FORMATS: Readonly<Record<string, Bilingual>> = {
  granted: { zh: '应为日期 YYYY-MM-DD', en: 'must be a day, YYYY-MM-DD' },
  expires: { zh: '应为日期 YYYY-MM-DD', en: 'must be a day, YYYY-MM-DD' },
  certificate: { zh: '应为 SHA-256（64 位十六进制，可带冒号）', en: 'must be a SHA-256: 64 hex digits, colons allowed' },
};
const ONE_LINE: Bilingual = {
  zh: '不能为空白，不能含换行、控制字符；编号和包名不能含空格',
  en: 'must be one line without control characters and not blank; ids and package names without spaces',
};

/** Says what zod found in both languages. @param keys keys that the value may have, for suggestions; @param value what was validated */
export function explain(issue: z.core.$ZodIssue, base: Path, value: unknown, keys: readonly string[]): Issue[] {
  const path: Path = [...base, ...(issue.path as (string | number)[])];
  const found = issue.path.reduce<unknown>((part, step) => (part as Record<PropertyKey, unknown> | undefined)?.[step], value);
  const one = (zh: string, en: string): Issue[] => [{ path, text: { zh, en }, where: 'value' }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, FAULTS_CAP).map((key) => {
        const meant = suggest(key, keys);
        return {
          path: [...path, key],
          where: 'key',
          text: {
            zh: `没有这个键${meant === null ? '' : `；是否为 ${meant}？`}`,
            en: `there is no such key${meant === null ? '' : `; did you mean ${meant}?`}`,
          },
        };
      });
    case 'invalid_type': {
      if (found === undefined) return one('缺少', 'is missing');
      const type = TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      const quotes = issue.expected === 'string' && ['number', 'boolean'].includes(typeof found);
      return one(`应为${type.zh}${quotes ? '，请加引号' : ''}`, `must be ${type.en}${quotes ? ': put it in quotes' : ''}`);
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return found === undefined ? one('缺少', 'is missing') : one(`应为：${values}`, `must be one of: ${values}`);
    }
    case 'too_small':
      return issue.origin === 'string'
        ? one('不能为空', 'must not be empty')
        : one(`不能小于 ${issue.minimum}`, `must be at least ${issue.minimum}`);
    case 'too_big':
      return issue.origin === 'string'
        ? one(`超过 ${issue.maximum} 个字符`, `is longer than ${issue.maximum} characters`)
        : issue.origin === 'array'
          ? one(`超过 ${issue.maximum} 项`, `has more than ${issue.maximum} entries`)
          : one(`不能大于 ${issue.maximum}`, `must be at most ${issue.maximum}`);
    case 'invalid_format': {
      const format = FORMATS[String(path.at(-1))] ?? ONE_LINE;
      return one(format.zh, format.en);
    }
    case 'invalid_union':
      return one('应为整数、true/false 或字符串列表', 'must be a whole number, true or false, or a list of strings');
    default:
      return one('无效', `is not valid (${issue.code})`);
  }
}
