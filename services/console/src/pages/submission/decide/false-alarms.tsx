import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { useMay } from '../../../api/session.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { visibleText } from '../../../shell/visible-characters.ts';
import { SeverityTag } from '../findings/severity-tag.tsx';
import { type Draft, type DraftChange, daysAfter, MOST_DAYS_WAIVED, type WaiverDraft } from './draft.ts';

/** Marked findings listed before the rest is a number: each may be unmarked in the list of findings too. */
const MOST = 60;
/** How long a waiver holds unless somebody says otherwise. */
const USUAL_DAYS = 180;

interface Given {
  readonly draft: Draft;
  readonly change: (step: DraftChange) => void;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly today: string;
}

/** The findings that are marked as false alarms, each with the waiver that it may become. */
export function FalseAlarms({ draft, change, findings, today }: Given) {
  const { t } = useLanguage();
  const mayWaive = useMay('waive');
  const marked = [...draft.falseAlarms].flatMap((fingerprint) => findings.get(fingerprint) ?? []);
  return (
    <div className="false-alarms">
      <div className="decide-label">{t({ zh: `误报（${marked.length}）`, en: `False alarms (${marked.length})` })}</div>
      {marked.length === 0 && (
        <p className="evidence-note">
          {t({
            zh: '没有标记。在问题上按 f 或勾选“误报”。',
            en: 'None marked. Press f on a finding, or tick “False alarm”.',
          })}
        </p>
      )}
      <ul>
        {marked.slice(0, MOST).map((finding) => (
          <li key={finding.fingerprint} data-false-alarm={finding.fingerprint}>
            <label>
              <input
                type="checkbox"
                checked
                onChange={() => change({ do: 'mark', fingerprint: finding.fingerprint })}
                aria-label={t({
                  zh: `取消误报：${finding.title.zh} ${visibleText(finding.subject, 60)}`,
                  en: `No false alarm: ${finding.title.en} ${visibleText(finding.subject, 60)}`,
                })}
              />
              <SeverityTag severity={finding.severity} />{' '}
              <span>
                {t(finding.title)} <bdi className="finding-subject">{visibleText(finding.subject, 80)}</bdi>
              </span>
            </label>
            {mayWaive && (
              <Waiver
                finding={finding}
                waiver={draft.waivers.get(finding.fingerprint) ?? null}
                change={change}
                today={today}
                reason={draft.reason}
              />
            )}
          </li>
        ))}
      </ul>
      {marked.length > MOST && <p>{t({ zh: `另有 ${marked.length - MOST} 个`, en: `${marked.length - MOST} more` })}</p>}
    </div>
  );
}

interface WaiverGiven {
  readonly finding: Finding;
  readonly waiver: WaiverDraft | null;
  readonly change: (step: DraftChange) => void;
  readonly today: string;
  readonly reason: string;
}

function Waiver({ finding, waiver, change, today, reason }: WaiverGiven) {
  const { t } = useLanguage();
  const { fingerprint } = finding;
  const set = (next: WaiverDraft | null) => change({ do: 'waive', fingerprint, waiver: next });
  const id = `waiver-${fingerprint}`;
  return (
    <div className="waiver">
      <label>
        <input
          type="checkbox"
          checked={waiver !== null}
          onChange={() => set(waiver === null ? { reason, expires: daysAfter(today, USUAL_DAYS), scope: 'subject' } : null)}
        />
        {t({ zh: '同时豁免：下一版本不再报', en: 'Waive it too: not raised for the next version' })}
      </label>
      {waiver !== null && (
        <div className="waiver-fields">
          <label htmlFor={`${id}-reason`}>{t({ zh: '豁免理由', en: 'Why' })}</label>
          <input
            id={`${id}-reason`}
            type="text"
            maxLength={2_000}
            value={waiver.reason}
            onChange={({ target }) => set({ ...waiver, reason: target.value })}
          />
          <label htmlFor={`${id}-expires`}>{t({ zh: '最后一天', en: 'Last day' })}</label>
          <input
            id={`${id}-expires`}
            type="date"
            min={daysAfter(today, 1)}
            max={daysAfter(today, MOST_DAYS_WAIVED)}
            value={waiver.expires}
            onChange={({ target }) => set({ ...waiver, expires: target.value })}
          />
          <label htmlFor={`${id}-scope`}>{t({ zh: '范围', en: 'For' })}</label>
          <select
            id={`${id}-scope`}
            value={waiver.scope}
            onChange={({ target }) => set({ ...waiver, scope: target.value === 'rule' ? 'rule' : 'subject' })}
          >
            <option value="subject">{t({ zh: '仅此对象', en: 'this subject alone' })}</option>
            <option value="rule">{t({ zh: '本应用中该规则的全部问题', en: 'all findings of the rule in this app' })}</option>
          </select>
        </div>
      )}
    </div>
  );
}
