import { isNativeError } from 'node:util/types';
import { ShelfgateError, TransientError } from '../../domain/errors.ts';

/** Codes of Node's network errors that a server which restarts, or is not there yet, gives. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * SQLSTATE classes and codes that can pass (PostgreSQL manual, appendix A): connection exceptions, rollbacks by serialisation or
 * deadlock, lack of resources, intervention by an operator (restart, cancelled), lock not available, errors of the system below.
 */
const SQL_STATE = /^(08|40|53|57|58)|^55P03$/;

/** What `pg` says, without any code, when a connection is lost or cannot be had in time. */
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|not queryable/;

function canPass(error: unknown): boolean {
  // Not `instanceof`: errors of the network are made in Node's own realm, which under a test runner is another one.
  if (!isNativeError(error)) return false;
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.some(canPass)) return true;
  return typeof code === 'string' && code !== '' ? NETWORK.has(code) || SQL_STATE.test(code) : WORDS.test(error.message);
}

/** A database error as the rest of the house knows it: TransientError when it can pass, itself otherwise. */
export function mapped(error: unknown): unknown {
  if (error instanceof ShelfgateError || !canPass(error)) return error;
  return new TransientError(
    'database-unavailable',
    { zh: '数据库暂时不可用', en: 'The database does not answer at the moment' },
    { cause: error },
  );
}

type Methods<Port> = { [Name in keyof Port]: Port[Name] };

/** The same repository, whose methods throw mapped errors. */
export function mappingErrors<Port extends object>(repository: Methods<Port>): Port {
  const wrapped = Object.entries(repository).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await (method as (...args: unknown[]) => unknown)(...args);
      } catch (error) {
        throw mapped(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Port;
}
