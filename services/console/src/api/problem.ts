import type { Bilingual } from '../../../../shared/domain/text.ts';

/** One wrong field as the server names it. */
export interface WrongField {
  readonly pointer: string;
  readonly code: string;
  readonly text: Bilingual;
}

/** What went wrong with a request: the server's problem document, or what kept it from answering. */
export class ApiProblem extends Error {
  /** The server's code, or `unreachable`, `timeout`, `unreadable` where there was no answer to read. */
  readonly code: string;
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  readonly title: Bilingual;
  readonly detail: Bilingual;
  readonly errors: readonly WrongField[];
  /** Names this request in the server's log. */
  readonly instance: string | null;
  /** The whole document, for members that only some codes have. */
  readonly document: Readonly<Record<string, unknown>>;
  constructor(given: {
    code: string;
    status: number;
    title: Bilingual;
    detail: Bilingual;
    errors?: readonly WrongField[];
    instance?: string | null;
    document?: Readonly<Record<string, unknown>>;
  }) {
    super(`${given.code}: ${given.detail.en}`);
    this.name = 'ApiProblem';
    this.code = given.code;
    this.status = given.status;
    this.title = given.title;
    this.detail = given.detail;
    this.errors = given.errors ?? [];
    this.instance = given.instance ?? null;
    this.document = given.document ?? {};
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads a problem document; an answer that is none (a proxy's error page) still becomes a problem with something to say. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const document = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const title = text(document.title);
  if (title === null) {
    return new ApiProblem({
      code: 'unreadable',
      status,
      title: { zh: '服务器的回答无法识别', en: 'The server’s answer cannot be read' },
      detail: { zh: `服务器以状态 ${status} 作答，请稍后重试`, en: `The server answered with status ${status}; try again later` },
    });
  }
  const detail = text(document.detail) ?? title;
  const errors = Array.isArray(document.errors) ? document.errors.flatMap(fieldOf) : [];
  return new ApiProblem({
    code: text(document.code) ?? 'unreadable',
    status,
    title: { zh: title, en: text(document.titleEn) ?? title },
    detail: { zh: detail, en: text(document.detailEn) ?? detail },
    errors,
    instance: text(document.instance),
    document,
  });
}

function fieldOf(value: unknown): WrongField[] {
  if (typeof value !== 'object' || value === null) return [];
  const { pointer, code, detail, detailEn } = value as Record<string, unknown>;
  const zh = text(detail);
  if (zh === null) return [];
  return [{ pointer: text(pointer) ?? '', code: text(code) ?? '', text: { zh, en: text(detailEn) ?? zh } }];
}

/** The request took too long. */
export function timedOut(seconds: number): ApiProblem {
  return new ApiProblem({
    code: 'timeout',
    status: 0,
    title: { zh: '等待超时', en: 'No answer in time' },
    detail: {
      zh: `服务器 ${seconds} 秒内没有回答，请重试；若反复如此，请联系运维`,
      en: `The server did not answer within ${seconds} s. Try again; if it happens again, tell operations`,
    },
  });
}

/** The server could not be reached at all. */
export function unreachable(): ApiProblem {
  return new ApiProblem({
    code: 'unreachable',
    status: 0,
    title: { zh: '无法连接服务器', en: 'The server cannot be reached' },
    detail: { zh: '请检查网络后重试', en: 'Check the network and try again' },
  });
}
