import { Button, Input, Select, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { DECISION_KINDS, type DecisionKind } from '../../../../../shared/domain/review/decision.ts';
import { useMay } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { KIND_NAMES } from '../submission/words.ts';
import { groupReasons, type ReasonGroup } from './grouping.ts';
import { ReasonCard } from './reason-card.tsx';
import { ReasonForm } from './reason-form.tsx';
import './reasons.css';
import { type ClauseName, useClauses, useReasons } from './reasons-api.ts';

const TITLE = { zh: '常用理由', en: 'Canned reasons' } as const;
const NEW = 'new';

/** The words that reviewers use again and again, by clause; what is searched and edited stands in the address. */
export default function ReasonsPage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  const mayEdit = useMay('edit-reasons');
  const reasons = useReasons();
  const clauses = useClauses();
  const [params, setParams] = useSearchParams();
  const words = params.get('q') ?? '';
  const kind = DECISION_KINDS.find((each) => each === params.get('kind')) ?? null;
  const editing = mayEdit ? params.get('edit') : null;
  const set = (name: string, value: string | null, replace = false) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace },
    );
  if (reasons.isError) return <LoadFailed error={reasons.error} retry={() => reasons.refetch()} />;
  const known = clauses.data ?? [];
  const groups = groupReasons(
    reasons.data ?? [],
    known.map(({ id }) => id),
    words,
    kind,
  );
  const edit = (id: string | null) => set('edit', id);

  return (
    <>
      <div className="reasons-head">
        <h1>{t(TITLE)}</h1>
        {mayEdit && (
          <Button type="primary" onClick={() => edit(NEW)} disabled={editing === NEW}>
            {t({ zh: '添加', en: 'Add' })}
          </Button>
        )}
      </div>
      <div className="reasons-tools">
        <Input
          type="search"
          aria-label={t({ zh: '搜索标题、正文、条款', en: 'Search title, text, clause' })}
          placeholder={t({ zh: '搜索标题、正文、条款', en: 'Search title, text, clause' })}
          value={words}
          onChange={({ target }) => set('q', target.value, true)}
        />
        <Select<DecisionKind | ''>
          aria-label={t({ zh: '适用的决定', en: 'Offered for' })}
          className="reasons-kind"
          value={kind ?? ''}
          onChange={(value) => set('kind', value)}
          options={[
            { value: '', label: t({ zh: '全部决定', en: 'All decisions' }) },
            ...DECISION_KINDS.map((each) => ({ value: each, label: t(KIND_NAMES[each]) })),
          ]}
        />
      </div>
      {editing === NEW && <ReasonForm reason={null} clauses={known} onDone={() => edit(null)} />}
      {reasons.isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <Groups groups={groups} clauses={known} editing={editing} edit={edit} />
      )}
    </>
  );
}

interface GroupsGiven {
  readonly groups: readonly ReasonGroup[];
  readonly clauses: readonly ClauseName[];
  readonly editing: string | null;
  readonly edit: (id: string | null) => void;
}

function Groups({ groups, clauses, editing, edit }: GroupsGiven) {
  const { t } = useLanguage();
  if (groups.length === 0)
    return (
      <p>
        {t({ zh: '没有符合条件的常用理由，请换个词或清除筛选。', en: 'Nothing fits: try other words, or clear the filter.' })}
      </p>
    );
  return groups.map(({ clause, reasons }) => {
    const known = clauses.find(({ id }) => id === clause);
    return (
      <section key={clause ?? ''} className="reason-group">
        <h2>{clause === null ? t({ zh: '通用', en: 'General' }) : `${clause}${known ? ` ${t(known.name)}` : ''}`}</h2>
        {known !== undefined && <p className="reason-clause">{t(known.summary)}</p>}
        {reasons.map((reason) =>
          editing === reason.id ? (
            <ReasonForm key={reason.id} reason={reason} clauses={clauses} onDone={() => edit(null)} />
          ) : (
            <ReasonCard key={reason.id} reason={reason} onEdit={() => edit(reason.id)} />
          ),
        )}
      </section>
    );
  });
}
