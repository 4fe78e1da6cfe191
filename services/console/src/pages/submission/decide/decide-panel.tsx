import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Claim, SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { useSession } from '../../../api/session.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { visibleText } from '../../../shell/visible-characters.ts';
import { DecisionCard } from '../history/decision-card.tsx';
import { DecideForm } from './decide-form.tsx';
import './decide.css';
import type { Draft, DraftChange } from './draft.ts';
import { ProblemText } from './problem-text.tsx';
import { SecondReview } from './second-review.tsx';
import type { Standing } from './standing.ts';
import { StandingUndo } from './standing-undo.tsx';

interface Given {
  readonly view: SubmissionView;
  readonly standing: Standing;
  readonly draft: Draft;
  readonly change: (step: DraftChange) => void;
  readonly onTakeOver: () => Promise<void>;
  readonly onRevise: () => void;
}

/** Beside the findings where there is room, a sheet at the bottom where there is not. */
export function DecidePanel({ view, standing, draft, change, onTakeOver, onRevise }: Given) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const standingDecision = view.decisions.find(({ state }) => state === 'effective' || state === 'proposed');
  return (
    <aside className={`decide${open ? ' decide-open' : ''}`} aria-label={t({ zh: '审核决定', en: 'Decision' })}>
      <button type="button" className="decide-handle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t({ zh: '收起', en: 'Fold away' }) : t({ zh: '审核决定', en: 'Decide' })}
      </button>
      <div className="decide-content">
        <h2>{t({ zh: '审核决定', en: 'Decision' })}</h2>
        {standing.may === 'decide' && (
          <DecideForm
            view={view}
            appeal={standing.appeal}
            revise={standing.revise}
            draft={draft}
            change={change}
            onOpen={() => setOpen(true)}
          />
        )}
        {standing.may === 'confirm' && <SecondReview view={view} proposal={standing.proposal} />}
        {standing.may === 'nothing' && <WhyNot standing={standing} onTakeOver={onTakeOver} onRevise={onRevise} />}
        {standing.may !== 'confirm' && standingDecision !== undefined && (
          <>
            <DecisionCard decision={standingDecision} />
            <StandingUndo decision={standingDecision} />
          </>
        )}
        {view.dossier !== null && (
          <p>
            <Link to={`/submissions/${encodeURIComponent(view.submission)}/letter`}>
              {t({ zh: '整改通知', en: 'Rectification letter' })}
            </Link>
          </p>
        )}
      </div>
    </aside>
  );
}

const WHY = {
  'no-dossier': { zh: '机审已通过，没有需要人工决定的内容。', en: 'The machine approved it: nothing is to be decided.' },
  'no-right': { zh: '您的角色不作审核决定，此处只读。', en: 'Your role does not decide; this is for reading.' },
  decided: { zh: '已有审核决定。', en: 'It has been decided.' },
  moot: {
    zh: '已撤回、已有新版本或后来已通过，不再需要决定。',
    en: 'Withdrawn, superseded or approved later: nothing is to be decided any more.',
  },
  'own-proposal': { zh: '您已提出，等待另一人复核。', en: 'You proposed it; another person has to confirm.' },
  'waits-for-second': { zh: '等待有复核权限的另一人确认。', en: 'It waits for another person who may confirm.' },
} as const;

function WhyNot({
  standing,
  onTakeOver,
  onRevise,
}: {
  readonly standing: Standing & { may: 'nothing' };
  readonly onTakeOver: () => Promise<void>;
  readonly onRevise: () => void;
}) {
  const { t } = useLanguage();
  if (standing.why === 'claimed') return <ClaimedByOther claim={standing.claim} onTakeOver={onTakeOver} />;
  return (
    <>
      <p data-why={standing.why}>{t(WHY[standing.why])}</p>
      {standing.why === 'decided' && standing.revisable && (
        <Button onClick={onRevise}>{t({ zh: '另作决定…', en: 'Decide anew…' })}</Button>
      )}
    </>
  );
}

function ClaimedByOther({ claim, onTakeOver }: { readonly claim: Claim; readonly onTakeOver: () => Promise<void> }) {
  const { t } = useLanguage();
  const { rights } = useSession();
  const [failure, setFailure] = useState<unknown>(null);
  const name = visibleText(claim.by.displayName, 40);
  return (
    <div data-why="claimed">
      <p>
        {t({
          zh: `${name} 正在审阅这个案卷。对方离开或领取到期后可由您决定。`,
          en: `${name} is looking at it. You can decide once they leave or the claim expires.`,
        })}
      </p>
      {rights.includes('confirm') && (
        <Button onClick={() => void onTakeOver().catch(setFailure)}>{t({ zh: '接手', en: 'Take over' })}</Button>
      )}
      {failure !== null && (
        <p role="alert" className="evidence-warning">
          <ProblemText error={failure} />
        </p>
      )}
    </div>
  );
}
