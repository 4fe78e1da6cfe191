import type { ProblemDocument } from '../schemas/problem.ts';
import { PROBLEMS } from './codes.ts';
import type { Problem } from './problem.ts';

/** The problem document of one answer (RFC 9457), both languages in it. */
export function presentProblem(problem: Problem, requestId: string): ProblemDocument {
  const { status, title } = PROBLEMS[problem.code];
  const { errors, ...rest } = problem.extras;
  return {
    type: `/docs#problem-${problem.code}`,
    title: title.zh,
    titleEn: title.en,
    status,
    detail: problem.detail.zh,
    detailEn: problem.detail.en,
    code: problem.code,
    instance: `urn:uuid:${requestId}`,
    ...rest,
    ...(errors && {
      errors: errors.map(({ pointer, code, text }) => ({ pointer, code, detail: text.zh, detailEn: text.en })),
    }),
  };
}
