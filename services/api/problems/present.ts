import type { ProblemDocument } from '../schemas/problem.ts';
import { PROBLEMS } from './codes.ts';
import { type Problem, shortPointer } from './problem.ts';

/** Of thousands of wrong fields nobody reads more, and a megabyte of them would be answered with ten. */
const MOST_ERRORS = 100;
const MOST_TEXT = 1000;

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** The problem document of one answer (RFC 9457), both languages in it; the first hundred wrong fields are named. */
export function presentProblem(problem: Problem, requestId: string): ProblemDocument {
  const { status, title } = PROBLEMS[problem.code];
  const { errors, ...rest } = problem.extras;
  return {
    type: `/docs#problem-${problem.code}`,
    title: title.zh,
    titleEn: title.en,
    status,
    detail: short(problem.detail.zh, MOST_TEXT),
    detailEn: short(problem.detail.en, MOST_TEXT),
    code: problem.code,
    instance: `urn:uuid:${requestId}`,
    ...rest,
    ...(errors && {
      errors: errors.slice(0, MOST_ERRORS).map(({ pointer, code, text }) => ({
        pointer: shortPointer(pointer),
        code,
        detail: short(text.zh, MOST_TEXT),
        detailEn: short(text.en, MOST_TEXT),
      })),
    }),
  };
}
