import { useMemo } from 'react';
import type { TextChange, VersionComparison } from '../../../../../shared/domain/review/version-comparison.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { type Stretch, withinSentences } from './within-sentences.ts';

/** Characters of one stretch that are shown before the rest is folded away. */
const SHOWN = 2_000;

/** The policy's text as a diff: removed and added stand in their place, what both have far from any change is counted. */
export function PolicyDiff({ policy }: { readonly policy: NonNullable<VersionComparison['policy']> }) {
  const { t } = useLanguage();
  const parts = useMemo(() => withinSentences(policy.changes), [policy]);
  const changed = policy.changes.some(({ kind }) => kind === 'added' || kind === 'removed');
  if (!changed && !policy.truncated)
    return <p className="compare-quiet">{t({ zh: '两份政策文字相同。', en: 'Both texts are the same.' })}</p>;
  return (
    <>
      {policy.truncated && (
        <p role="note" className="compare-note">
          {t({
            zh: '文字过长或改动过多，只显示一部分；未显示的以字数代替。',
            en: 'The texts are too long or too different to be shown whole; what is left out is counted.',
          })}
        </p>
      )}
      <div className="compare-policy">
        {parts.map(({ change, stretches, key }) => (
          <Part key={key} change={change} stretches={stretches} />
        ))}
      </div>
    </>
  );
}

function Part({ change, stretches }: { readonly change: TextChange; readonly stretches: readonly Stretch[] | null }) {
  const { t } = useLanguage();
  const { kind, text, characters } = change;
  if (kind === 'skipped') {
    return <p className="compare-skipped">{t({ zh: `……（${characters} 个字符）……`, en: `… (${characters} characters) …` })}</p>;
  }
  if (kind === 'same') return <Untrusted text={text} most={SHOWN} lines />;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="visually-hidden">
        {kind === 'added' ? t({ zh: '新增：', en: 'added: ' }) : t({ zh: '删除：', en: 'removed: ' })}
      </span>
      {stretches === null ? (
        <Untrusted text={text} most={SHOWN} lines />
      ) : (
        stretches.map(({ key, text: part, changed }) =>
          changed ? (
            <strong key={key}>
              <Untrusted text={part} most={SHOWN} lines />
            </strong>
          ) : (
            <Untrusted key={key} text={part} most={SHOWN} lines />
          ),
        )
      )}
    </Mark>
  );
}
