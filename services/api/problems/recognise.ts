import { InputError, ShelfgateError, TransientError } from '../../../shared/domain/errors.ts';
import { isProblemCode } from './codes.ts';
import { invalidRequest, Problem } from './problem.ts';

const RETRY_SECONDS = 5;

const UNAVAILABLE = {
  zh: '依赖的服务暂时没有应答，请稍后重试',
  en: 'A service this depends on does not answer; try again later',
};
const INTERNAL = {
  zh: '处理时出现意外，已记录；请凭请求标识联系运维',
  en: 'Something unexpected happened and was recorded; give operations the request id',
};

/** Errors of Express's own body and URL handling carry a status (http-errors). */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}

/** The problem that an error is to the caller. What is not known becomes `internal`, and nothing of it is shown. */
export function recognise(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TransientError)
    return new Problem('unavailable', UNAVAILABLE, {}, { 'Retry-After': String(RETRY_SECONDS) });
  if (error instanceof InputError) {
    if (isProblemCode(error.code)) return new Problem(error.code, error.text);
    const errors = [{ pointer: error.place ?? '', code: error.code, text: error.text }];
    return new Problem('invalid-request', error.text, { errors });
  }
  if (error instanceof ShelfgateError) return new Problem('internal', INTERNAL);
  const status = statusOf(error);
  if (status === 413) return new Problem('payload-too-large', { zh: '请求体超过大小上限', en: 'The request body is too large' });
  if (status !== null && status >= 400 && status < 500) return invalidRequest([]);
  return new Problem('internal', INTERNAL);
}
