import { z } from 'zod';
import { InputError } from '../../../shared/domain/errors.ts';
import { STATES } from '../../../shared/domain/submission.ts';
import { DECISIONS } from '../../../shared/domain/verdict.ts';
import { sha256 as sha256Digest } from '../../../shared/pledge/schema.ts';
import { operation } from '../operation.ts';
import { invalidRequest } from '../problems/problem.ts';
import { instant } from '../schemas/published.ts';
import { submissionPageSchema } from '../schemas/submission.ts';
import { presentSubmission } from './present.ts';

const STANDARD_LIMIT = 50;
const MAX_LIMIT = 200;

const query = z.strictObject({
  state: z.enum(STATES).optional(),
  decision: z.enum(DECISIONS).optional(),
  packageName: z.string().max(255).optional(),
  developerId: z.string().max(128).optional(),
  sha256: sha256Digest.optional().describe('安装包的 SHA-256 / SHA-256 of the package'),
  createdAfter: instant.optional(),
  createdBefore: instant.optional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_LIMIT)
    .optional()
    .describe(`默认 ${STANDARD_LIMIT} / ${STANDARD_LIMIT} by default`),
  cursor: z.string().max(512).optional().describe('上一页的 nextCursor / nextCursor of the page before'),
});

export const listSubmissions = operation({
  id: 'listSubmissions',
  method: 'get',
  path: '/v1/submissions',
  tag: 'submissions',
  summary: { zh: '本商店的送审，新的在前', en: 'Submissions of this store, newest first' },
  scope: 'submissions:read',
  query,
  responses: { 200: { description: { zh: '一页送审', en: 'One page of submissions' }, schema: submissionPageSchema } },
  problems: [],
  async handle({ ports, caller, query: { limit, cursor, sha256, createdAfter, createdBefore, ...filter } }) {
    const page = { limit: limit ?? STANDARD_LIMIT, ...(cursor !== undefined && { cursor }) };
    const { rows, nextCursor } = await ports.database.submissions
      .list(
        {
          ...filter,
          storeId: caller.storeId,
          ...(sha256 !== undefined && { packageSha256: sha256 }),
          ...(createdAfter !== undefined && { createdAfter: new Date(createdAfter) }),
          ...(createdBefore !== undefined && { createdBefore: new Date(createdBefore) }),
        },
        page,
      )
      .catch((error: unknown) => {
        // The one input that only the database can judge is the cursor.
        if (!(error instanceof InputError)) throw error;
        throw invalidRequest([{ pointer: 'query/cursor', code: 'bad-cursor', text: error.text }]);
      });
    const submissions = rows.map((row) => presentSubmission(row, ports.configuration.publicUrl));
    return { status: 200, body: { submissions, nextCursor } };
  },
});
