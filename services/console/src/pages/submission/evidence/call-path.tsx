import { readableTarget } from '../../../../../../shared/domain/report/code-names.ts';
import { ENTRY_NAMES, LINK_NAMES } from '../../../../../../shared/domain/report/words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import type { Code } from './code.tsx';
import { Folded } from './folded.tsx';

/** How the system gets to the call: from the entry point step by step, with what is tested on the way. */
export function CallPath({ evidence, inFull }: { readonly evidence: Code; readonly inFull: boolean }) {
  const { t } = useLanguage();
  const { reachedFrom } = evidence;
  if (reachedFrom === undefined) return null;
  const { kind, class: entry, steps, guard, path = [] } = reachedFrom;
  const from = (
    <>
      {t({ zh: '调用路径：自', en: 'Call path: from ' })}
      <b>{t(ENTRY_NAMES[kind])}</b>{' '}
      <code>
        <Untrusted text={entry} most={40} />
      </code>
      {t({ zh: `，经 ${steps} 步到达`, en: `, reached in ${steps} ${steps === 1 ? 'step' : 'steps'}` })}
    </>
  );
  const tested = (
    <div className={guard === null ? 'guard guard-none' : 'guard'}>
      {guard === null ? (
        t({ zh: '途中未见同意判断', en: 'No check of consent was seen on the way' })
      ) : (
        <>
          {t({ zh: '途中疑似同意判断：', en: 'What looks like a check of consent on the way: ' })}
          <code>
            <Untrusted text={guard} most={200} />
          </code>
        </>
      )}
    </div>
  );
  if (path.length === 0)
    return (
      <>
        <div>{from}</div>
        {tested}
      </>
    );
  const list = () => (
    <ol className="call-path">
      {path.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: recursion takes the same step twice; the place is the name.
        <li key={place}>
          <code>
            <Untrusted text={`${step.class} → ${step.method}`} most={300} />
          </code>
          <span className="evidence-note"> @ {step.offset}</span>
          {place < path.length - 1 && <span className="call-link">{t(LINK_NAMES[step.link])} ↓</span>}
        </li>
      ))}
      <li>
        <mark>
          <code>
            <Untrusted text={readableTarget(evidence.target)} most={300} />
          </code>
        </mark>
      </li>
    </ol>
  );
  return inFull ? (
    <>
      <div>{from}</div>
      {tested}
      {list()}
    </>
  ) : (
    <>
      <Folded label={from}>{list}</Folded>
      {tested}
    </>
  );
}
