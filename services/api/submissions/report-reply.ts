import type { Request } from 'express';
import type { z } from 'zod';
import { type Report, reportSchema } from '../../../shared/pledge/index.ts';
import { MEDIA, REPORT_POLICY, renderReport } from '../../../shared/pledge/reports/index.ts';
import type { Reply, ResponseShape } from '../operation.ts';
import { lasting } from './lasting.ts';
import { disposition, reportFormat, type reportQuery } from './report-format.ts';

/** What stores and reviewers get when they ask for a report. */
export const REPORT_RESPONSE: ResponseShape = {
  description: { zh: '报告', en: 'The report' },
  schema: reportSchema,
  otherwise: {
    [MEDIA.html.type]: { zh: '整改通知、复核单或通过记录', en: 'Rectification notice, review sheet or record of approval' },
    [MEDIA.markdown.type]: { zh: '用于合并请求评论或工单', en: 'For a pull request or a ticket' },
    [MEDIA.sarif.type]: { zh: 'SARIF 2.1.0', en: 'SARIF 2.1.0' },
    [MEDIA.csv.type]: {
      zh: '第三方SDK清单（UTF-8，带 BOM，可用电子表格打开）',
      en: 'The list of third-party SDKs alone, for spreadsheets (UTF-8 with its mark)',
    },
  },
  headers: {
    ETag: { zh: '报告不变则不变', en: 'Changes only with the report' },
    'Content-Disposition': { zh: '文件名；download=true 时为附件', en: 'A file name; an attachment with download=true' },
  },
};

export const REPORT_ACCEPT = { Accept: { zh: '没有 format 时按此选择格式', en: 'Chooses the format where the query does not' } };

/** A report in the format that was asked for. */
export function reportReply(
  request: Pick<Request, 'accepts'>,
  query: z.output<typeof reportQuery>,
  report: Report,
  submission: { readonly id: string; readonly run: number },
): Reply {
  const format = reportFormat(request, query.format);
  const body = format === 'json' ? report : renderReport(report, format, query.lang ?? 'zh');
  const headers = {
    ...lasting(body),
    Vary: 'Accept',
    'Content-Disposition': disposition(format, submission.id, report.submission.run ?? submission.run, query.download === 'true'),
    ...(format === 'html' ? { 'Content-Security-Policy': REPORT_POLICY } : {}),
  };
  return { status: 200, body, headers, ...(format === 'json' ? {} : { type: MEDIA[format].type }) };
}
