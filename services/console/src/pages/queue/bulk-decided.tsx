import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Decision } from '../../../../../shared/domain/review/decision.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { type BulkResult, undoAll } from './bulk.ts';
import { BulkResults } from './bulk-results.tsx';
import type { ListedRow } from './dossier-list.ts';
import { useNow } from './use-now.ts';

interface Given {
  readonly rows: readonly ListedRow[];
  readonly results: readonly BulkResult[];
  readonly changed: (submissions: readonly string[]) => void;
}

/** What came of a bulk decision: how many, what waits for a second reviewer, what failed; and the way back while there is one. */
export function BulkDecided({ rows, results, changed }: Given) {
  const { t } = useLanguage();
  const now = useNow(1000);
  const decisions = results.flatMap(({ decision }) => (decision === null ? [] : [decision]));
  const proposed = decisions.filter(({ state }) => state === 'proposed').length;
  const failed = results.filter(({ problem }) => problem !== null).length;
  const undo = useMutation({
    mutationFn: (list: readonly Decision[]) => undoAll(list),
    onSettled: (_data, _error, list) => changed(list.map(({ submission }) => submission)),
  });
  const until = Math.min(...decisions.map(({ finalAt }) => (finalAt === null ? Number.POSITIVE_INFINITY : Date.parse(finalAt))));
  const seconds = Math.floor((until - now) / 1000);
  const undoable = decisions.length > 0 && seconds > 0 && !undo.isSuccess;
  return (
    <>
      <p role="status">
        {t({ zh: `${decisions.length} 条已决定`, en: `${decisions.length} decided` })}
        {proposed > 0 && t({ zh: `（其中 ${proposed} 条等待二审）`, en: ` (${proposed} of them wait for a second reviewer)` })}
        {failed > 0 && t({ zh: `，${failed} 条失败`, en: `, ${failed} failed` })}
        {undo.isSuccess && t({ zh: `；已撤销 ${undo.data} 条`, en: `; ${undo.data} undone` })}
      </p>
      {undoable && (
        <p>
          <Button loading={undo.isPending} onClick={() => undo.mutate(decisions)}>
            {t({ zh: '撤销这次决定', en: 'Undo this' })}
          </Button>{' '}
          {Number.isFinite(seconds) && (
            <span className="queue-quiet">{t({ zh: `${seconds} 秒内可撤销`, en: `for ${seconds} s` })}</span>
          )}
        </p>
      )}
      <BulkResults results={results} names={new Map(rows.map((row) => [row.submission, row.app.name]))} />
    </>
  );
}
