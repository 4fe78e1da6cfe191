import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../../i18n/language.tsx';
import { useShortcuts } from '../../../shell/shortcuts.tsx';
import { Keys } from '../../../shell/shortcuts-dialog.tsx';
import { visibleText } from '../../../shell/visible-characters.ts';
import { KIND_NAMES } from '../words.ts';
import { type LastDecision, noteShown, rememberDecision, useLastDecision } from './last-decision.ts';
import { ProblemText } from './problem-text.tsx';
import { useSecondsUntil, useUndo } from './use-undo.ts';

const SCOPE = { zh: '决定', en: 'Decide' } as const;

/** What was just decided, how long it can still be undone, and the way to the next dossier. Also on the next dossier's page. */
export function UndoToast({ onNext }: { readonly onNext: () => void }) {
  const last = useLastDecision();
  return last === null ? null : <Toast key={last.decision.id} last={last} onNext={onNext} />;
}

function Toast({ last, onNext }: { readonly last: LastDecision; readonly onNext: () => void }) {
  const { t } = useLanguage();
  const seconds = useSecondsUntil(last.until);
  const proposed = last.decision.state === 'proposed';
  const undone = last.decision.state === 'undone';
  const undo = useUndo(last.decision, (decision) => rememberDecision({ ...last, decision }));
  const canUndo = !undone && (proposed || seconds > 0) && !undo.isPending;
  useShortcuts(
    canUndo ? [{ keys: 'z', label: { zh: '撤销刚才的决定', en: 'Undo the decision just made' }, do: () => undo.mutate() }] : [],
    SCOPE,
  );
  const nextButton = useRef<HTMLButtonElement>(null);
  const { fresh } = last;
  useEffect(() => {
    if (!fresh) return;
    noteShown();
    nextButton.current?.focus();
  }, [fresh]);
  const name = visibleText(last.appName, 40);
  const kind = KIND_NAMES[last.decision.kind];
  return (
    <section className="undo-toast" aria-label={t({ zh: '刚才的决定', en: 'The decision just made' })} data-testid="undo">
      <p>
        {undone
          ? t({ zh: '已撤销：', en: 'Undone: ' })
          : proposed
            ? t({ zh: '已提交第二人复核：', en: 'Sent to the second reviewer: ' })
            : t({ zh: '已决定：', en: 'Decided: ' })}
        <b>{t(kind)}</b>{' '}
        <Link to={`/submissions/${encodeURIComponent(last.decision.submission)}`}>
          <bdi>{name}</bdi>
        </Link>
      </p>
      {!undone && !proposed && (
        <p className="undo-count">
          {seconds > 0
            ? t({ zh: `${seconds} 秒内可撤销，之后通知商店`, en: `Can be undone for ${seconds} s, then the store is told` })
            : t({ zh: '撤销时限已过', en: 'Can no longer be undone' })}
        </p>
      )}
      {undo.isError && (
        <p role="alert" className="evidence-warning">
          <ProblemText error={undo.error} />
        </p>
      )}
      <div className="undo-actions">
        {!undone && (
          <Button size="small" disabled={!canUndo} onClick={() => undo.mutate()}>
            {t({ zh: '撤销', en: 'Undo' })} <Keys keys="z" />
          </Button>
        )}
        <Button ref={nextButton} size="small" type="primary" onClick={onNext}>
          {t({ zh: '下一个案卷', en: 'Next dossier' })} <Keys keys="n" />
        </Button>
        <Button size="small" type="text" aria-label={t({ zh: '关闭', en: 'Close' })} onClick={() => rememberDecision(null)}>
          ×
        </Button>
      </div>
    </section>
  );
}
