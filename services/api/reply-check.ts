import type { AnyOperation, Reply } from './operation.ts';
import type { ApiPorts } from './ports.ts';

/**
 * Holds an answer against its published schema. In tests and development a mismatch is an error; in production it is logged and the
 * answer goes out, because a store is better served by an answer with a new field than by none.
 * @throws Error when it does not fit and `responseCheck` is `throw`
 */
export function checkReply(
  operation: AnyOperation,
  reply: Reply,
  { responseCheck, log }: Pick<ApiPorts, 'responseCheck' | 'log'>,
): void {
  const shape = operation.responses[reply.status];
  const ready = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  if (reply.type !== undefined && ready && shape?.otherwise?.[reply.type] !== undefined) return;
  const parsed = shape?.schema?.safeParse(reply.body);
  if (parsed?.success) return;
  const issues = parsed?.error?.issues.slice(0, 10).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const message = `${operation.id} answered ${reply.status} outside its schema`;
  if (responseCheck === 'throw') throw new Error(`${message}: ${issues?.join('; ') ?? 'undeclared status'}`);
  log.error({ operation: operation.id, status: reply.status, issues }, message);
}
