import type { ProblemCode } from '../problems/codes.ts';
import { presentProblem } from '../problems/present.ts';
import { Problem } from '../problems/problem.ts';
import type { ProblemDocument } from '../schemas/problem.ts';

const CODES: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  413: 'payload-too-large',
};

/**
 * The problem document of a tus error. The protocol fixes the status (403 for a missing offset, 412 for a missing version, …), so it
 * stands in the document as it is sent, whatever the code's own is.
 * @param message the library's English sentence
 */
export function tusProblem(status: number, message: string, requestId: string): ProblemDocument {
  // 501: the client asked for an extension of tus that is not offered.
  const fault = status >= 500 && status !== 501;
  const code = CODES[status] ?? (fault ? 'internal' : 'invalid-request');
  const detail = fault
    ? { zh: '续传时服务出错', en: 'The upload failed on the server' }
    : { zh: `断点续传请求有误（tus，状态 ${status}）`, en: message.trim() };
  return { ...presentProblem(new Problem(code, detail), requestId), status };
}
