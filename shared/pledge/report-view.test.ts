import type { ReportView } from '../domain/report/view.ts';
import type { Report } from './report.ts';
import { reportSchema } from './report-schema.ts';

/** Fails to compile when the report that is made has something that its readers' type has not, at the top or deeper down. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;

test('what the console reads is what the schema of the report gives', () => {
  const same: Same<Deep<Report>, Deep<ReportView>> = true;
  const parts: Record<keyof ReportView, true> = {
    schema: same,
    submission: same,
    app: same,
    policy: same,
    policyItems: same,
    decisionName: same,
    verdict: same,
    clauses: same,
    rules: same,
    permissions: same,
    sdks: same,
    thirdParty: same,
    information: same,
    features: same,
    signing: same,
    records: same,
    notChecked: same,
    passages: same,
    appeal: same,
  };
  expect(Object.keys(parts).sort()).toEqual(Object.keys(reportSchema.shape).sort());
});
