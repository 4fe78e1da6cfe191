import { Button } from 'antd';
import type { Decision } from '../../../../../../shared/domain/review/decision.ts';
import { useSession } from '../../../api/session.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { useLastDecision } from './last-decision.ts';
import { ProblemText } from './problem-text.tsx';
import { useSecondsUntil, useUndo } from './use-undo.ts';

/**
 * The way to take back one's own decision for whoever has lost sight of the note about it, by loading the page anew for example; a proposal
 * may be withdrawn as long as nobody has answered it.
 */
export function StandingUndo({ decision }: { readonly decision: Decision }) {
  const { t } = useLanguage();
  const { account } = useSession();
  const last = useLastDecision();
  const undo = useUndo(decision);
  const seconds = useSecondsUntil(decision.finalAt === null ? 0 : Date.parse(decision.finalAt));
  const own = decision.by.id === account.id || decision.second?.by.id === account.id;
  const proposed = decision.state === 'proposed';
  if (!own || last?.decision.id === decision.id || !(proposed || seconds > 0)) return null;
  return (
    <div data-testid="standing-undo">
      <Button size="small" loading={undo.isPending} onClick={() => undo.mutate()}>
        {proposed
          ? t({ zh: '撤回提议', en: 'Withdraw the proposal' })
          : t({ zh: `撤销（剩 ${seconds} 秒）`, en: `Undo (${seconds} s left)` })}
      </Button>
      {undo.isError && (
        <p role="alert" className="evidence-warning">
          <ProblemText error={undo.error} />
        </p>
      )}
    </div>
  );
}
