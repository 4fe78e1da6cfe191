import { Button } from 'antd';
import { useEffect } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import type { DossierList } from './dossier-list.ts';
import type { Connection } from './live-changes.ts';
import { useNow } from './use-now.ts';

const SCOPE = { zh: '审核队列', en: 'Queue' } as const;

interface Given {
  readonly list: DossierList;
  readonly connection: Connection;
  readonly onReload: () => void;
  readonly onRetry: () => void;
}

/** One line of a fixed height above the rows: how many there are, what has changed since, whether the page still hears of changes. */
export function StatusLine({ list, connection, onReload, onRetry }: Given) {
  const { t } = useLanguage();
  const { arrived, outdated, rows } = list.updates;
  const left = [...rows.values()].filter((row) => row.left).length;
  const news = useNews(arrived.size, left, outdated);
  useShortcuts([{ keys: 'r', label: { zh: '重新载入列表', en: 'Reload the list' }, do: onReload }], SCOPE);
  useEffect(() => {
    if (news !== null) announce(news);
  }, [news]);
  const known = list.pages.data !== undefined;
  return (
    <div className="queue-status">
      <span>{known && t({ zh: `共 ${total(list)} 条`, en: list.total === 1 ? '1 dossier' : `${total(list)} dossiers` })}</span>
      {news !== null && (
        <Button size="small" type="primary" onClick={onReload}>
          {news} {t({ zh: '刷新', en: 'Refresh' })}
        </Button>
      )}
      <span className="queue-status-end">
        {connection.state === 'live' ? (
          known && <span className="queue-quiet">{t({ zh: '● 实时更新', en: '● Live' })}</span>
        ) : (
          <Offline retryAt={connection.retryAt} onRetry={onRetry} />
        )}
      </span>
    </div>
  );
}

const total = (list: DossierList): string => (list.complete ? list.rows.length : list.total).toLocaleString('en');

function useNews(arrived: number, left: number, outdated: boolean): string | null {
  const { t } = useLanguage();
  if (outdated) return t({ zh: '列表有较多变化', en: 'Much has changed' });
  const parts = [
    arrived > 0 ? t({ zh: `${arrived} 条新案卷`, en: `${arrived} new` }) : null,
    left > 0 ? t({ zh: `${left} 条已离开本列表`, en: `${left} left this list` }) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(t({ zh: '，', en: ', ' }));
}

function Offline({ retryAt, onRetry }: { readonly retryAt: number; readonly onRetry: () => void }) {
  const { t } = useLanguage();
  const seconds = Math.max(0, Math.ceil((retryAt - useNow(1000)) / 1000));
  return (
    <>
      <span role="status" className="queue-offline">
        {t({ zh: '连接中断，列表可能不是最新', en: 'Not connected: the list may be out of date' })}
      </span>{' '}
      <span className="queue-quiet">{t({ zh: `${seconds} 秒后重试`, en: `trying again in ${seconds} s` })}</span>{' '}
      <Button size="small" onClick={onRetry}>
        {t({ zh: '立即重试', en: 'Try now' })}
      </Button>
    </>
  );
}
