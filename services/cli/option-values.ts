import { isDay } from '../../shared/checks/rulebook/days.ts';
import { InputError } from '../../shared/domain/errors.ts';
import { REPORT_FORMATS } from '../../shared/pledge/reports/format.ts';
import type { Printed } from './command.ts';
import { LANGUAGES, type Language } from './console.ts';

/** Options of one command as `parseArgs` yields them. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** A usage error: the caller prints it with a pointer to the help. */
export function usage(zh: string, en: string, place?: string): InputError {
  return new InputError('usage', { zh, en }, place);
}

export function stringOf(values: Values, option: string): string | null {
  const value = values[option];
  return typeof value === 'string' ? value : null;
}

export function languageOf(values: Values): Language {
  const value = stringOf(values, 'lang') ?? 'both';
  const found = LANGUAGES.find((language) => language === value);
  if (!found) throw usage('--lang 只能是 zh、en 或 both', '--lang must be zh, en or both', '--lang');
  return found;
}

export function positive(values: Values, option: string, fallback: number): number {
  const value = stringOf(values, option);
  if (value === null) return fallback;
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0) {
    throw usage(`--${option} 应为正数`, `--${option} must be a positive number`, `--${option}`);
  }
  return number;
}

/**
 * `--format`, `--output` and `--lang`; `--json` stands for the verdict alone. Text is in both languages unless told otherwise, a report in
 * Chinese: it is a document for one reader.
 * @param standard without any of them
 */
export function printedOf(values: Values, standard: 'text' | 'verdict' = 'text'): Printed {
  const asked = stringOf(values, 'format');
  const format = (['text', ...REPORT_FORMATS] as const).find((name) => name === asked) ?? (asked === null ? standard : null);
  if (format === null) {
    const all = ['text', ...REPORT_FORMATS].join(', ');
    throw usage(`--format 只能是 ${all}`, `--format must be one of ${all}`, '--format');
  }
  if (values.json === true && asked !== null)
    throw usage('--json 与 --format 不能同时使用', '--json and --format exclude each other', '--format');
  const output = stringOf(values, 'output');
  if (output === '') throw usage('--output 需要一个文件', '--output needs a file', '--output');
  const isReport = asked !== null && format !== 'text';
  const language = stringOf(values, 'lang') === null && isReport ? 'zh' : languageOf(values);
  return { format: values.json === true ? 'verdict' : format, language, output };
}

/** A day of the calendar; null where the option is not given. */
export function dayOf(values: Values, option: string): string | null {
  const value = stringOf(values, option);
  if (value === null || isDay(value)) return value;
  throw usage(`--${option} 应为日期 YYYY-MM-DD`, `--${option} must be a day, YYYY-MM-DD`, `--${option}`);
}

/** @param what what the file is, in both languages */
export function onlyFile(positionals: readonly string[], command: string, zh = '安装包文件', en = 'package file'): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw usage(`${command} 需要一个${zh}`, `${command} needs a ${en}`, 'FILE');
  if (more.length > 0) throw usage(`${command} 只接受一个文件`, `${command} takes one file`, more[0]);
  return file;
}
