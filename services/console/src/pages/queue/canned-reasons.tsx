import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { DecisionKind } from '../../../../../shared/domain/review/decision.ts';
import type { CannedReason } from '../../../../../shared/domain/review/reason.ts';
import { get } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { visibleText } from '../../shell/visible-characters.ts';

interface Given {
  readonly kind: DecisionKind;
  readonly value: string | undefined;
  readonly onPick: (reason: CannedReason) => void;
}

/** Words that are used again and again, those for this kind of decision. */
export function CannedReasons({ kind, value, onPick }: Given) {
  const { t } = useLanguage();
  const reasons = useQuery({
    queryKey: ['reasons'],
    queryFn: ({ signal }) => get<readonly CannedReason[]>('/v1/review/reasons', undefined, { signal }),
    staleTime: 60_000,
  });
  const offered = (reasons.data ?? []).filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind));
  const label = t({ zh: '常用理由', en: 'Canned reasons' });
  return (
    <Select<string>
      className="queue-field queue-wide"
      aria-label={label}
      placeholder={
        reasons.isError
          ? t({ zh: '常用理由没有取到，请直接填写', en: 'The canned reasons did not arrive; write your own' })
          : label
      }
      loading={reasons.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      value={offered.some(({ id }) => id === value) ? value : null}
      onChange={(id) => {
        const picked = offered.find((each) => each.id === id);
        if (picked !== undefined) onPick(picked);
      }}
      options={offered.map(({ id, title, clause }) => ({
        value: id,
        label: visibleText(clause === null ? t(title) : `${t(title)} · ${clause}`, 120),
      }))}
    />
  );
}
