import type { Request } from 'express';
import { z } from 'zod';
import { MEDIA, REPORT_FORMATS, REPORT_LANGUAGES, type ReportFormat } from '../../../shared/pledge/reports/index.ts';

/** How a report is asked for. */
export const reportQuery = z.strictObject({
  format: z
    .enum(REPORT_FORMATS)
    .optional()
    .describe('格式；不写则按 Accept，再不然为 json / The format; without it as Accept says, else json'),
  lang: z
    .enum(REPORT_LANGUAGES)
    .optional()
    .describe('语言，默认 zh；json 总含两种语言 / The language, zh by default; json always has both'),
  download: z.enum(['true', 'false']).optional().describe('作为附件下载 / Sent as an attachment, with a file name'),
});

/** The format that the query names, else the one that `Accept` likes best, else JSON. */
export function reportFormat(request: Pick<Request, 'accepts'>, asked: ReportFormat | undefined): ReportFormat {
  if (asked !== undefined) return asked;
  const best = request.accepts(REPORT_FORMATS.map((format) => MEDIA[format].type));
  return REPORT_FORMATS.find((format) => MEDIA[format].type === best) ?? 'json';
}

/**
 * `Content-Disposition` (RFC 6266) with a name that no app can choose: submission and run are ours. HTML and JSON are shown in place
 * unless a download is asked for.
 */
export function disposition(format: ReportFormat, submission: string, run: number, download: boolean): string {
  const kind = download ? 'attachment' : 'inline';
  return `${kind}; filename="shelfgate-${submission}-${run}.${MEDIA[format].extension}"`;
}
