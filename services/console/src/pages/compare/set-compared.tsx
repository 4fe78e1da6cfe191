import { useState } from 'react';
import type { SetDifference } from '../../../../../shared/domain/review/version-comparison.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';

/** Names shown before the rest is folded away. */
const SHOWN = 30;

interface Given {
  readonly title: Bilingual;
  readonly set: SetDifference;
  /** Names to look at first. */
  readonly dangerous?: readonly string[];
  /** What the names stand for. */
  readonly names?: Readonly<Record<string, Bilingual>>;
}

/** What was added and removed; what both have is counted. */
export function SetCompared({ title, set, dangerous = [], names = {} }: Given) {
  const { t } = useLanguage();
  const { added, removed, kept, omitted } = set;
  const same = added.length === 0 && removed.length === 0;
  return (
    <div className="compare-set">
      <h3>{t(title)}</h3>
      {same && <p className="compare-quiet">{t({ zh: '没有变化', en: 'No change' })}</p>}
      <Names kind="added" list={added} dangerous={dangerous} names={names} />
      <Names kind="removed" list={removed} dangerous={dangerous} names={names} />
      <p className="compare-quiet">
        {t({ zh: `两个版本都有 ${kept.length} 项`, en: `${kept.length} in both` })}
        {omitted > 0 && t({ zh: `；另有 ${omitted} 项未列出`, en: `; ${omitted} more are not listed` })}
      </p>
    </div>
  );
}

interface NamesGiven {
  readonly kind: 'added' | 'removed';
  readonly list: readonly string[];
  readonly dangerous: readonly string[];
  readonly names: Readonly<Record<string, Bilingual>>;
}

const KINDS = {
  added: { sign: '+', name: { zh: '新增', en: 'Added' } },
  removed: { sign: '−', name: { zh: '移除', en: 'Removed' } },
} as const;

function Names({ kind, list, dangerous, names }: NamesGiven) {
  const { t } = useLanguage();
  const [opened, setOpened] = useState(false);
  if (list.length === 0) return null;
  const { sign, name } = KINDS[kind];
  // What is dangerous stands first.
  const ordered = [...list].sort((a, b) => Number(dangerous.includes(b)) - Number(dangerous.includes(a)));
  const shown = opened ? ordered : ordered.slice(0, SHOWN);
  return (
    <>
      <h4>
        {t(name)} <span className="compare-count">{list.length}</span>
      </h4>
      <ul className={`compare-names compare-${kind}`}>
        {shown.map((each) => (
          <li key={each}>
            <span aria-hidden="true">{sign} </span>
            <Untrusted text={each} most={120} />
            {names[each] !== undefined && <span className="compare-quiet"> {t(names[each])}</span>}
            {dangerous.includes(each) && <span className="compare-dangerous">{t({ zh: '危险权限', en: 'dangerous' })}</span>}
          </li>
        ))}
      </ul>
      {list.length > SHOWN && (
        <button type="button" className="compare-more" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? t({ zh: '收起', en: 'Less' }) : t({ zh: `全部 ${list.length} 项`, en: `All ${list.length}` })}
        </button>
      )}
    </>
  );
}
