import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import type { SavedView } from '../../../../../shared/domain/review/dossier.ts';
import { post } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useFailureText } from './failure-message.tsx';
import { type QueueQuery, queryText } from './filter-query.ts';
import { LONGEST_NAME, VIEWS_KEY, VIEWS_PATH } from './views-api.ts';

/** Gives what the queue shows at the moment a name. */
export function SaveView({ query }: { readonly query: QueueQuery }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const nameId = useId();
  const save = useMutation({
    mutationFn: () => post<SavedView>(VIEWS_PATH, { name: name.trim(), query: queryText(query), shared }),
    onSuccess: async () => {
      setName('');
      setShared(false);
      message.success(t({ zh: '视图已保存', en: 'The view is saved' }));
      await client.invalidateQueries({ queryKey: VIEWS_KEY });
    },
  });
  return (
    <form
      className="queue-save-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && !save.isPending) save.mutate();
      }}
    >
      <h2>{t({ zh: '保存当前视图', en: 'Save this view' })}</h2>
      <div className="queue-field">
        <label className="queue-label" htmlFor={nameId}>
          {t({ zh: '名称', en: 'Name' })}
        </label>
        <Input id={nameId} value={name} maxLength={LONGEST_NAME} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="queue-save-view-end">
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t({ zh: '与同事共享', en: 'Share with colleagues' })}
        </Checkbox>
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={save.isPending}>
          {t({ zh: '保存', en: 'Save' })}
        </Button>
      </div>
      {save.isError && (
        <p role="alert" className="queue-failure">
          {textOf(save.error)}
        </p>
      )}
    </form>
  );
}
