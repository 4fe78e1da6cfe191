import { createRequire } from 'node:module';
import type { z } from 'zod';
import { PermanentError } from '../domain/errors.ts';

const require = createRequire(import.meta.url);

/**
 * Reads one data file that ships with the code and validates it.
 * @param file path relative to this folder, for example `./data/clauses.json`
 * @throws PermanentError `knowledge-invalid` naming the file and the first place that does not fit
 */
export function readData<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(require(file));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = `${file}: ${issue?.path.join('.') ?? ''}`;
  throw new PermanentError('knowledge-invalid', {
    zh: `知识库数据文件无效（${place}）：${issue?.message ?? ''}`,
    en: `A data file of the knowledge is invalid (${place}): ${issue?.message ?? ''}`,
  });
}
