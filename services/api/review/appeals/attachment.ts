import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { attachmentDisposition } from '../../appeals/file-name.ts';
import { operation } from '../../operation.ts';
import { notFound } from '../../problems/problem.ts';
import { appealIdSchema } from '../../schemas/appeals.ts';

/** Nothing of it is shown by a browser: it may be anything. */
const OPAQUE = 'application/octet-stream';

export const downloadAttachment = operation({
  id: 'downloadAppealAttachment',
  method: 'get',
  path: '/v1/review/appeals/attachments/{id}',
  tag: 'review',
  summary: { zh: '下载申诉附件', en: 'Download an attachment of an appeal' },
  description: {
    zh: '一律作为附件下载，从不在页面中显示；内容来自开发者，不可信。',
    en: 'Always as a download and never shown in a page: it comes from the developer and is untrusted.',
  },
  scope: null,
  right: 'read',
  params: z.object({ id: appealIdSchema }),
  responses: {
    200: { description: { zh: '附件', en: 'The file' }, otherwise: { [OPAQUE]: { zh: '文件内容', en: 'Its bytes' } } },
  },
  problems: ['not-found'],
  async handle({ ports, params, response }) {
    const file = await ports.database.appeals.attachment(params.id);
    if (file === null) throw notFound({ zh: '附件', en: 'attachment' });
    response.locals.submissionId = file.submission;
    const headers = {
      'Content-Disposition': attachmentDisposition(file.id, file.fileName),
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    };
    return { status: 200, body: await buffer(await ports.objects.get(file.objectKey)), type: OPAQUE, headers };
  },
});
