import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { post } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';

const MOST = 2_000;

/** Takes a granted waiver back, with a reason. */
export function RevokeButton({ id, store }: { readonly id: string; readonly store: string }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const field = useId();
  const queries = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => post(`/v1/review/waivers/${encodeURIComponent(id)}/revoke`, { reason: reason.trim() }),
    onSuccess: async () => {
      setOpen(false);
      announce(t({ zh: '豁免已取消', en: 'The waiver was revoked' }));
      await queries.invalidateQueries({ queryKey: ['waivers', store] });
      await queries.invalidateQueries({ queryKey: ['rules', store] });
    },
  });
  const title = t({ zh: '取消豁免', en: 'Revoke the waiver' });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t({ zh: '取消', en: 'Revoke' })}
        <span className="visually-hidden"> {id}</span>
      </Button>
      <Modal
        open={open}
        title={title}
        okText={title}
        cancelText={t({ zh: '返回', en: 'Back' })}
        okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
        confirmLoading={revoking.isPending}
        onOk={() => revoking.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p>
          {t({
            zh: '其后的送审不再适用；已作出的结论不变。',
            en: 'It no longer holds for what is submitted from now on; verdicts that were made stay.',
          })}
        </p>
        <label htmlFor={field}>{t({ zh: '理由（必填）', en: 'Reason (required)' })}</label>
        <Input.TextArea id={field} rows={3} maxLength={MOST} value={reason} onChange={(event) => setReason(event.target.value)} />
        {revoking.error !== null && (
          <p role="alert" className="rulebook-refused">
            {revoking.error instanceof ApiProblem ? t(revoking.error.detail) : t({ zh: '未能取消', en: 'It was not revoked' })}
          </p>
        )}
      </Modal>
    </>
  );
}
