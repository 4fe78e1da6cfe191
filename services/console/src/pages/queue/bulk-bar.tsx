import { useMutation } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { may } from '../../../../../shared/domain/review/account.ts';
import { useMay, useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import type { Shortcut } from '../../shell/shortcut-registry.ts';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { assignAll, type BulkResult } from './bulk.ts';
import { BulkDecisionDialog } from './bulk-decision.tsx';
import { BulkResults } from './bulk-results.tsx';
import type { ListedRow } from './dossier-list.ts';
import { useFailureText } from './failure-message.tsx';
import { MOST_SELECTED, type Selection } from './selection.ts';
import { useColleagues } from './use-facets.ts';

const NOBODY = '';
const SCOPE = { zh: '审核队列：所选案卷', en: 'Queue: the selected' } as const;

interface Given {
  readonly rows: readonly ListedRow[];
  readonly selection: Selection;
  readonly changed: (submissions: readonly string[]) => void;
  /** The bar or its dialog has gone with the focus in it. */
  readonly onGone: () => void;
}

/** What can be done with the selected rows; it stands over the end of the page, so that nothing moves when it comes. */
export function BulkBar({ rows, selection, changed, onGone }: Given) {
  const { t } = useLanguage();
  const { account } = useSession();
  const mayAssign = useMay('assign');
  const mayDecide = useMay('decide');
  const [deciding, setDeciding] = useState(false);
  const chosen = rows.filter((row) => selection.ids.has(row.submission));
  const names = new Map(chosen.map((row) => [row.submission, row.app.name]));
  const assignment = useAssignment(selection, names, changed, onGone);
  const ids = chosen.map((row) => row.submission);
  const shortcuts: Shortcut[] = [];
  if (mayDecide) {
    shortcuts.push({
      keys: 'a',
      label: { zh: '把所选指派给我', en: 'Assign the selected to me' },
      do: () => assignment.assign(ids, account.id),
    });
  }
  if (mayAssign && mayDecide) {
    shortcuts.push({ keys: 'd', label: { zh: '批量决定所选', en: 'Decide the selected' }, do: () => setDeciding(true) });
  }
  useShortcuts(chosen.length === 0 ? [] : shortcuts, SCOPE);
  if (chosen.length === 0 && !deciding) return null;
  const full = selection.ids.size >= MOST_SELECTED;
  return (
    <section className="queue-bar" aria-label={t({ zh: '对所选案卷的操作', en: 'What to do with the selected' })}>
      <strong>
        {t({ zh: `已选 ${chosen.length} 条`, en: `${chosen.length} selected` })}
        {full && t({ zh: '（已达上限）', en: ' (the most at once)' })}
      </strong>
      {mayDecide && (
        <Button loading={assignment.busy} onClick={() => assignment.assign(ids, account.id)}>
          {t({ zh: '指派给我', en: 'Assign to me' })}
        </Button>
      )}
      {mayAssign && <ColleaguePicker disabled={assignment.busy} onPick={(assignee) => assignment.assign(ids, assignee)} />}
      {!mayAssign && (
        <Button disabled={assignment.busy} onClick={() => assignment.assign(ids, null)}>
          {t({ zh: '退回未分配', en: 'Give back' })}
        </Button>
      )}
      {mayAssign && mayDecide && (
        <Button type="primary" onClick={() => setDeciding(true)}>
          {t({ zh: '批量决定 …', en: 'Decide together …' })}
        </Button>
      )}
      <Button
        type="text"
        onClick={() => {
          selection.set([]);
          onGone();
        }}
      >
        {t({ zh: '清除选择', en: 'Clear' })}
      </Button>
      {deciding && (
        <BulkDecisionDialog
          rows={chosen}
          selection={selection}
          changed={changed}
          onClose={() => {
            setDeciding(false);
            onGone();
          }}
        />
      )}
    </section>
  );
}

/** Assigns; what failed stays selected, and a dialog says why. */
function useAssignment(selection: Selection, names: ReadonlyMap<string, string>, changed: Given['changed'], onGone: () => void) {
  const { t } = useLanguage();
  const { message, modal } = App.useApp();
  const textOf = useFailureText();
  const assign = useMutation({
    mutationFn: ({ ids, assignee }: { readonly ids: readonly string[]; readonly assignee: string | null }) =>
      assignAll(ids, assignee),
    onSuccess: (results: readonly BulkResult[]) => {
      const failed = results.filter(({ problem }) => problem !== null);
      selection.set(failed.map(({ submission }) => submission));
      const done = results.length - failed.length;
      if (failed.length === 0) {
        message.success(t({ zh: `${done} 条已更新`, en: `${done} updated` }));
        onGone();
      } else {
        modal.warning({
          title: t({ zh: `${done} 条成功，${failed.length} 条失败`, en: `${done} done, ${failed.length} failed` }),
          content: <BulkResults results={results} names={names} />,
          width: 640,
        });
      }
    },
    onError: (error) => void message.error(textOf(error)),
    onSettled: (_data, _error, { ids }) => changed(ids),
  });
  return {
    busy: assign.isPending,
    assign: (ids: readonly string[], assignee: string | null) => assign.mutate({ ids, assignee }),
  };
}

function ColleaguePicker({
  disabled,
  onPick,
}: {
  readonly disabled: boolean;
  readonly onPick: (assignee: string | null) => void;
}) {
  const { t } = useLanguage();
  const colleagues = useColleagues();
  // Only who may decide can be given something.
  const reviewers = (colleagues.data ?? []).filter(({ role }) => may(role, 'decide'));
  const label = t({ zh: '指派给 …', en: 'Assign to …' });
  return (
    <Select<string>
      className="queue-colleagues"
      aria-label={label}
      placeholder={label}
      disabled={disabled}
      loading={colleagues.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      status={colleagues.isError ? 'error' : ''}
      notFoundContent={
        colleagues.isError
          ? t({ zh: '同事名单没有取到', en: 'The colleagues did not arrive' })
          : t({ zh: '没有同事', en: 'Nobody' })
      }
      onChange={(value) => onPick(value === NOBODY ? null : value)}
      options={[
        { value: NOBODY, label: t({ zh: '（未分配）', en: '(nobody)' }) },
        ...reviewers.map(({ id, displayName }) => ({ value: id, label: visibleText(displayName, 60) })),
      ]}
    />
  );
}
