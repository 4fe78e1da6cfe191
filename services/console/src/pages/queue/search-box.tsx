import { Input, type InputRef } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import { Keys } from '../../shell/shortcuts-dialog.tsx';
import { LONGEST_TEXT, searchable } from './filter-query.ts';

const REST_MS = 300;
const SCOPE = { zh: '审核队列', en: 'Queue' } as const;
const LABEL = { zh: '搜索应用名、包名、开发者、送审编号', en: 'Search app, package, developer, submission id' } as const;

/** Full-text search: it searches when one stops typing, and not while an input method is still composing. */
export function SearchBox({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const { t } = useLanguage();
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState(text);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(onSearch);
  latest.current = onSearch;

  const sent = useRef(text);
  const stop = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  // The address has changed by another way (back, a view, a tag taken away): the field follows. Its own search is no such change, or
  // what was typed since would be lost.
  useEffect(() => {
    if (sent.current === text) return;
    sent.current = text;
    stop();
    setTyped(text);
  }, [text, stop]);
  useEffect(() => stop, [stop]);
  const search = (value: string, at: 'once' | 'soon') => {
    stop();
    const send = () => {
      sent.current = searchable(value);
      latest.current(sent.current);
    };
    if (at === 'once') send();
    else timer.current = setTimeout(send, REST_MS);
  };
  useShortcuts([{ keys: '/', label: { zh: '搜索', en: 'Search' }, do: () => field.current?.focus({ cursor: 'all' }) }], SCOPE);
  return (
    <Input
      ref={field}
      type="search"
      className="queue-search"
      value={typed}
      maxLength={LONGEST_TEXT}
      allowClear
      aria-label={t(LABEL)}
      placeholder={t(LABEL)}
      suffix={typed === '' ? <Keys keys="/" /> : <span />}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        search(event.currentTarget.value, 'soon');
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        if (!composing.current) search(event.target.value, event.target.value === '' ? 'once' : 'soon');
      }}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) search(event.currentTarget.value, 'once');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') field.current?.blur();
      }}
    />
  );
}
