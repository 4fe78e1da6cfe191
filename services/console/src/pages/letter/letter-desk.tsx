import { useEffect, useReducer, useState } from 'react';
import type { SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import type { Letter } from '../../../../../shared/domain/review/letter.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import { Conflict } from './conflict.tsx';
import { edited, isChanged } from './edited.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { LetterBar } from './letter-bar.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { SentNotice } from './sent-notice.tsx';
import { useLetterStep } from './use-letters.ts';
import type { PrintLanguage } from './words.ts';

interface Given {
  readonly letter: Letter;
  readonly view: SubmissionView;
  readonly mayWrite: boolean;
}

const SCOPE = { zh: '整改通知', en: 'Letter' } as const;

/** One letter: the editor while it is a draft, beside what it will look like; as it was sent afterwards. */
export function LetterDesk({ letter, view, mayWrite }: Given) {
  const { t, language } = useLanguage();
  const [shown, setShown] = useState<PrintLanguage>(language);
  const [state, change] = useReducer(edited, {
    letter: letter.id,
    version: letter.version,
    loaded: letter.content,
    content: letter.content,
  });
  const changed = isChanged(state);
  const { version, content } = letter;
  // Nothing typed yet: what somebody else has saved, or a letter generated anew, is simply shown.
  useEffect(() => {
    if (!changed && version !== state.version) change({ do: 'load', letter: letter.id, version, content });
  }, [changed, version, content, state.version, letter.id]);

  const step = useLetterStep(view.submission);
  const editable = letter.state === 'draft' && mayWrite;
  const save = (over = state.version, then?: (saved: Letter) => void) => {
    const sent = state.content;
    step.mutate(
      { do: 'save', letter: letter.id, version: over, content: sent },
      {
        onSuccess: (saved) => {
          change({ do: 'saved', version: saved.version, content: sent });
          announce(t({ zh: '已保存', en: 'Saved' }));
          then?.(saved);
        },
      },
    );
  };
  const load = (now: Letter) => change({ do: 'load', letter: now.id, version: now.version, content: now.content });
  useShortcuts(
    editable && changed
      ? [{ keys: 'mod+enter', label: { zh: '保存草稿', en: 'Save the draft' }, inFields: true, do: () => save() }]
      : [],
    SCOPE,
  );
  return (
    <>
      <LetterBar
        letter={letter}
        view={view}
        state={state}
        changed={changed}
        editable={editable}
        step={step}
        shown={shown}
        onShow={setShown}
        onSave={save}
        onLoad={load}
      />
      {letter.state === 'sent' && <SentNotice letter={letter} view={view} />}
      <Conflict step={step} submission={view.submission} onOverwrite={(saved) => save(saved)} onReload={load} />
      <div className={editable ? 'letter-columns' : ''}>
        {editable && <LetterEditor content={state.content} change={change} />}
        <LetterPreview id={letter.id} submission={view.submission} content={state.content} language={shown} />
      </div>
      <LeaveGuard when={changed && editable} />
    </>
  );
}
