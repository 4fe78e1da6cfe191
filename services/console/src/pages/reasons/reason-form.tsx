import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { DECISION_KINDS, type DecisionKind } from '../../../../../shared/domain/review/decision.ts';
import type { CannedReason } from '../../../../../shared/domain/review/reason.ts';
import { post, put } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import { KIND_NAMES } from '../submission/words.ts';
import { Conflict } from './conflict.tsx';
import { ReasonPreview } from './reason-preview.tsx';
import { type ClauseName, REASONS_KEY, REASONS_PATH } from './reasons-api.ts';

const MOST_TITLE = 100;
const MOST_TEXT = 4_000;
const GENERAL = '';
const LANGUAGES = ['zh', 'en'] as const;

const WORDS = {
  clause: { zh: '所属条款', en: 'Clause' },
  general: { zh: '通用（不属于某一条款）', en: 'General (of no clause)' },
  kinds: { zh: '适用的决定（不选为全部）', en: 'Offered for (none: all)' },
  titles: { zh: '标题（中文）', en: 'Title (Chinese)' },
  titleEn: { zh: '标题（英文）', en: 'Title (English)' },
  texts: { zh: '正文（中文）', en: 'Text (Chinese)' },
  textEn: { zh: '正文（英文）', en: 'Text (English)' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  saved: { zh: '常用理由已保存', en: 'The reason is saved' },
  scope: { zh: '编辑常用理由', en: 'Editing a reason' },
  missing: { zh: '两种语言的标题和正文都要填写', en: 'Title and text are needed in both languages' },
} as const;

type Words = Pick<CannedReason, 'clause' | 'kinds' | 'title' | 'text'>;
const EMPTY: Words = { clause: null, kinds: [], title: { zh: '', en: '' }, text: { zh: '', en: '' } };

interface Given {
  /** Null for a new one. */
  readonly reason: CannedReason | null;
  readonly clauses: readonly ClauseName[];
  readonly onDone: () => void;
}

/** Edits a reason in both languages, with a look at what it will be. */
export function ReasonForm({ reason, clauses, onDone }: Given) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [words, setWords] = useState<Words>(reason ?? EMPTY);
  const [base, setBase] = useState(reason);
  const id = useId();
  const complete = LANGUAGES.every((each) => words.title[each].trim() !== '' && words.text[each].trim() !== '');
  const save = useMutation({
    mutationFn: () => {
      const { clause, kinds, title, text } = words;
      const body = { clause, kinds, title, text };
      return base === null
        ? post<CannedReason>(REASONS_PATH, body)
        : put<CannedReason>(`${REASONS_PATH}/${base.id}`, { ...body, version: base.version });
    },
    onSuccess: async () => {
      message.success(t(WORDS.saved));
      await client.invalidateQueries({ queryKey: REASONS_KEY });
      onDone();
    },
  });
  const submit = () => {
    if (complete && !save.isPending) save.mutate();
  };
  useShortcuts([{ keys: 'mod+enter', label: WORDS.save, do: submit, inFields: true }], WORDS.scope);
  const stale = save.error instanceof ApiProblem && save.error.status === 409 && base !== null;

  return (
    <form
      className="reason-form"
      aria-label={t(WORDS.scope)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="reason-form-row">
        <div className="reason-field">
          <label htmlFor={`${id}-clause`}>{t(WORDS.clause)}</label>
          <Select<string>
            id={`${id}-clause`}
            showSearch={{ optionFilterProp: 'label' }}
            value={words.clause ?? GENERAL}
            onChange={(clause) => setWords({ ...words, clause: clause === GENERAL ? null : (clause as CannedReason['clause']) })}
            options={[
              { value: GENERAL, label: t(WORDS.general) },
              ...clauses.map((clause) => ({ value: clause.id, label: `${clause.id} ${t(clause.name)}` })),
            ]}
          />
        </div>
        <fieldset className="reason-field">
          <legend>{t(WORDS.kinds)}</legend>
          <Checkbox.Group<DecisionKind>
            value={[...words.kinds]}
            onChange={(kinds) => setWords({ ...words, kinds: DECISION_KINDS.filter((kind) => kinds.includes(kind)) })}
            options={DECISION_KINDS.map((kind) => ({ value: kind, label: t(KIND_NAMES[kind]) }))}
          />
        </fieldset>
      </div>
      <div className="reason-form-row">
        {LANGUAGES.map((language) => (
          <div key={language} lang={language === 'zh' ? 'zh-CN' : 'en'}>
            <div className="reason-field">
              <label htmlFor={`${id}-title-${language}`}>{t(language === 'zh' ? WORDS.titles : WORDS.titleEn)}</label>
              <Input
                id={`${id}-title-${language}`}
                maxLength={MOST_TITLE}
                value={words.title[language]}
                onChange={({ target }) => setWords({ ...words, title: { ...words.title, [language]: target.value } })}
              />
            </div>
            <div className="reason-field">
              <label htmlFor={`${id}-text-${language}`}>{t(language === 'zh' ? WORDS.texts : WORDS.textEn)}</label>
              <Input.TextArea
                id={`${id}-text-${language}`}
                className="grows"
                maxLength={MOST_TEXT}
                value={words.text[language]}
                onChange={({ target }) => setWords({ ...words, text: { ...words.text, [language]: target.value } })}
              />
            </div>
          </div>
        ))}
      </div>
      <ReasonPreview title={words.title} text={words.text} />
      {save.isError && !stale && (
        <p role="alert" className="reason-failure">
          {save.error instanceof ApiProblem ? t(save.error.detail) : String(save.error)}
        </p>
      )}
      {stale && (
        <Conflict
          id={base.id}
          onOverwrite={(theirs) => {
            setBase(theirs);
            save.reset();
          }}
          onTheirs={(theirs) => {
            setBase(theirs);
            setWords(theirs);
            save.reset();
          }}
        />
      )}
      <p className="reason-form-end">
        {!complete && <span className="reason-hint">{t(WORDS.missing)}</span>}
        <Button onClick={onDone}>{t(WORDS.cancel)}</Button>
        <Button type="primary" htmlType="submit" disabled={!complete || stale} loading={save.isPending}>
          {t(WORDS.save)}
        </Button>
      </p>
    </form>
  );
}
