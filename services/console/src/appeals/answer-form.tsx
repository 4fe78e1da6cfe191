import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Appeal } from '../../../../shared/domain/review/appeal.ts';
import { useLanguage } from '../i18n/language.tsx';
import { ProblemText } from '../pages/submission/decide/problem-text.tsx';
import { type Answer, useAnswer } from './use-appeals.ts';
import { ANSWER_MOST } from './words.ts';

/** What an answer does beyond being said. */
const CLOSINGS = [
  { close: null, words: { zh: '只答复，申诉继续', en: 'Answer only; the appeal goes on' } },
  { close: 'dismissed', words: { zh: '申诉不成立，原决定有效', en: 'Dismiss it; the decision stands' } },
  { close: 'upheld', words: { zh: '申诉成立，随后另作决定', en: 'Uphold it; a new decision follows' } },
] as const;

/** A reviewer's answer, and whether it ends the appeal. A new decision ends it too, and is the usual way. */
export function AnswerForm({ appeal }: { readonly appeal: Appeal }) {
  const { t } = useLanguage();
  const field = useId();
  const [text, setText] = useState('');
  const [close, setClose] = useState<Answer['close']>(null);
  const answer = useAnswer(appeal, () => {
    setText('');
    setClose(null);
  });
  const ready = text.trim() !== '' && !answer.isPending;
  const submit = () => {
    if (ready) answer.mutate({ text, close });
  };
  return (
    <form
      className="appeal-answer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={field}>{t({ zh: '答复（告知开发者）', en: 'Answer (told to the developer)' })}</label>
      <textarea
        id={field}
        className="grows"
        rows={3}
        maxLength={ANSWER_MOST}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
          // The page's own Ctrl+Enter sends the decision, which is not what is being written here; what is prevented it leaves alone.
          event.preventDefault();
          submit();
        }}
      />
      <fieldset>
        <legend>{t({ zh: '处理', en: 'What becomes of it' })}</legend>
        {CLOSINGS.map((each) => (
          <label key={each.close ?? 'none'}>
            <input type="radio" name={`${field}-close`} checked={close === each.close} onChange={() => setClose(each.close)} />{' '}
            {t(each.words)}
          </label>
        ))}
        <p>
          {t({
            zh: '在“决定”一栏作出新的决定，也会答复并结束本申诉。',
            en: 'A new decision, made in the panel "Decide", answers and closes the appeal too.',
          })}
        </p>
      </fieldset>
      {answer.isError && (
        <div role="alert" className="appeal-error">
          <ProblemText error={answer.error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" disabled={!ready} loading={answer.isPending}>
        {close === null ? t({ zh: '答复', en: 'Answer' }) : t({ zh: '答复并结束申诉', en: 'Answer and close' })}
      </Button>
    </form>
  );
}
