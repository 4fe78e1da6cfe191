import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { SavedView } from '../../../../../shared/domain/review/dossier.ts';
import { get } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useFailureText } from './failure-message.tsx';
import { type QueueQuery, queryText, readQuery } from './filter-query.ts';
import { SaveView } from './save-view.tsx';
import { ViewList } from './view-list.tsx';
import { VIEWS_KEY, VIEWS_PATH } from './views-api.ts';

interface Given {
  readonly query: QueueQuery;
  readonly onChange: (next: QueueQuery) => void;
}

/** Views that people have saved: open, save the current one, share, delete, make one's default. */
export function SavedViews({ query, onChange }: Given) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const title = t({ zh: '保存的视图', en: 'Saved views' });
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Modal open={open} title={title} footer={null} onCancel={() => setOpen(false)} width={560} destroyOnHidden>
        <Views
          query={query}
          onChange={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
        <SaveView query={query} />
      </Modal>
    </>
  );
}

function Views({ query, onChange }: Given) {
  const { t } = useLanguage();
  const textOf = useFailureText();
  const views = useQuery({
    queryKey: VIEWS_KEY,
    queryFn: ({ signal }) => get<readonly SavedView[]>(VIEWS_PATH, undefined, { signal }),
  });
  if (views.isError) {
    return (
      <p role="alert">
        {textOf(views.error)}{' '}
        <Button size="small" onClick={() => void views.refetch()}>
          {t({ zh: '重试', en: 'Try again' })}
        </Button>
      </p>
    );
  }
  if (views.data === undefined) return <p role="status">{t({ zh: '载入中 …', en: 'Loading …' })}</p>;
  if (views.data.length === 0)
    return <p className="queue-quiet">{t({ zh: '还没有保存的视图', en: 'No view has been saved' })}</p>;
  return (
    <ViewList
      views={views.data}
      current={queryText(query)}
      // Somebody else may have written it: it is read like any address.
      onOpen={(view) => onChange(readQuery(new URLSearchParams(view.query)))}
    />
  );
}
