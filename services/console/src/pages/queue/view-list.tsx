import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { SavedView } from '../../../../../shared/domain/review/dossier.ts';
import { del } from '../../api/client.ts';
import { useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { defaultView, rememberDefaultView } from './default-view.ts';
import { useFailureText } from './failure-message.tsx';
import { LONGEST_NAME, VIEWS_KEY, VIEWS_PATH } from './views-api.ts';

/** The saved views: open one, make it one's default, delete one's own. */
export function ViewList({
  views,
  current,
  onOpen,
}: {
  readonly views: readonly SavedView[];
  readonly current: string;
  readonly onOpen: (view: SavedView) => void;
}) {
  const { t } = useLanguage();
  const { account } = useSession();
  const client = useQueryClient();
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [standard, setStandard] = useState(() => defaultView(account.id));
  const remove = useMutation({
    mutationFn: (view: SavedView) => del(`${VIEWS_PATH}/${encodeURIComponent(view.id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: VIEWS_KEY }),
    onError: (error) => void message.error(textOf(error)),
  });
  const mark = (view: SavedView) =>
    standard === view.query ? t({ zh: '★ 默认', en: '★ my default' }) : t({ zh: '☆ 设为默认', en: '☆ make it my default' });
  const makeStandard = (view: SavedView) => {
    const next = standard === view.query ? null : view.query;
    rememberDefaultView(account.id, next);
    setStandard(next);
  };
  return (
    <ul className="queue-view-list">
      {views.map((view) => {
        const name = visibleText(view.name, LONGEST_NAME);
        return (
          <li key={view.id}>
            <Button type="link" aria-current={view.query === current ? 'page' : undefined} onClick={() => onOpen(view)}>
              <Untrusted text={view.name} most={LONGEST_NAME} />
            </Button>
            {view.shared && (
              <span className="queue-quiet">
                {view.mine ? t({ zh: '已共享', en: 'shared' }) : t({ zh: '同事共享', en: 'from a colleague' })}
              </span>
            )}
            <Button
              type="text"
              size="small"
              aria-pressed={standard === view.query}
              aria-label={`${mark(view)} ${name}`}
              title={t({ zh: '打开队列时显示', en: 'Shown when the queue is opened' })}
              onClick={() => makeStandard(view)}
            >
              {mark(view)}
            </Button>
            {view.mine && (
              <Button
                type="text"
                size="small"
                danger
                loading={remove.isPending && remove.variables.id === view.id}
                aria-label={t({ zh: `删除视图 ${name}`, en: `Delete the view ${name}` })}
                onClick={() => remove.mutate(view)}
              >
                {t({ zh: '删除', en: 'Delete' })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
