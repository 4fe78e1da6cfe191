import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { Claim, DossierRow } from '../../../../../shared/domain/review/dossier.ts';
import { del, post } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useMay, useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { fetchRows, type ListedRow } from './dossier-list.ts';
import { useFailureText } from './failure-message.tsx';

const addressOf = (submission: string) => `/v1/review/submissions/${encodeURIComponent(submission)}/claim`;

/** Takes a dossier, so that colleagues see who works on it. */
export function claimDossier(submission: string, takeOver = false): Promise<Claim> {
  return post<Claim>(addressOf(submission), { takeOver });
}

const isHeldByAnother = (row: DossierRow, me: string) =>
  row.claim !== null && row.claim.by.id !== me && Date.parse(row.claim.until) > Date.now();

/** Taking and giving back the row at the cursor. @param changed told which submissions to look up again */
export function useClaims(changed: (submissions: readonly string[]) => void) {
  const { t } = useLanguage();
  const { account } = useSession();
  const { message, modal } = App.useApp();
  const textOf = useFailureText();
  const mayTakeOver = useMay('confirm');

  const claim = useMutation({
    mutationFn: ({ row, takeOver }: { readonly row: ListedRow; readonly takeOver: boolean }) =>
      claimDossier(row.submission, takeOver),
    onSuccess: (_, { row }) => {
      message.success(
        t({ zh: `已领取 ${visibleText(row.app.name, 40)}`, en: `You have taken ${visibleText(row.app.name, 40)}` }),
      );
    },
    onError: (error, { row, takeOver }) => {
      if (error instanceof ApiProblem && error.document.claim !== undefined && mayTakeOver && !takeOver)
        askToTakeOver(row, textOf(error));
      else message.error(textOf(error));
    },
    onSettled: (_data, _error, { row }) => changed([row.submission]),
  });
  const release = useMutation({
    mutationFn: (row: ListedRow) => del<unknown>(addressOf(row.submission)),
    onSuccess: () => void message.success(t({ zh: '已放回', en: 'Given back' })),
    onError: (error) => void message.error(textOf(error)),
    onSettled: (_data, _error, row) => changed([row.submission]),
  });
  const askToTakeOver = (row: ListedRow, why: string) => {
    modal.confirm({
      title: t({ zh: '有人正在处理', en: 'Somebody is working on it' }),
      content: why,
      okText: t({ zh: '接手', en: 'Take over' }),
      cancelText: t({ zh: '取消', en: 'Cancel' }),
      onOk: () => claim.mutate({ row, takeOver: true }),
    });
  };
  return {
    busy: claim.isPending || release.isPending,
    /** Takes it; gives it back where it is one's own already. */
    toggle: (row: ListedRow) => {
      const mine = row.claim !== null && row.claim.by.id === account.id && Date.parse(row.claim.until) > Date.now();
      if (mine) release.mutate(row);
      else claim.mutate({ row, takeOver: false });
    },
  };
}

/** Finds the most urgent open dossier that nobody has, takes it and opens it. */
export function useTakeNext() {
  const { t } = useLanguage();
  const { account } = useSession();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const textOf = useFailureText();
  const take = useMutation({
    mutationFn: async () => {
      const { rows } = await fetchRows({ filter: { state: ['open'], assignee: ['none'] }, order: 'urgent' }, 50);
      for (const row of rows) {
        if (isHeldByAnother(row, account.id)) continue;
        try {
          await claimDossier(row.submission);
        } catch (error) {
          // A colleague was faster: the next one then.
          if (error instanceof ApiProblem && (error.status === 409 || error.status === 404)) continue;
          throw error;
        }
        await post('/v1/review/dossiers/assign', { submissions: [row.submission], assignee: 'me' });
        return row.submission;
      }
      return null;
    },
    onSuccess: (submission) => {
      if (submission !== null) void navigate(`/submissions/${submission}`);
      else message.info(t({ zh: '没有未分配的案卷了', en: 'Nothing is left unassigned' }));
    },
    onError: (error) => void message.error(textOf(error)),
  });
  return { busy: take.isPending, take: () => take.mutate() };
}
