import { useEffect, useState } from 'react';
import { formatRelative, formatTime } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/language.tsx';

/** Until when it has to be decided; what is late says so. */
export function DueTime({ at, open }: { readonly at: string; readonly open: boolean }) {
  const { t, language } = useLanguage();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const late = open && Date.parse(at) < now;
  return (
    <time dateTime={at} className={late ? 'due-late' : ''}>
      {formatTime(at, language)}
      {open && ` (${late ? t({ zh: '已超期，', en: 'overdue, ' }) : ''}${formatRelative(at, now, language)})`}
    </time>
  );
}
