import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { BULK_KINDS, type BulkKind, type BulkResult, decideAll } from './bulk.ts';
import { BulkDecided } from './bulk-decided.tsx';
import { CannedReasons } from './canned-reasons.tsx';
import type { ListedRow } from './dossier-list.ts';
import { useFailureText } from './failure-message.tsx';
import type { Selection } from './selection.ts';

const KIND_NAMES: Readonly<Record<BulkKind, Bilingual>> = {
  uphold: { zh: '维持：不予上架', en: 'Uphold: not on the shelf' },
  rectify: { zh: '要求整改', en: 'Ask for rectification' },
  overturn: { zh: '改判：放行', en: 'Overturn: on the shelf' },
};
const LONGEST_REASON = 4000;
const DAY_MS = 86_400_000;

interface Given {
  readonly rows: readonly ListedRow[];
  readonly selection: Selection;
  readonly changed: (submissions: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Decides the selected dossiers alike, with one reason; what lets apps onto the shelf is asked once more, with the count. */
export function BulkDecisionDialog({ rows: given, selection, changed, onClose }: Given) {
  const { t } = useLanguage();
  // What was selected when the dialog opened is what it decides, whatever the list does meanwhile.
  const [rows] = useState(given);
  const [kind, setKind] = useState<BulkKind>('uphold');
  const [reason, setReason] = useState('');
  const [canned, setCanned] = useState<string | undefined>();
  const [deadline, setDeadline] = useState(() => dayIn(15));
  const [asked, setAsked] = useState(false);
  const textOf = useFailureText();
  const id = useId();
  const decide = useMutation({
    mutationFn: () =>
      decideAll(rows, {
        kind,
        reason: reason.trim(),
        ...(canned === undefined ? {} : { cannedReason: canned }),
        ...(kind === 'rectify' ? { deadline } : {}),
      }),
    onSuccess: (results: readonly BulkResult[]) => {
      selection.set(results.filter(({ problem }) => problem !== null).map(({ submission }) => submission));
      changed(results.map(({ submission }) => submission));
    },
    // Without an answer nobody knows what was done: the rows tell.
    onError: () => changed(rows.map(({ submission }) => submission)),
  });
  const title = t({
    zh: `批量决定 ${rows.length} 条案卷`,
    en: rows.length === 1 ? 'Decide 1 dossier' : `Decide ${rows.length} dossiers`,
  });
  const dangerous = kind === 'overturn';
  const confirming = dangerous && asked;
  if (decide.isSuccess) {
    return (
      <Modal
        open
        title={title}
        width={640}
        onCancel={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {t({ zh: '完成', en: 'Done' })}
          </Button>
        }
      >
        <BulkDecided rows={rows} results={decide.data} changed={changed} />
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={title}
      width={640}
      okText={
        confirming
          ? t({ zh: `确认放行 ${rows.length} 条`, en: `Yes, let ${rows.length} through` })
          : t({ zh: '提交决定', en: 'Decide' })
      }
      okButtonProps={{
        disabled: reason.trim() === '' || rows.length === 0 || (kind === 'rectify' && deadline === ''),
        danger: dangerous,
      }}
      cancelText={t({ zh: '取消', en: 'Cancel' })}
      confirmLoading={decide.isPending}
      mask={{ closable: false }}
      onOk={() => (dangerous && !asked ? setAsked(true) : decide.mutate())}
      onCancel={onClose}
    >
      <Radio.Group
        className="queue-field"
        value={kind}
        onChange={(event) => {
          setKind(event.target.value as BulkKind);
          setCanned(undefined);
          setAsked(false);
        }}
        options={BULK_KINDS.map((each) => ({ value: each, label: t(KIND_NAMES[each]) }))}
      />
      {kind === 'rectify' && (
        <div className="queue-field">
          <label className="queue-label" htmlFor={`${id}-deadline`}>
            {t({ zh: '整改期限（最后一天）', en: 'Deadline (last day)' })}
          </label>
          <Input
            id={`${id}-deadline`}
            type="date"
            min={dayIn(1)}
            value={deadline}
            onChange={(event) => setDeadline(event.target.value)}
          />
        </div>
      )}
      <CannedReasons
        kind={kind}
        value={canned}
        onPick={(picked) => {
          setCanned(picked.id);
          setReason(t(picked.text));
        }}
      />
      <div className="queue-field">
        <label className="queue-label" htmlFor={`${id}-reason`}>
          {t({ zh: '理由（必填，会告知开发者）', en: 'Reason (required, told to the developer)' })}
        </label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={4}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {confirming && (
        <p role="alert" className="queue-warning">
          {t({
            zh: `${rows.length} 条案卷中的应用将被放行上架，其中机审驳回 ${rejected(rows)} 条。确认无误后请再按一次。`,
            en: `The apps of ${rows.length} dossiers go on the shelf; the machine rejected ${rejected(rows)} of them. Press once more if that is meant.`,
          })}
        </p>
      )}
      {decide.isError && (
        <p role="alert" className="queue-failure">
          {textOf(decide.error)}
        </p>
      )}
    </Modal>
  );
}

const rejected = (rows: readonly ListedRow[]) => rows.filter(({ verdict }) => verdict === 'reject').length;

/** The day so many days from now in China, `YYYY-MM-DD`: deadlines are of that place. */
function dayIn(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
}
