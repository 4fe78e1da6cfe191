import { Link } from 'react-router';
import { DECISION_NAMES } from '../../../../../shared/domain/report/names.ts';
import type {
  ComparedVersion,
  SetDifference,
  TextChange,
  VersionComparison,
} from '../../../../../shared/domain/review/version-comparison.ts';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { OUTCOME_NAMES } from '../submission/words.ts';

/** In one sentence what changed, and between which two versions. */
export function Summary({ comparison }: { readonly comparison: VersionComparison }) {
  const { t } = useLanguage();
  const { before, after, findings, permissions, sdks, policy, dangerous, notCompared } = comparison;
  const added = (set: SetDifference | null) => set?.added.length ?? 0;
  const risky = permissions?.added.filter((name) => dangerous.includes(name)).length ?? 0;
  // What was removed and what stands in its place are one change.
  const changed = policy?.changes.filter(({ kind }, at) => isChange(kind) && !isChange(policy.changes[at - 1]?.kind)).length ?? 0;
  const told = {
    zh:
      `新增 ${findings.new.length} 个问题，解决 ${findings.fixed.length} 个，仍有 ${findings.still.length} 个` +
      (findings.unclear.length > 0 ? `，${findings.unclear.length} 个无法判断` : '') +
      `；新增 ${added(permissions)} 项权限（其中危险权限 ${risky} 项）、${added(sdks)} 个SDK；` +
      (policy === null ? '隐私政策未能比较' : changed === 0 ? '隐私政策未变' : `隐私政策有 ${changed} 处改动`) +
      (notCompared.length > 0 ? `；有 ${notCompared.length} 处未能完整比较` : '') +
      '。',
    en:
      `${findings.new.length} findings are new, ${findings.fixed.length} fixed, ${findings.still.length} still there` +
      (findings.unclear.length > 0 ? `, ${findings.unclear.length} cannot be told` : '') +
      `; ${added(permissions)} permissions were added (${risky} dangerous), and ${added(sdks)} SDKs; ` +
      (policy === null
        ? 'the policies could not be compared'
        : changed === 0
          ? 'the policy is the same'
          : `${changed} changes in the policy`) +
      (notCompared.length > 0 ? `; ${notCompared.length} parts could not be compared whole` : '') +
      '.',
  };
  return (
    <>
      <p className="compare-summary">{t(told)}</p>
      <div className="compare-versions">
        <Version label={t({ zh: '旧版本', en: 'Earlier version' })} version={before} />
        <Version label={t({ zh: '新版本', en: 'Later version' })} version={after} />
      </div>
    </>
  );
}

const isChange = (kind: TextChange['kind'] | undefined) => kind === 'added' || kind === 'removed';

function Version({ label, version }: { readonly label: string; readonly version: ComparedVersion }) {
  const { t, language } = useLanguage();
  const { submission, appName, versionName, versionCode, decidedAt, verdict, outcome } = version;
  return (
    <section className="compare-card" aria-label={label}>
      <h2>{label}</h2>
      <p>
        <strong>
          <Untrusted text={appName} most={80} />
        </strong>{' '}
        <Untrusted text={versionName ?? '—'} most={60} />
        {versionCode !== null && <span className="compare-quiet"> ({versionCode})</span>}
      </p>
      <p>
        {t({ zh: '机审：', en: 'Machine: ' })}
        {verdict === null ? '—' : t(DECISION_NAMES[verdict])}
        {outcome !== null && (
          <>
            {t({ zh: '；人工：', en: '; person: ' })}
            {t(OUTCOME_NAMES[outcome])}
          </>
        )}
        {decidedAt !== null && <span className="compare-quiet"> · {formatTime(decidedAt, language)}</span>}
      </p>
      <p>
        <Link to={`/submissions/${encodeURIComponent(submission)}`}>{submission}</Link>
      </p>
    </section>
  );
}
