import type { z } from 'zod';
import type { Bilingual } from '../../../domain/text.ts';
import type { SdkEntry } from '../entry.ts';
import { sdksFile } from '../schema.ts';
import type { SdkProblem } from './problem.ts';

/**
 * A file of SDKs as its schema sees it.
 * @param file its name, for the messages
 * @param data what `JSON.parse` made of it
 * @returns no entries where anything does not fit
 */
export function fitFile(file: string, data: unknown): { entries: readonly SdkEntry[]; problems: readonly SdkProblem[] } {
  const result = sdksFile.safeParse(data);
  if (result.success) return { entries: result.data.entries, problems: [] };
  return { entries: [], problems: result.error.issues.flatMap((issue) => explain(file, issue, data)) };
}

function explain(file: string, issue: z.core.$ZodIssue, data: unknown): SdkProblem[] {
  const [first, second, ...rest] = issue.path;
  const inEntry = first === 'entries' && typeof second === 'number';
  const field = (path: readonly PropertyKey[]) => (path.length === 0 ? null : path.map(String).join('.'));
  const place = {
    file,
    entry: inEntry ? idOf(data, second) : null,
    field: field(inEntry ? rest : issue.path),
  };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...place,
      field: place.field === null ? key : `${place.field}.${key}`,
      wrong: { zh: '没有这个字段', en: 'there is no such field' },
      mend: { zh: '照 README.md 的字段表改名，或删去', en: 'name it as the table of fields in README.md does, or take it out' },
    }));
  }
  return [{ ...place, ...textOf(issue, valueAt(data, issue.path) === undefined) }];
}

/** Id of an entry, else its number. */
function idOf(data: unknown, index: number): string {
  const id = valueAt(data, ['entries', index, 'id']);
  return typeof id === 'string' && id !== '' ? id : `#${index + 1}`;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Names of JSON types for both languages. */
const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文本', en: 'a text' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '对象 {…}', en: 'an object {…}' },
  array: { zh: '列表 […]', en: 'a list […]' },
};

/** How the fields that have a form of their own are written. */
const FORMS: Readonly<Record<string, Bilingual>> = {
  id: { zh: '小写字母、数字和短横线，例如 umeng-push', en: 'small letters, digits and hyphens, as umeng-push' },
  brings: { zh: 'SDK 的编号，例如 jiguang-core', en: 'ids of SDKs, as jiguang-core' },
  privacyUrl: { zh: '以 http:// 或 https:// 开头的网址', en: 'an address that begins with http:// or https://' },
  source: { zh: '以 http:// 或 https:// 开头的网址', en: 'an address that begins with http:// or https://' },
  below: { zh: '数字开头的版本号，例如 9.4.0', en: 'a version that begins with a number, as 9.4.0' },
  from: { zh: '数字开头的版本号，例如 9.0.0', en: 'a version that begins with a number, as 9.0.0' },
};

function textOf(issue: z.core.$ZodIssue, missing: boolean): Pick<SdkProblem, 'wrong' | 'mend'> {
  if (missing) {
    return {
      wrong: { zh: '缺少必填的字段', en: 'a required field is missing' },
      mend: { zh: '补上，写法见 README.md', en: 'add it; README.md says how' },
    };
  }
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return {
        wrong: { zh: '值的类型不对', en: 'the value is of the wrong type' },
        mend: { zh: `写成${type.zh}`, en: `write ${type.en}` },
      };
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      return {
        wrong: { zh: '没有这个值', en: 'there is no such value' },
        mend: { zh: `从中选一个：${values.join('、')}`, en: `take one of ${values.join(', ')}` },
      };
    }
    case 'too_small':
      return {
        wrong: { zh: '太短或为空', en: 'it is too short or empty' },
        mend: { zh: `至少写 ${issue.minimum} 个字或项`, en: `write at least ${issue.minimum} letters or items` },
      };
    default: {
      const form = FORMS[String(issue.path.findLast((key) => typeof key === 'string'))];
      return {
        wrong: { zh: '写法不对，或列表里有空文本', en: 'it is not written as it should be, or a list has an empty text' },
        mend:
          form === undefined ? { zh: '照 README.md 改', en: 'see README.md' } : { zh: `写成${form.zh}`, en: `write ${form.en}` },
      };
    }
  }
}
