import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { sha256Of } from '../digest.ts';
import type { ApiPorts } from '../ports.ts';
import { invalidRequest, Problem } from '../problems/problem.ts';
import { formPackageLimit } from '../uploads/limits.ts';
import { FILE_PARTS, type FormParts, TEXT_PARTS, type TextPart } from './form.ts';
import { type PartsSoFar, partsEngine } from './parts-engine.ts';

const fault = (pointer: string, code: string, zh: string, en: string): Problem =>
  invalidRequest([{ pointer, code, text: { zh, en } }]);

/** Messages of busboy's and multer's plain errors about the form itself, a client that went away included. */
const SYNTAX =
  /^(?:Unexpected end of (?:form|file)|Malformed |Multipart: |Unsupported content type|Request (?:aborted|closed|error))/;

/** What multer and busboy say, in our words; errors of the object store pass as they are. */
export function formProblem(error: unknown): unknown {
  if (!(error instanceof MulterError)) {
    const syntax = error instanceof Error && SYNTAX.test(error.message);
    return syntax ? fault('', 'bad-form', '表单不完整或无法解析', 'The form is cut short or cannot be parsed') : error;
  }
  const part = error.field ?? '';
  switch (error.code) {
    case 'LIMIT_UNEXPECTED_FILE':
      return fault(part, 'unexpected-part', '未知或重复的部分', 'is unknown or sent twice');
    case 'LIMIT_FIELD_VALUE':
      return new Problem('payload-too-large', { zh: `${part} 超过大小上限`, en: `${part} is too large` });
    default:
      return fault(part, 'bad-form', '表单的部分过多或名称有误', 'The form has too many parts or a bad name');
  }
}

/** Fields among the texts; an unknown, doubled or structured one is refused by name. */
function addFields(body: unknown, texts: Map<TextPart, string>): void {
  for (const [name, value] of Object.entries(body ?? {})) {
    const known = TEXT_PARTS.find((part) => part === name);
    if (known === undefined) {
      const needsName = name === 'package' || name === 'privacyPolicy';
      if (needsName) throw fault(name, 'not-a-file', '须以文件形式上传（带文件名）', 'must be sent as a file, with a file name');
      throw fault(name, 'unexpected-part', '未知的部分', 'is not a known part');
    }
    if (typeof value !== 'string' || texts.has(known)) throw fault(name, 'unexpected-part', '重复的部分', 'is sent twice');
    texts.set(known, value);
  }
}

/**
 * Reads a form, streaming the package to the object store. When it fails, nothing that had been stored is left.
 * @throws Problem `invalid-request`, `payload-too-large`, `use-resumable-upload`; TransientError of the object store
 */
export async function readForm(ports: ApiPorts, request: Request, response: Response): Promise<FormParts> {
  const { limits } = ports.configuration;
  const { maxBytes, tooLarge } = formPackageLimit(ports.configuration);
  const framing = limits.policyBytes + limits.listingBytes + 64 * 1024;
  // A body that cannot fit is refused before it is read; in doubt the package is measured as it streams.
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + framing) throw tooLarge();

  const parts: PartsSoFar = { package: null, policy: null, texts: new Map(), failure: null };
  const form = multer({
    storage: partsEngine(ports, parts),
    defParamCharset: 'utf8',
    limits: {
      fieldSize: limits.listingBytes,
      fields: 8,
      files: 6,
      parts: 12,
      fieldNameSize: 64,
      headerPairs: 32,
      fieldNestingDepth: 0,
    },
  }).fields(FILE_PARTS.map((name) => ({ name, maxCount: 1 })));
  try {
    await new Promise<void>((resolve, reject) => {
      form(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
    });
    addFields(request.body, parts.texts);
  } catch (error) {
    if (parts.package) await ports.objects.remove(parts.package.objectKey);
    throw formProblem(parts.failure ?? error);
  }
  const { policy } = parts;
  return {
    package: parts.package,
    policy: policy && { ...policy, sha256: sha256Of(policy.bytes) },
    texts: parts.texts,
  };
}
