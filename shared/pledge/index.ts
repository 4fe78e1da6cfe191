export { composeVerdict, type VerdictInput } from './compose.ts';
export { type Judged, judge } from './judge.ts';
export { buildReport, type Report, type ReportInput } from './report.ts';
export { reportSchema } from './report-schema.ts';
export { verdictSchema } from './schema.ts';
