import type { Report } from '../report.ts';
import type { ReportFormat } from './format.ts';
import { renderHtml } from './html.ts';
import type { ReportLanguage } from './language.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif, type SarifOptions } from './sarif.ts';
import { renderSdkCsv } from './sdk-csv.ts';

export { MEDIA, REPORT_FORMATS, type ReportFormat } from './format.ts';
export { REPORT_LANGUAGES, type ReportLanguage } from './language.ts';
export { REPORT_POLICY } from './style.ts';
export { renderHtml, renderMarkdown, renderSarif, renderSdkCsv };

/** A report in one of its formats, as text. JSON has both languages whatever is asked for. */
export function renderReport(
  report: Report,
  format: ReportFormat,
  language: ReportLanguage = 'zh',
  options: SarifOptions = {},
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'html':
      return renderHtml(report, language);
    case 'markdown':
      return renderMarkdown(report, language);
    case 'sarif':
      return renderSarif(report, language, options);
    case 'csv':
      return renderSdkCsv(report, language);
  }
}
