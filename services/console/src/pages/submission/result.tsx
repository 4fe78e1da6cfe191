import { useMemo, useState } from 'react';
import type { Claim, SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import { useSession } from '../../api/session.tsx';
import { useAddress } from './address.ts';
import { ClauseBoard } from './clauses/clause-board.tsx';
import { CoverageTab } from './coverage/coverage-tab.tsx';
import { DecidePanel } from './decide/decide-panel.tsx';
import { standingOf } from './decide/standing.ts';
import { useDraft } from './decide/use-draft.ts';
import { FindingsTab, type Marking } from './findings/findings-tab.tsx';
import { DecisionsTab } from './history/decisions-tab.tsx';
import { HistoryTab } from './history/history-tab.tsx';
import { ListingTab } from './listing/listing-tab.tsx';
import { MissingChecks } from './progress/missing-checks.tsx';
import { useReport } from './report/report-context.tsx';
import { countMismatches } from './side-by-side/mismatch.ts';
import { SideBySideTab } from './side-by-side/side-by-side-tab.tsx';
import { TabBar } from './tab-bar.tsx';

interface Given {
  readonly view: SubmissionView;
  readonly claim: Claim | null;
  readonly onTakeOver: () => Promise<void>;
}

/** The result of a run: its tabs, and beside them what is to be decided. */
export function Result({ view, claim, onTakeOver }: Given) {
  const { account, rights } = useSession();
  const { report } = useReport();
  const [address, go] = useAddress();
  const [draft, change] = useDraft(view.submission, view.run);
  // By its id: once another decision stands, nobody is about to replace it.
  const [replaced, setReplaced] = useState<string | null>(null);
  const stands = view.decisions.find(({ state }) => state === 'effective')?.id ?? null;
  const standing = standingOf(view, account, rights, claim, replaced !== null && replaced === stands);
  const deciding = standing.may === 'decide';
  const marking = useMemo<Marking | null>(
    () => (deciding ? { marked: draft.falseAlarms, mark: (fingerprint) => change({ do: 'mark', fingerprint }) } : null),
    [deciding, draft.falseAlarms, change],
  );
  const counts = useMemo(() => {
    const mismatches = countMismatches(report);
    return {
      findings: report.verdict.findings.length,
      'side-by-side': mismatches.permissions + mismatches.sdks,
      clauses: report.clauses.filter(({ assessment }) => assessment === 'violated' || assessment === 'needs-review').length,
      coverage: report.notChecked.length,
      decisions: view.decisions.length,
    };
  }, [report, view.decisions]);
  return (
    <>
      <MissingChecks view={view} />
      <div className="submission-columns">
        <div className="submission-main">
          <TabBar tab={address.tab} counts={counts} onChoose={(tab) => go({ tab })} />
          <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${address.tab}`}>
            {address.tab === 'findings' && <FindingsTab address={address} go={go} marking={marking} />}
            {address.tab === 'side-by-side' && <SideBySideTab listing={view.listing} />}
            {address.tab === 'clauses' && <ClauseBoard go={go} />}
            {address.tab === 'coverage' && <CoverageTab />}
            {address.tab === 'listing' && <ListingTab listing={view.listing} />}
            {address.tab === 'history' && <HistoryTab view={view} />}
            {address.tab === 'decisions' && <DecisionsTab view={view} />}
          </div>
        </div>
        <DecidePanel
          view={view}
          standing={standing}
          draft={draft}
          change={change}
          onTakeOver={onTakeOver}
          onRevise={() => setReplaced(stands)}
        />
      </div>
    </>
  );
}
