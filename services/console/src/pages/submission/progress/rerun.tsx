import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { post } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useMay } from '../../../api/session.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { announce } from '../../../shell/announce.tsx';

/** Runs the submission again, for those who may; it says itself when it did not work. */
export function RerunButton({ view }: { readonly view: SubmissionView }) {
  const { t } = useLanguage();
  const may = useMay('rerun');
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => post(`/v1/review/submissions/${encodeURIComponent(view.submission)}/rerun`),
    onSuccess: async () => {
      announce(t({ zh: '已开始重新检测', en: 'It runs again' }));
      await client.invalidateQueries({ queryKey: ['submission', view.submission] });
    },
  });
  if (!may || !view.rerunnable) return null;
  return (
    <div className="rerun">
      <Button loading={again.isPending} onClick={() => again.mutate()}>
        {t({ zh: '重新检测', en: 'Run again' })}
      </Button>
      {again.isError && (
        <p role="alert" className="evidence-warning">
          {again.error instanceof ApiProblem
            ? t(again.error.detail)
            : t({ zh: '没有成功，请重试', en: 'It did not work; try again' })}
        </p>
      )}
    </div>
  );
}
