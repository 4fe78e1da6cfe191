import type { Bilingual } from '../../domain/text.ts';
import { integer, type Kind } from './kinds.ts';

/** One environment variable: how it is read, what it is without, and what it is for. */
export interface Variable<Value> {
  readonly kind: Kind<Value>;
  /** The text that stands in for an unset variable; null means that it stays unset. A secret never has one. */
  readonly standard: string | null;
  /** Never printed. */
  readonly secret: boolean;
  readonly about: Bilingual;
}

/** A variable that anybody may see. */
export const variable = <Value>(kind: Kind<Value>, standard: string | null, zh: string, en: string): Variable<Value> => ({
  kind,
  standard,
  secret: false,
  about: { zh, en },
});
/** One that is never printed. */
export const secret = (kind: Kind<string>, zh: string, en: string): Variable<string> => ({
  kind,
  standard: null,
  secret: true,
  about: { zh, en },
});
/** How many jobs of one kind a process works on at a time. */
export const concurrency = (standard: number, zh: string, en: string): Variable<number> =>
  variable(
    integer(1, 256),
    String(standard),
    `${zh}：一个进程同时处理的任务数`,
    `${en}: jobs that one process works on at a time`,
  );
