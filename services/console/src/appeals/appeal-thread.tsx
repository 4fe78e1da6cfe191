import { useLanguage } from '../i18n/language.tsx';
import { LoadFailed } from '../shell/load-failed.tsx';
import { AppealCard } from './appeal-card.tsx';
import './appeals.css';
import { useAppeals } from './use-appeals.ts';

/** 申诉: what the developer says against the decision, with its deadline, and the answers; the newest appeal first. */
export function AppealThread({ submission }: { readonly submission: string }) {
  const { t } = useLanguage();
  const query = useAppeals(submission);
  if (query.data === undefined) {
    return query.isError ? (
      <LoadFailed error={query.error} retry={() => void query.refetch()} />
    ) : (
      <p role="status">{t({ zh: '正在读取申诉…', en: 'Loading the appeals…' })}</p>
    );
  }
  if (query.data.length === 0) return <p>{t({ zh: '没有申诉。', en: 'There is no appeal.' })}</p>;
  return (
    <div className="appeals" data-testid="appeals">
      {[...query.data].reverse().map((appeal) => (
        <AppealCard key={appeal.id} appeal={appeal} />
      ))}
    </div>
  );
}
