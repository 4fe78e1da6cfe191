import { type Dispatch, useId } from 'react';
import type { LetterContent } from '../../../../../shared/domain/review/letter.ts';
import { LETTER_LIMITS } from '../../../../../shared/domain/review/letter-limits.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { BilingualField } from './bilingual-field.tsx';
import type { Edit } from './edited.ts';
import { ItemEditor } from './item-editor.tsx';

interface Given {
  readonly content: LetterContent;
  readonly change: Dispatch<Edit>;
}

/** Every text of the letter in both languages, as plain text. */
export function LetterEditor({ content, change }: Given) {
  const { t } = useLanguage();
  const id = useId();
  const set = (part: Partial<Omit<LetterContent, 'items'>>) => change({ do: 'set', change: part });
  return (
    <section className="letter-editor" aria-label={t({ zh: '编辑', en: 'Edit' })}>
      <BilingualField
        label={{ zh: '标题', en: 'Title' }}
        value={content.title}
        most={LETTER_LIMITS.title}
        single
        onChange={(title) => set({ title })}
      />
      <Line
        id={`${id}-to`}
        label={t({ zh: '致', en: 'To' })}
        value={content.addressee}
        onChange={(addressee) => set({ addressee })}
      />
      <BilingualField
        label={{ zh: '正文', en: 'Opening' }}
        value={content.opening}
        most={LETTER_LIMITS.paragraph}
        onChange={(opening) => set({ opening })}
      />
      <h2>{t({ zh: `问题清单（${content.items.length}）`, en: `Findings (${content.items.length})` })}</h2>
      {content.items.map((item, at) => (
        <ItemEditor key={item.fingerprint} item={item} number={at + 1} last={at === content.items.length - 1} change={change} />
      ))}
      <p className="letter-field">
        <label htmlFor={`${id}-deadline`}>
          {t({ zh: '整改期限（含当日，北京时间）', en: 'Last day for rectification (Beijing time)' })}
        </label>
        <input
          id={`${id}-deadline`}
          type="date"
          value={content.deadline ?? ''}
          onChange={({ target }) => set({ deadline: target.value === '' ? null : target.value })}
        />
      </p>
      <BilingualField
        label={{ zh: '处理', en: 'What follows' }}
        value={content.closing}
        most={LETTER_LIMITS.paragraph}
        onChange={(closing) => set({ closing })}
      />
      <BilingualField
        label={{ zh: '申诉', en: 'Appeal' }}
        value={content.appeal}
        most={LETTER_LIMITS.paragraph}
        onChange={(appeal) => set({ appeal })}
      />
      <Line
        id={`${id}-by`}
        label={t({ zh: '落款', en: 'Signed by' })}
        value={content.signatory}
        onChange={(signatory) => set({ signatory })}
      />
    </section>
  );
}

function Line({ id, label, value, onChange }: { id: string; label: string; value: string; onChange: (value: string) => void }) {
  return (
    <p className="letter-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="text" maxLength={LETTER_LIMITS.name} value={value} onChange={({ target }) => onChange(target.value)} />
    </p>
  );
}
