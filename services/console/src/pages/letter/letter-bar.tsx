import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import type { Letter } from '../../../../../shared/domain/review/letter.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Keys } from '../../shell/shortcuts-dialog.tsx';
import { ChooseFindings } from './choose-findings.tsx';
import type { Edited } from './edited.ts';
import { SendDialog } from './send-dialog.tsx';
import { type LetterStep, printAddress } from './use-letters.ts';
import { PRINT_LANGUAGES, type PrintLanguage } from './words.ts';

interface Given {
  readonly letter: Letter;
  readonly view: SubmissionView;
  readonly state: Edited;
  readonly changed: boolean;
  readonly editable: boolean;
  readonly step: UseMutationResult<Letter, Error, LetterStep>;
  readonly shown: PrintLanguage;
  readonly onShow: (language: PrintLanguage) => void;
  readonly onSave: (over?: number, then?: (saved: Letter) => void) => void;
  readonly onLoad: (letter: Letter) => void;
}

/** What can be done with the letter. */
export function LetterBar({ letter, view, state, changed, editable, step, shown, onShow, onSave, onLoad }: Given) {
  const { t } = useLanguage();
  const [choosing, setChoosing] = useState(false);
  const [sending, setSending] = useState(false);
  const busy = step.isPending;
  return (
    <div className="letter-bar" role="toolbar" aria-label={t({ zh: '对通知的操作', en: 'What to do with the letter' })}>
      {editable && (
        <>
          <Button type="primary" disabled={!changed || busy} onClick={() => onSave()}>
            {t({ zh: '保存', en: 'Save' })} <Keys keys="mod+enter" />
          </Button>
          <Button disabled={busy} onClick={() => setChoosing(true)}>
            {t({ zh: '重新生成…', en: 'Generate anew…' })}
          </Button>
          <Button disabled={busy} onClick={() => (changed ? onSave(state.version, () => setSending(true)) : setSending(true))}>
            {t({ zh: '发送…', en: 'Send…' })}
          </Button>
        </>
      )}
      <span className="letter-bar-space" />
      <label>
        {t({ zh: '预览与打印：', en: 'Preview and print: ' })}
        <select value={shown} onChange={({ target }) => onShow(target.value as PrintLanguage)}>
          {PRINT_LANGUAGES.map(({ value, label }) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </select>
      </label>
      {changed ? (
        <Button disabled={busy || !editable} onClick={() => onSave()}>
          {t({ zh: '打印（请先保存）', en: 'Print (save first)' })}
        </Button>
      ) : (
        <a className="letter-print" href={printAddress(letter.id, shown)} target="_blank" rel="noopener noreferrer">
          {t({ zh: '打印页（新窗口）', en: 'Page for print (new window)' })}
        </a>
      )}
      <span role="status" className="letter-status">
        {editable && (changed ? t({ zh: '有未保存的修改', en: 'Not saved yet' }) : t({ zh: '已保存', en: 'Saved' }))}
      </span>
      {choosing && (
        <ChooseFindings
          letter={letter}
          version={state.version}
          view={view}
          step={step}
          onDone={onLoad}
          onClose={() => setChoosing(false)}
        />
      )}
      {sending && (
        <SendDialog
          letter={letter}
          version={state.version}
          view={view}
          content={state.content}
          step={step}
          onClose={() => setSending(false)}
        />
      )}
    </div>
  );
}
