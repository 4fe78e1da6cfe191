import { Button } from 'antd';
import { type Dispatch, memo, useState } from 'react';
import type { LetterItem } from '../../../../../shared/domain/review/letter.ts';
import { LETTER_LIMITS } from '../../../../../shared/domain/review/letter-limits.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { BilingualField } from './bilingual-field.tsx';
import { type Edit, linesIn, withLines } from './edited.ts';

interface Given {
  readonly item: LetterItem;
  readonly number: number;
  readonly last: boolean;
  readonly change: Dispatch<Edit>;
}

/** One finding of the letter; its fields are there once it is opened, so that a letter of a hundred findings is quick. */
export const ItemEditor = memo(function ItemEditor({ item, number, last, change }: Given) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const { fingerprint } = item;
  const title = visibleText(t(item.title), 80);
  return (
    <details className="letter-item" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {number}. <bdi>{title}</bdi>
      </summary>
      {open && (
        <>
          <p className="letter-item-actions">
            <Button
              size="small"
              disabled={number === 1}
              aria-label={t({ zh: `上移问题 ${number}`, en: `Move finding ${number} up` })}
              onClick={() => change({ do: 'move', fingerprint, by: -1 })}
            >
              {t({ zh: '上移', en: 'Up' })}
            </Button>
            <Button
              size="small"
              disabled={last}
              aria-label={t({ zh: `下移问题 ${number}`, en: `Move finding ${number} down` })}
              onClick={() => change({ do: 'move', fingerprint, by: 1 })}
            >
              {t({ zh: '下移', en: 'Down' })}
            </Button>
            <Button
              size="small"
              danger
              aria-label={t({ zh: `删去问题 ${number}`, en: `Take finding ${number} out` })}
              onClick={() => change({ do: 'remove', fingerprint })}
            >
              {t({ zh: '从通知中删去', en: 'Take out' })}
            </Button>
          </p>
          <ItemFields item={item} change={change} />
        </>
      )}
    </details>
  );
});

/** All lines of a field together: as many of them as a letter holds, and a little less than each may have. */
const LINES_MOST = LETTER_LIMITS.line * 10;

function ItemFields({ item, change }: Pick<Given, 'item' | 'change'>) {
  const { fingerprint } = item;
  const set = (part: Partial<Omit<LetterItem, 'fingerprint'>>) => change({ do: 'set-item', fingerprint, change: part });
  const lines = (part: 'evidence' | 'basis') => ({
    value: { zh: linesIn(item[part], 'zh'), en: linesIn(item[part], 'en') },
    most: LINES_MOST,
    onChange: (value: Bilingual) => {
      const chinese = withLines(item[part], 'zh', value.zh);
      set({ [part]: withLines(chinese, 'en', value.en).slice(0, LETTER_LIMITS.lines) });
    },
  });
  return (
    <>
      <BilingualField
        label={{ zh: '问题', en: 'Finding' }}
        value={item.title}
        most={LETTER_LIMITS.title}
        single
        onChange={(title) => set({ title })}
      />
      <BilingualField
        label={{ zh: '问题描述', en: 'What was found' }}
        value={item.found}
        most={LETTER_LIMITS.paragraph}
        onChange={(found) => set({ found })}
      />
      <BilingualField label={{ zh: '证据位置（每行一处）', en: 'Where (a line each)' }} {...lines('evidence')} />
      <BilingualField label={{ zh: '依据及效力（每行一项）', en: 'Legal basis and force (a line each)' }} {...lines('basis')} />
      <BilingualField
        label={{ zh: '整改要求', en: 'What to change' }}
        value={item.remedy}
        most={LETTER_LIMITS.paragraph}
        onChange={(remedy) => set({ remedy })}
      />
    </>
  );
}
