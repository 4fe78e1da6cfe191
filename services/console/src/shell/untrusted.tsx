import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import './untrusted.css';
import { beginningOf, type Stretch, stretches } from './visible-characters.ts';

/** Beyond this even an opened text is cut: a browser that lays out megabytes of one label stops answering. */
const MOST_OPENED = 20_000;

interface Given {
  readonly text: string;
  /** Characters shown before the rest is folded away. */
  readonly most?: number;
  /** Keeps line ends and blanks as they are. */
  readonly lines?: boolean;
}

/**
 * Text that came from outside: labels, listings, policies, developers' letters. It is always text and never markup, it cannot turn the
 * words around it (bidirectional isolation), and characters that nobody can see are named.
 */
export function Untrusted({ text, most = 300, lines = false }: Given) {
  const { t } = useLanguage();
  const [opened, setOpened] = useState(false);
  const long = text.length > most;
  const shown = beginningOf(text, opened ? MOST_OPENED : most);
  return (
    <>
      <bdi className={lines ? 'untrusted untrusted-lines' : 'untrusted'}>
        {keyed(stretches(shown)).map(({ key, stretch }) =>
          stretch.hidden ? (
            <span key={key} className="hidden-character" title={t({ zh: '不可见字符', en: 'Invisible character' })}>
              {stretch.text}
            </span>
          ) : (
            stretch.text
          ),
        )}
        {shown.length < text.length && '…'}
      </bdi>
      {opened &&
        shown.length < text.length &&
        t({ zh: `（仅显示前 ${MOST_OPENED} 字符）`, en: ` (the first ${MOST_OPENED} characters)` })}
      {long && most > 40 && (
        <Button type="link" size="small" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened
            ? t({ zh: '收起', en: 'Less' })
            : t({ zh: `展开（共 ${text.length} 字符）`, en: `More (${text.length} characters)` })}
        </Button>
      )}
    </>
  );
}

/** Stretches never move: their place is their name. */
function keyed(list: readonly Stretch[]): { key: string; stretch: Stretch }[] {
  return list.map((stretch, place) => ({ key: String(place), stretch }));
}
