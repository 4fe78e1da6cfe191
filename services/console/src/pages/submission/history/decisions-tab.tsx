import { Link } from 'react-router';
import type { SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { AppealThread } from '../../../appeals/appeal-thread.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { DecisionCard } from './decision-card.tsx';

/** What people have decided, the letters, and what the developer answered. */
export function DecisionsTab({ view }: { readonly view: SubmissionView }) {
  const { t } = useLanguage();
  return (
    <>
      <section className="panel">
        <h2>{t({ zh: `审核决定（${view.decisions.length}）`, en: `Decisions (${view.decisions.length})` })}</h2>
        {view.decisions.length === 0 && <p>{t({ zh: '还没有人作出决定。', en: 'Nobody has decided yet.' })}</p>}
        {view.decisions.map((decision) => (
          <DecisionCard key={decision.id} decision={decision} />
        ))}
      </section>
      <section className="panel">
        <h2>{t({ zh: '整改通知', en: 'Rectification letters' })}</h2>
        <p>
          <Link to={`/submissions/${encodeURIComponent(view.submission)}/letter`}>
            {t({ zh: '查看、起草或发送整改通知', en: 'Read, draft or send a letter' })}
          </Link>
        </p>
      </section>
      <section className="panel">
        <h2>{t({ zh: '申诉', en: 'Appeals' })}</h2>
        <AppealThread submission={view.submission} />
      </section>
    </>
  );
}
