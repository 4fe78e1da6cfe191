import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { dayInChina } from '../../../../../../shared/domain/day.ts';
import { type DecisionKind, OUTCOME_OF } from '../../../../../../shared/domain/review/decision.ts';
import type { SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useShortcuts } from '../../../shell/shortcuts.tsx';
import { Keys } from '../../../shell/shortcuts-dialog.tsx';
import { useReport } from '../report/report-context.tsx';
import { KIND_NAMES } from '../words.ts';
import { CannedReasons, WITH_DIGIT } from './canned-reasons.tsx';
import { Deadline } from './deadline.tsx';
import { type Draft, type DraftChange, daysAfter, faultsOf, REASON_MOST } from './draft.ts';
import { FalseAlarms } from './false-alarms.tsx';
import { KIND_KEYS, KindButtons } from './kind-buttons.tsx';
import { ProblemText } from './problem-text.tsx';
import { SecondNotice } from './second-notice.tsx';
import { useCannedReasons } from './use-canned-reasons.ts';
import { useSendDecision } from './use-send-decision.ts';

const SCOPE = { zh: '决定', en: 'Decide' } as const;
/** Days that a developer usually gets. */
const USUAL_DAYS = 15;

interface Given {
  readonly view: SubmissionView;
  readonly appeal: string | null;
  /** Whether it takes the place of a decision that stands. */
  readonly revise: boolean;
  readonly draft: Draft;
  readonly change: (step: DraftChange) => void;
  /** Opens the panel where it is folded away. */
  readonly onOpen: () => void;
}

/** A decision being made: what, why, which findings were false alarms, and what becomes of them. */
export function DecideForm({ view, appeal, revise, draft, change, onOpen }: Given) {
  const { t, language } = useLanguage();
  const { report, findings } = useReport();
  const all = report.verdict.findings;
  const today = useMemo(() => dayInChina(new Date()), []);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const focusWanted = useRef(false);
  const reasons = useCannedReasons(draft.kind, all);
  const send = useSendDecision(view, draft, appeal, revise);
  const faults = faultsOf(draft, today);
  const approving = draft.kind !== null && OUTCOME_OF[draft.kind] === 'approve';
  const waived = (fingerprint: string) => draft.falseAlarms.has(fingerprint) && draft.waivers.has(fingerprint);
  const waiving = all.some(({ fingerprint, severity }) => severity === 'reject' && waived(fingerprint));

  const choose = (kind: DecisionKind) => {
    change({ do: 'choose', kind, findings: all, deadline: daysAfter(today, USUAL_DAYS) });
    onOpen();
    focusWanted.current = true;
  };
  // After the panel has opened: a field that is not shown cannot have the focus.
  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    reasonField.current?.focus();
  });
  const insert = (place: number) => {
    const reason = reasons.list[place];
    if (reason === undefined) return;
    change({ do: 'insert', id: reason.id, text: reason.text[language] });
    onOpen();
    focusWanted.current = true;
  };
  const submit = () => {
    if (faults.length === 0 && !send.isPending) send.mutate();
    else reasonField.current?.focus();
  };
  const digits = Array.from({ length: Math.min(WITH_DIGIT, reasons.list.length) }, (_, place) => place);
  useShortcuts(
    [
      ...(['uphold', 'overturn', 'rectify', 'approve-with-warning'] as const).map((kind) => ({
        keys: KIND_KEYS[kind],
        label: KIND_NAMES[kind],
        do: () => choose(kind),
      })),
      ...digits.map((place) => ({
        keys: String(place + 1),
        label: {
          zh: `插入第 ${place + 1} 条常用理由（理由为空时在其中也可用）`,
          en: `Insert canned reason ${place + 1} (also in the empty reason)`,
        },
        do: () => insert(place),
      })),
      { keys: 'mod+enter', label: { zh: '提交决定', en: 'Submit the decision' }, do: submit, inFields: true },
    ],
    SCOPE,
  );
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') event.currentTarget.blur();
    // An empty reason hardly begins with a digit; whoever wants it types a blank first.
    if (draft.reason === '' && /^[1-9]$/.test(event.key) && Number(event.key) <= digits.length) {
      event.preventDefault();
      insert(Number(event.key) - 1);
    }
  };
  return (
    <form
      className="decide-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {revise && (
        <p className="second-notice" role="note">
          {t({
            zh: '此决定取代现有的决定，商店会再次收到通知。',
            en: 'This decision takes the place of the one that stands; the store is told again.',
          })}
        </p>
      )}
      {appeal !== null && (
        <p className="second-notice" role="note">
          {t({
            zh: '此决定同时答复开发者的申诉：放行则申诉成立，维持或要求整改则不成立。申诉内容见“决定”标签页。',
            en: 'This decision also answers the developer’s appeal: letting it through upholds the appeal, anything else dismisses it. Read it under “Decisions”.',
          })}
        </p>
      )}
      <KindButtons kind={draft.kind} onChoose={choose} />
      {draft.kind !== null && view.secondReviewerNeeded && (approving || waiving) && <SecondNotice waiving={!approving} />}
      {draft.kind === 'rectify' && (
        <Deadline today={today} value={draft.deadline} onChange={(deadline) => change({ do: 'deadline', deadline })} />
      )}
      <label className="decide-label" htmlFor="decide-reason">
        {t({ zh: '理由（必填，告知开发者）', en: 'Reason (required, told to the developer)' })}
      </label>
      <textarea
        id="decide-reason"
        ref={reasonField}
        rows={5}
        required
        maxLength={REASON_MOST}
        value={draft.reason}
        onChange={({ target }) => change({ do: 'write', reason: target.value })}
        onKeyDown={onKeyDown}
      />
      <CannedReasons reasons={reasons.list} onInsert={(reason) => insert(reasons.list.findIndex(({ id }) => id === reason.id))} />
      {reasons.failed !== null && (
        <p className="evidence-warning">
          {t({ zh: '常用理由未能取得，可直接填写。', en: 'The canned reasons did not come; write the reason yourself.' })}
        </p>
      )}
      <FalseAlarms draft={draft} change={change} findings={findings} today={today} />
      <label className="decide-label" htmlFor="decide-note">
        {t({ zh: '内部备注（不告知开发者）', en: 'Note (not told to the developer)' })}
      </label>
      <textarea
        id="decide-note"
        rows={2}
        maxLength={REASON_MOST}
        value={draft.note}
        onChange={({ target }) => change({ do: 'note', note: target.value })}
      />
      {send.isError && (
        <div role="alert" className="decide-error">
          <ProblemText error={send.error} />
        </div>
      )}
      <div className="decide-submit">
        <Button type="primary" htmlType="submit" loading={send.isPending} disabled={faults.length > 0}>
          {t({ zh: '提交决定', en: 'Submit' })} <Keys keys="mod+enter" />
        </Button>
        {faults.length > 0 && draft.kind !== null && <span className="decide-fault">{t(faults[0]!)}</span>}
      </div>
    </form>
  );
}
