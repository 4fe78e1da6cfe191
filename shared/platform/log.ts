import { pino } from 'pino';
import type { Configuration } from './configuration.ts';
import { describeError } from './log/describe-error.ts';
import { scrub } from './log/scrub.ts';

/** Writes one line of JSON for each call. Fields come first; an error goes in as `err`. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  fatal(fields: object, message: string): void;
  /** A logger that adds these fields to each line. */
  child(fields: object): Logger;
}

/** Where lines go: standard output unless told otherwise. */
export interface LogDestination {
  write(line: string): void;
}

/**
 * The log of a process. Every line passes `scrub`, messages, stacks and nested fields included: no key, signature or password gets
 * out, whoever put it in.
 */
export function createLogger(configuration: Pick<Configuration, 'logLevel'>, destination?: LogDestination): Logger {
  const output = destination ?? pino.destination({ dest: 1, sync: true });
  return pino(
    {
      level: configuration.logLevel,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error), error: (error: unknown) => describeError(error) },
    },
    { write: (line: string) => output.write(scrub(line)) },
  );
}
