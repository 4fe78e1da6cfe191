import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Modal, Popover } from 'antd';
import { useId, useState } from 'react';
import type { SavedView } from '../../../../../shared/domain/review/dossier.ts';
import { del, get, post } from '../../api/client.ts';
import { useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { defaultView, rememberDefaultView } from './default-view.ts';
import { useFailureText } from './failure-message.tsx';
import { type QueueQuery, queryText, readQuery } from './filter-query.ts';

const KEY = ['views'] as const;
const PATH = '/v1/review/views';
const LONGEST_NAME = 60;

/** Views that people have saved: open, save the current one, share, delete, make one's default. */
export function SavedViews({ query, onChange }: { readonly query: QueueQuery; readonly onChange: (next: QueueQuery) => void }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const views = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await get<{ views: readonly SavedView[] }>(PATH, undefined, { signal })).views,
  });
  const textOf = useFailureText();
  const title = t({ zh: '保存的视图', en: 'Saved views' });
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        title={title}
        content={
          <div className="queue-views">
            {views.isError && (
              <p role="alert">
                {textOf(views.error)}{' '}
                <Button size="small" onClick={() => void views.refetch()}>
                  {t({ zh: '重试', en: 'Try again' })}
                </Button>
              </p>
            )}
            {views.data?.length === 0 && (
              <p className="queue-quiet">{t({ zh: '还没有保存的视图', en: 'No view has been saved' })}</p>
            )}
            <ViewList
              views={views.data ?? []}
              current={queryText(query)}
              onOpen={(view) => {
                setOpen(false);
                onChange(readQuery(new URLSearchParams(view.query)));
              }}
            />
            <Button
              type="primary"
              block
              onClick={() => {
                setOpen(false);
                setSaving(true);
              }}
            >
              {t({ zh: '保存当前视图 …', en: 'Save this view …' })}
            </Button>
          </div>
        }
      >
        <Button aria-haspopup="dialog" aria-expanded={open}>
          {title}
        </Button>
      </Popover>
      {saving && <SaveView query={query} onDone={() => setSaving(false)} />}
    </>
  );
}

function ViewList({
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
    mutationFn: (view: SavedView) => del(`${PATH}/${encodeURIComponent(view.id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
    onError: (error) => void message.error(textOf(error)),
  });
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
              aria-label={t({ zh: `把 ${name} 设为我的默认视图`, en: `Make ${name} my default view` })}
              title={t({ zh: '打开队列时显示', en: 'Shown when the queue is opened' })}
              onClick={() => makeStandard(view)}
            >
              {standard === view.query ? t({ zh: '★ 默认', en: '★ default' }) : t({ zh: '☆ 设为默认', en: '☆ default' })}
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

function SaveView({ query, onDone }: { readonly query: QueueQuery; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const nameId = useId();
  const save = useMutation({
    mutationFn: () => post<SavedView>(PATH, { name: name.trim(), query: queryText(query), shared }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY });
      message.success(t({ zh: '视图已保存', en: 'The view is saved' }));
      onDone();
    },
  });
  return (
    <Modal
      open
      title={t({ zh: '保存当前视图', en: 'Save this view' })}
      okText={t({ zh: '保存', en: 'Save' })}
      cancelText={t({ zh: '取消', en: 'Cancel' })}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onDone}
    >
      <div className="queue-field">
        <label htmlFor={nameId}>{t({ zh: '名称', en: 'Name' })}</label>
        <Input
          id={nameId}
          autoFocus
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={(event) => {
            if (name.trim() !== '' && !event.nativeEvent.isComposing) save.mutate();
          }}
        />
      </div>
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t({ zh: '与同事共享', en: 'Share with colleagues' })}
      </Checkbox>
      {save.isError && (
        <p role="alert" className="queue-failure">
          {textOf(save.error)}
        </p>
      )}
    </Modal>
  );
}
