import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Facet } from '../../../../../shared/domain/review/dossier.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { FACET_NAMES } from './words.ts';

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** Null while it is not known. */
  readonly count: number | null;
  readonly chosen: boolean;
}

const FEW = 8;
/** More than this nobody looks through; the field narrows them. */
const MOST = 100;

/** One facet of the panel: its values with their counts, the chosen first. */
export function FacetSection({
  facet,
  choices,
  open,
  onToggle,
}: {
  readonly facet: Facet;
  readonly choices: readonly Choice[];
  readonly open: boolean;
  readonly onToggle: (value: string) => void;
}) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const [wanted, setWanted] = useState('');
  const name = t(FACET_NAMES[facet]);
  const words = wanted.trim().toLowerCase();
  const matching = words === '' ? choices : choices.filter((each) => `${each.name} ${each.value}`.toLowerCase().includes(words));
  const shown = matching.slice(0, all || words !== '' ? MOST : FEW);
  const chosen = choices.filter((each) => each.chosen).length;
  return (
    <details className="queue-facet" open={open}>
      <summary>
        {name}
        {chosen > 0 && <span className="queue-facet-chosen">{chosen}</span>}
      </summary>
      {choices.length > FEW && (
        <Input
          size="small"
          allowClear
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          placeholder={t({ zh: `在 ${choices.length} 项中查找`, en: `Find among ${choices.length}` })}
          aria-label={t({ zh: `查找${name}`, en: `Find in ${name}` })}
        />
      )}
      <ul>
        {shown.map(({ value, name: valueName, count, chosen: on }) => (
          <li key={value}>
            <label title={valueName === value ? value : `${valueName} (${value})`}>
              <input type="checkbox" checked={on} onChange={() => onToggle(value)} />
              <bdi className="queue-facet-name">{valueName}</bdi>
              <span className="queue-facet-count">{count ?? ''}</span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="queue-quiet">{t({ zh: '没有可选的值', en: 'No values' })}</p>}
      {words === '' && matching.length > FEW && (
        <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t({ zh: '收起', en: 'Less' }) : t({ zh: `全部 ${matching.length} 项`, en: `All ${matching.length}` })}
        </Button>
      )}
    </details>
  );
}
