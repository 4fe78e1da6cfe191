import { App } from 'antd';
import { useCallback, useRef } from 'react';
import { addressOf } from '../../api/client.ts';
import { useMay } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { useClaims } from './claims.ts';
import { useDossierList } from './dossier-list.ts';
import { DossierTable } from './dossier-table.tsx';
import { useFailureText } from './failure-message.tsx';
import { apiFilter, type QueueQuery } from './filter-query.ts';
import { type Changes, useLiveChanges } from './live-changes.ts';
import { NothingHere } from './nothing-here.tsx';
import { useSelection } from './selection.ts';
import { ListSkeleton } from './skeleton.tsx';
import { StatusLine } from './status-line.tsx';
import { takeOver } from './take-over-changes.ts';
import { useFreshFacets } from './use-facets.ts';
import { useRowCursor } from './use-row-cursor.ts';

const SCOPE = { zh: '审核队列：列表', en: 'Queue: the list' } as const;

/** Longer than a dialog takes to close. */
const FOCUS_MS = 400;

interface Given {
  readonly query: QueueQuery;
  readonly text: string;
  readonly onChange: (next: QueueQuery) => void;
}

/** The rows of one query with everything that can be done to them. */
export function QueueList({ query, text, onChange }: Given) {
  const { t } = useLanguage();
  const list = useDossierList(query, text);
  const mayDecide = useMay('decide');
  const mayAssign = useMay('assign');
  const kept = useSelection(text);
  const selection = mayDecide || mayAssign ? kept : null;
  const cursor = useRowCursor(text, list.rows);
  const textOf = useFailureText();
  const { message } = App.useApp();
  const freshFacets = useFreshFacets();
  const latest = useRef(list);
  latest.current = list;

  const reload = useCallback(() => {
    window.scrollTo({ top: 0 });
    latest.current.reload().then(
      () => announce(t({ zh: '列表已更新', en: 'The list is up to date' })),
      (error: unknown) => void message.error(textOf(error)),
    );
  }, [t, textOf, message]);
  const onChanges = async ({ version, submissions, complete }: Changes) => {
    // Nothing is there that could jump.
    if (latest.current.rows.length === 0 && (submissions.length > 0 || !complete)) return latest.current.reload();
    const told = complete && (await takeOver(latest.current, query, submissions));
    latest.current.change((before) => ({ ...before, version, outdated: before.outdated || !told }));
    if (submissions.length > 0 || !complete) freshFacets();
  };
  const { connection, retryNow } = useLiveChanges(list.version, onChanges);
  /** One's own changes are shown at once; should that fail, the next live update brings them. */
  const changed = (submissions: readonly string[]) => {
    takeOver(latest.current, query, submissions).then(freshFacets, () => undefined);
  };
  // A dialog gives the focus back a moment after it has closed.
  const onGone = () => void setTimeout(() => cursor.takeLostFocus(), FOCUS_MS);
  const claims = useClaims(changed);
  const atCursor = list.rows[cursor.index];
  useShortcuts(
    mayDecide
      ? [
          {
            keys: 'c',
            label: { zh: '领取或放回', en: 'Take or give back' },
            do: () => {
              if (atCursor !== undefined && !claims.busy) claims.toggle(atCursor);
            },
          },
        ]
      : [],
    SCOPE,
  );

  const { pages, rows } = list;
  return (
    <div className="queue-list">
      <StatusLine list={list} connection={connection} onReload={reload} onRetry={retryNow} />
      {pages.isPending && <ListSkeleton />}
      {pages.isError && rows.length === 0 && <LoadFailed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && rows.length === 0 && <NothingHere query={query} onChange={onChange} />}
      {rows.length > 0 && (
        <DossierTable list={list} cursor={cursor} selection={selection} from={fromOf(query)} onReload={reload} />
      )}
      {selection !== null && <BulkBar rows={rows} selection={selection} changed={changed} onGone={onGone} />}
    </div>
  );
}

/** The list's query as the API takes it, which the submission's page asks for the next dossier. */
function fromOf({ filter, order }: QueueQuery): string {
  return addressOf('', { ...apiFilter(filter), order }).slice(1);
}
