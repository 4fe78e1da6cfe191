import type { UseMutationResult } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import type { Letter, LetterContent } from '../../../../../shared/domain/review/letter.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { ProblemText } from '../submission/decide/problem-text.tsx';
import { KIND_NAMES } from '../submission/words.ts';
import type { LetterStep } from './use-letters.ts';
import { TELLING } from './words.ts';

interface Given {
  readonly letter: Letter;
  readonly version: number;
  readonly view: SubmissionView;
  readonly content: LetterContent;
  readonly step: UseMutationResult<Letter, Error, LetterStep>;
  readonly onClose: () => void;
}

/** What keeps the letter from being sent, as far as the page can tell; the server looks again. */
function obstacle(view: SubmissionView, content: LetterContent): Bilingual | null {
  const decision = view.decisions.find(({ state }) => state === 'effective');
  if (decision === undefined || !TELLING.includes(decision.kind))
    return {
      zh: '须先在送审页作出生效的审核决定：要求整改、维持或提醒后放行。',
      en: 'Decide first, on the submission’s page: rectify, uphold, or approve with a warning.',
    };
  if (content.items.length === 0) return { zh: '通知中没有任何问题。', en: 'The letter tells no finding.' };
  if (decision.kind === 'rectify' && decision.deadline !== content.deadline)
    return {
      zh: `通知的整改期限（${content.deadline ?? '无'}）与审核决定（${decision.deadline ?? '无'}）不一致。`,
      en: `The letter’s deadline (${content.deadline ?? 'none'}) is not the decision’s (${decision.deadline ?? 'none'}).`,
    };
  return null;
}

/** Asks once more before a letter is frozen and goes out. */
export function SendDialog({ letter, version, view, content, step, onClose }: Given) {
  const { t } = useLanguage();
  const why = obstacle(view, content);
  const decision = view.decisions.find(({ state }) => state === 'effective');
  const send = () =>
    step.mutate(
      { do: 'send', letter: letter.id, version },
      {
        onSuccess: () => {
          announce(t({ zh: '整改通知已发送', en: 'The letter is sent' }));
          onClose();
        },
        // Said above the letter, where there is a way to mend it.
        onError: onClose,
      },
    );
  return (
    <Modal
      open
      title={t({ zh: '发送整改通知', en: 'Send the letter' })}
      okText={t({ zh: '发送，不再修改', en: 'Send; it is frozen then' })}
      cancelText={t({ zh: '取消', en: 'Cancel' })}
      okButtonProps={{ disabled: why !== null }}
      confirmLoading={step.isPending}
      onOk={send}
      onCancel={onClose}
    >
      {why === null ? (
        <p>
          {t({ zh: '发送给：', en: 'To: ' })}
          <Untrusted text={content.addressee} most={80} />
          {t({ zh: `；问题 ${content.items.length} 个`, en: `; ${content.items.length} findings` })}
          {decision !== undefined &&
            t({ zh: `；审核决定：${KIND_NAMES[decision.kind].zh}。`, en: `; decision: ${KIND_NAMES[decision.kind].en}.` })}
          {t({
            zh: '审核决定不可撤销之时，商店收到通知。',
            en: ' The store is told when the decision can no longer be undone.',
          })}
        </p>
      ) : (
        <p role="alert">{t(why)}</p>
      )}
      {step.isError && (
        <div role="alert">
          <ProblemText error={step.error} />
        </div>
      )}
    </Modal>
  );
}
