import { Button } from 'antd';
import { Link } from 'react-router';
import type { SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import type { Letter } from '../../../../../shared/domain/review/letter.ts';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { ProblemText } from '../submission/decide/problem-text.tsx';
import { useLetterStep } from './use-letters.ts';
import { LETTER_STATE_NAMES } from './words.ts';

interface Given {
  readonly view: SubmissionView;
  readonly letters: readonly Letter[];
  readonly chosen: Letter | null;
  readonly onChoose: (letter: string) => void;
  readonly mayWrite: boolean;
}

/** Of which app, the way back, and the letters that there are. */
export function LetterHead({ view, letters, chosen, onChoose, mayWrite }: Given) {
  const { t, language } = useLanguage();
  const create = useLetterStep(view.submission);
  const app = view.dossier?.app.name ?? view.appHistory[0]?.appName ?? null;
  return (
    <header className="letter-head">
      <h1>{t({ zh: '整改通知', en: 'Rectification letter' })}</h1>
      <p>
        <Link to={`/submissions/${encodeURIComponent(view.submission)}`}>
          {t({ zh: '返回送审页', en: 'Back to the submission' })}
        </Link>
        {app !== null && (
          <>
            {' · '}
            <Untrusted text={app} most={60} />
          </>
        )}
        {' · '}
        <code>{view.submission}</code>
      </p>
      <nav aria-label={t({ zh: '该送审的整改通知', en: 'Letters of this submission' })} className="letter-list">
        {letters.map((letter) => (
          <button
            key={letter.id}
            type="button"
            aria-current={letter.id === chosen?.id ? 'true' : undefined}
            onClick={() => onChoose(letter.id)}
          >
            {t(LETTER_STATE_NAMES[letter.state])} · {formatTime(letter.sentAt ?? letter.updatedAt, language)}
          </button>
        ))}
        {mayWrite && (
          <Button
            type={letters.length === 0 ? 'primary' : 'default'}
            loading={create.isPending}
            onClick={() => create.mutate({ do: 'create' }, { onSuccess: ({ id }) => onChoose(id) })}
          >
            {t({ zh: '生成新的草稿', en: 'Generate a draft' })}
          </Button>
        )}
      </nav>
      {create.isError && (
        <div role="alert" className="letter-error">
          <ProblemText error={create.error} />
        </div>
      )}
    </header>
  );
}
