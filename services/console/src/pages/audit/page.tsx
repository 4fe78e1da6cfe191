import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import type { AuditEntry } from '../../../../../shared/domain/review/audit.ts';
import { get } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import './audit.css';
import { Entry } from './entry.tsx';
import { type AuditFilter, filterOf, queryOf } from './filter.ts';
import { Filters } from './filters.tsx';
import { Verification } from './verification.tsx';

const TITLE = { zh: '审计日志', en: 'Audit log' } as const;

interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly nextBefore: string | null;
}

/** Who did what and when, newest first. */
export default function AuditLogPage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const set = (name: keyof AuditFilter, value: string) => {
    if ((params.get(name) ?? '') === value) return;
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  return (
    <>
      <h1>{t(TITLE)}</h1>
      <Verification />
      <Filters filter={filter} set={set} clear={() => setParams({})} />
      <Entries filter={filter} />
    </>
  );
}

function Entries({ filter }: { readonly filter: AuditFilter }) {
  const { t } = useLanguage();
  const query = queryOf(filter);
  const log = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam, signal }) => get<AuditPage>('/v1/review/audit', { ...query, before: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
  });
  if (log.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (log.isError && log.data === undefined) return <LoadFailed error={log.error} retry={() => log.refetch()} />;
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  if (entries.length === 0) return <p>{t({ zh: '没有符合条件的记录。', en: 'Nothing in the log fits.' })}</p>;
  return (
    <>
      <ol className="audit-entries" aria-label={t({ zh: '记录', en: 'Entries' })}>
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </ol>
      {log.isFetchNextPageError && <LoadFailed error={log.error} retry={() => log.fetchNextPage()} />}
      {log.hasNextPage && !log.isFetchNextPageError && (
        <Button block loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
          {t({ zh: '更早的记录', en: 'Earlier entries' })}
        </Button>
      )}
    </>
  );
}
