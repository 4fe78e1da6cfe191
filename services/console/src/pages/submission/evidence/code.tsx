import type { Evidence } from '../../../../../../shared/domain/evidence.ts';
import { readableTarget } from '../../../../../../shared/domain/report/code-names.ts';
import { OWNER_NAMES } from '../../../../../../shared/domain/report/words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';
import { CallPath } from './call-path.tsx';

export type Code = Extract<Evidence, { type: 'code' }>;

/** What is called or present, by whose code, where, and how the system gets there. */
export function CodeEvidence({ evidence, inFull }: { readonly evidence: Code; readonly inFull: boolean }) {
  const { t } = useLanguage();
  const { target, constant, caller, count, owner } = evidence;
  return (
    <>
      <div>
        <code className="code-target">
          <Untrusted text={readableTarget(target)} most={300} />
        </code>
        {constant !== undefined && (
          <code>
            (<Untrusted text={constant} most={300} />)
          </code>
        )}
        {count > 1 && <span className="evidence-note">{t({ zh: ` 共 ${count} 处`, en: ` ${count} places in all` })}</span>}
      </div>
      {owner !== undefined && <Owner owner={owner} />}
      {caller !== undefined && (
        <div>
          {t({ zh: '位于 ', en: 'in ' })}
          <code>
            <Untrusted text={`${caller.class}.${caller.method}`} most={300} />
          </code>
          <span className="evidence-note"> @ {caller.offset}</span>
        </div>
      )}
      <CallPath evidence={evidence} inFull={inFull} />
    </>
  );
}

/** Whose code makes the call: the app's own, or which SDK's. */
function Owner({ owner: { kind, sdk } }: { readonly owner: NonNullable<Code['owner']> }) {
  const { t } = useLanguage();
  const { sdks } = useReport();
  const known = sdk === null ? undefined : sdks.get(sdk);
  return (
    <div data-owner={kind}>
      {t({ zh: '代码归属：', en: 'Code of: ' })}
      <span className={`owner owner-${kind}`}>{t(OWNER_NAMES[kind])}</span>
      {sdk !== null && (
        <>
          {' '}
          <b>{known === undefined ? <Untrusted text={sdk} most={100} /> : t(known.name)}</b>
          {known?.operator != null && <span className="evidence-note"> · {t(known.operator)}</span>}
        </>
      )}
    </div>
  );
}
