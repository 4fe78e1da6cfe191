import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Letter } from '../../../../../shared/domain/review/letter.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { ProblemText } from '../submission/decide/problem-text.tsx';
import { type LetterStep, useReloadLetters } from './use-letters.ts';

interface Given {
  readonly step: UseMutationResult<Letter, Error, LetterStep>;
  readonly submission: string;
  readonly onOverwrite: (version: number) => void;
  readonly onReload: (letter: Letter) => void;
}

/** What went wrong. Where somebody else has saved: who, and whether to take theirs or to keep one's own. */
export function Conflict({ step, submission, onOverwrite, onReload }: Given) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const reload = useReloadLetters(submission);
  if (!step.isError) return null;
  const { error, variables } = step;
  const saved = savedVersion(error);
  const takeTheirs = async () => {
    await reload();
    const list = client.getQueryData<readonly Letter[]>(['submission', submission, 'letters']);
    const now = list?.find(({ id }) => variables !== undefined && variables.do !== 'create' && id === variables.letter);
    if (now !== undefined) onReload(now);
    step.reset();
  };
  return (
    <div role="alert" className="letter-error" data-testid="letter-problem">
      <ProblemText error={error} />
      {saved !== null && (
        <p>
          <Button size="small" onClick={() => void takeTheirs()}>
            {t({ zh: '载入对方的版本（放弃我的修改）', en: 'Load theirs (give up my changes)' })}
          </Button>{' '}
          {variables?.do === 'save' && (
            <Button size="small" onClick={() => onOverwrite(saved)}>
              {t({ zh: '以我的版本覆盖', en: 'Save mine over it' })}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

function savedVersion(error: Error): number | null {
  if (!(error instanceof ApiProblem)) return null;
  const { saved } = error.document;
  if (typeof saved !== 'object' || saved === null || !('version' in saved)) return null;
  return typeof saved.version === 'number' ? saved.version : null;
}
