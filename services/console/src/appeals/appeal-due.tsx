import { useEffect, useState } from 'react';
import { formatRelative, formatTime } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';

/** Until when the appeal is to be answered; what is late says so in words. */
export function AppealDue({ at }: { readonly at: string }) {
  const { t, language } = useLanguage();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const late = Date.parse(at) < now;
  return (
    <time dateTime={at} className={late ? 'appeal-late' : ''} data-testid="appeal-due">
      {t({ zh: `须在 ${formatTime(at, language)} 前答复`, en: `to be answered by ${formatTime(at, language)}` })}
      {` (${late ? t({ zh: '已超期，', en: 'overdue, ' }) : ''}${formatRelative(at, now, language)})`}
    </time>
  );
}
