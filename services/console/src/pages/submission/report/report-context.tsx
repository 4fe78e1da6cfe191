import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import { indexReport, type ReportIndex } from './report-index.ts';

interface Value extends ReportIndex {
  readonly submission: string;
}

const ReportContext = createContext<Value | null>(null);

/** Gives everything below it the report that it speaks of. */
export function ReportProvider({
  submission,
  report,
  children,
}: {
  readonly submission: string;
  readonly report: ReportView;
  readonly children: ReactNode;
}) {
  const value = useMemo<Value>(() => ({ ...indexReport(report), submission }), [report, submission]);
  return <ReportContext value={value}>{children}</ReportContext>;
}

/** The report that is shown, with its parts by name. */
export function useReport(): Value {
  const value = useContext(ReportContext);
  if (value === null) throw new Error('useReport needs a ReportProvider above it');
  return value;
}
