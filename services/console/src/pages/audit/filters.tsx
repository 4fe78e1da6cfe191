import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import type { AccountName } from '../../../../../shared/domain/review/account.ts';
import { AUDIT_ACTIONS } from '../../../../../shared/domain/review/audit.ts';
import { get } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import type { AuditFilter } from './filter.ts';
import { ACTION_NAMES } from './words.ts';

interface Given {
  readonly filter: AuditFilter;
  readonly set: (name: keyof AuditFilter, value: string) => void;
  readonly clear: () => void;
}

/** What the log is narrowed by. */
export function Filters({ filter, set, clear }: Given) {
  const { t } = useLanguage();
  const id = useId();
  const [submission, setSubmission] = useState(filter.submission ?? '');
  // "Back" changes the address under the field.
  useEffect(() => setSubmission(filter.submission ?? ''), [filter.submission]);
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => get<readonly AccountName[]>('/v1/review/colleagues', undefined, { signal }),
    staleTime: 60_000,
  });
  const anybody = t({ zh: '所有人', en: 'Anybody' });
  const people = (colleagues.data ?? []).map(({ id: account, displayName }) => ({
    value: account,
    label: visibleText(displayName, 60),
  }));
  // Somebody who has left is still in the log.
  if (filter.account !== null && !people.some(({ value }) => value === filter.account))
    people.push({ value: filter.account, label: filter.account });
  return (
    <form
      className="audit-filters"
      aria-label={t({ zh: '筛选', en: 'Filter' })}
      onSubmit={(event) => {
        event.preventDefault();
        set('submission', submission.trim());
      }}
    >
      <div>
        <label htmlFor={`${id}-submission`}>{t({ zh: '送审编号', en: 'Submission' })}</label>
        <Input
          id={`${id}-submission`}
          type="search"
          maxLength={64}
          value={submission}
          onChange={({ target }) => {
            setSubmission(target.value);
            if (target.value === '') set('submission', '');
          }}
          onBlur={() => set('submission', submission.trim())}
        />
      </div>
      <div>
        <label htmlFor={`${id}-account`}>{t({ zh: '操作人', en: 'By' })}</label>
        <Select<string>
          id={`${id}-account`}
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.account ?? ''}
          onChange={(value) => set('account', value)}
          options={[{ value: '', label: anybody }, ...people]}
        />
      </div>
      <div>
        <label htmlFor={`${id}-action`}>{t({ zh: '操作', en: 'Action' })}</label>
        <Select<string>
          id={`${id}-action`}
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.action ?? ''}
          onChange={(value) => set('action', value)}
          options={[
            { value: '', label: t({ zh: '全部', en: 'All' }) },
            ...AUDIT_ACTIONS.map((action) => ({ value: action, label: t(ACTION_NAMES[action]) })),
          ]}
        />
      </div>
      {(['from', 'to'] as const).map((end) => (
        <div key={end}>
          <label htmlFor={`${id}-${end}`}>
            {end === 'from' ? t({ zh: '从（含当日）', en: 'From' }) : t({ zh: '到（含当日）', en: 'To, that day included' })}
          </label>
          <Input id={`${id}-${end}`} type="date" value={filter[end] ?? ''} onChange={({ target }) => set(end, target.value)} />
        </div>
      ))}
      <Button htmlType="submit" type="primary">
        {t({ zh: '查找', en: 'Find' })}
      </Button>
      <Button
        onClick={() => {
          setSubmission('');
          clear();
        }}
      >
        {t({ zh: '清除筛选', en: 'Clear' })}
      </Button>
    </form>
  );
}
