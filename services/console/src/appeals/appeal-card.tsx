import type { Appeal } from '../../../../shared/domain/review/appeal.ts';
import { useMay } from '../api/session.tsx';
import { formatTime } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AppealDue } from './appeal-due.tsx';
import { MessageList } from './message-list.tsx';
import { APPEAL_STATE_NAMES } from './words.ts';

/** One appeal: where it stands, until when it is to be answered, its thread, and the answer to write. */
export function AppealCard({ appeal }: { readonly appeal: Appeal }) {
  const { t, language } = useLanguage();
  const mayAnswer = useMay('decide');
  const open = appeal.state === 'open';
  return (
    <article className="appeal" data-state={appeal.state} data-testid="appeal">
      <header className="appeal-head">
        <h3>
          {t({ zh: '申诉', en: 'Appeal' })} <span className="appeal-state">{t(APPEAL_STATE_NAMES[appeal.state])}</span>
        </h3>
        <p>
          {appeal.decision === null
            ? t({ zh: '针对机审驳回', en: 'Against the machine’s rejection' })
            : t({ zh: '针对审核决定', en: 'Against the decision' })}
          {' · '}
          {t({ zh: '提出于 ', en: 'opened ' })}
          <time dateTime={appeal.openedAt}>{formatTime(appeal.openedAt, language)}</time>
          {' · '}
          {open ? (
            <AppealDue at={appeal.dueAt} />
          ) : (
            appeal.closedAt !== null && (
              <>
                {t({ zh: '结束于 ', en: 'closed ' })}
                <time dateTime={appeal.closedAt}>{formatTime(appeal.closedAt, language)}</time>
              </>
            )
          )}
        </p>
      </header>
      <MessageList messages={appeal.messages} />
      {open && mayAnswer && <AnswerForm appeal={appeal} />}
    </article>
  );
}
