/** What a report can be made as; `csv` is its list of SDKs alone. */
export const REPORT_FORMATS = ['json', 'html', 'markdown', 'sarif', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Media type and file ending of each format. */
export const MEDIA: Readonly<Record<ReportFormat, { readonly type: string; readonly extension: string }>> = {
  json: { type: 'application/json', extension: 'json' },
  html: { type: 'text/html', extension: 'html' },
  markdown: { type: 'text/markdown', extension: 'md' },
  sarif: { type: 'application/sarif+json', extension: 'sarif' },
  csv: { type: 'text/csv', extension: 'sdks.csv' },
};
