import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import type { CannedReason } from '../../../../../shared/domain/review/reason.ts';
import { del } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useMay } from '../../api/session.tsx';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { KIND_NAMES } from '../submission/words.ts';
import { ReasonPreview } from './reason-preview.tsx';
import { REASONS_KEY, REASONS_PATH } from './reasons-api.ts';

const ALL_KINDS = { zh: '全部决定', en: 'All decisions' } as const;

/** One reason: its words in the language in use, both languages on demand, and what may be done with it. */
export function ReasonCard({ reason, onEdit }: { readonly reason: CannedReason; readonly onEdit: () => void }) {
  const { t, language } = useLanguage();
  const mayEdit = useMay('edit-reasons');
  const client = useQueryClient();
  const { message } = App.useApp();
  const [both, setBoth] = useState(false);
  const name = visibleText(t(reason.title), 60);
  const remove = useMutation({
    mutationFn: () => del(`${REASONS_PATH}/${reason.id}?version=${reason.version}`),
    onSuccess: () => message.success(t({ zh: '已删除', en: 'It is removed' })),
    onError: (error) => message.error(error instanceof ApiProblem ? t(error.detail) : String(error)),
    // Also after a failure: it may be another one by now.
    onSettled: () => client.invalidateQueries({ queryKey: REASONS_KEY }),
  });
  return (
    <article className="reason-card" data-reason={reason.id}>
      <header>
        <h3>
          <Untrusted text={t(reason.title)} />
        </h3>
        <span className="reason-kinds">
          {reason.kinds.length === 0 ? (
            <Tag>{t(ALL_KINDS)}</Tag>
          ) : (
            reason.kinds.map((kind) => <Tag key={kind}>{t(KIND_NAMES[kind])}</Tag>)
          )}
        </span>
      </header>
      {both ? (
        <ReasonPreview title={reason.title} text={reason.text} />
      ) : (
        <p>
          <Untrusted text={t(reason.text)} lines />
        </p>
      )}
      <footer>
        <span>
          {t({ zh: `第 ${reason.version} 版，`, en: `Version ${reason.version}, ` })}
          <time dateTime={reason.updatedAt}>{formatTime(reason.updatedAt, language)}</time>
        </span>
        <Button size="small" aria-expanded={both} onClick={() => setBoth(!both)}>
          {t({ zh: '中英对照', en: 'Both languages' })}
        </Button>
        {mayEdit && (
          <>
            <Button size="small" onClick={onEdit} aria-label={t({ zh: `编辑：${name}`, en: `Edit: ${name}` })}>
              {t({ zh: '编辑', en: 'Edit' })}
            </Button>
            <Popconfirm
              title={t({ zh: '删除这条常用理由？', en: 'Remove this reason?' })}
              description={t({ zh: '已作出的决定不受影响。', en: 'Decisions that were made with it stay as they are.' })}
              okText={t({ zh: '删除', en: 'Remove' })}
              onConfirm={() => remove.mutate()}
            >
              <Button
                size="small"
                danger
                loading={remove.isPending}
                aria-label={t({ zh: `删除：${name}`, en: `Remove: ${name}` })}
              >
                {t({ zh: '删除', en: 'Remove' })}
              </Button>
            </Popconfirm>
          </>
        )}
      </footer>
    </article>
  );
}
