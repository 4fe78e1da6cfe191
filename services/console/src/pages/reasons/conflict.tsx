import { Button } from 'antd';
import type { CannedReason } from '../../../../../shared/domain/review/reason.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { ReasonPreview } from './reason-preview.tsx';
import { useReasons } from './reasons-api.ts';

interface Given {
  readonly id: string;
  readonly onOverwrite: (theirs: CannedReason) => void;
  readonly onTheirs: (theirs: CannedReason) => void;
}

/** Somebody has changed the reason in the meantime: what it is now, and what to do with one's own words. */
export function Conflict({ id, onOverwrite, onTheirs }: Given) {
  const { t } = useLanguage();
  const { data, refetch, isFetching } = useReasons();
  const theirs = data?.find((reason) => reason.id === id);
  const load = async () => (await refetch()).data?.find((reason) => reason.id === id);
  const after = async (take: (reason: CannedReason) => void) => {
    const now = await load();
    if (now !== undefined) take(now);
  };
  return (
    <section role="alert" className="reason-failure">
      <p>
        {t({
          zh: '您编辑期间，这条理由已被他人修改或删除，您的修改尚未保存。',
          en: 'While you were editing, somebody has changed or removed this reason. Yours is not saved.',
        })}
      </p>
      {theirs !== undefined && <ReasonPreview title={theirs.title} text={theirs.text} />}
      <p>
        <Button loading={isFetching} onClick={() => after(onOverwrite)}>
          {t({ zh: '保留我的修改，再次保存即覆盖', en: 'Keep mine: saving again overwrites theirs' })}
        </Button>{' '}
        <Button loading={isFetching} onClick={() => after(onTheirs)}>
          {t({ zh: '改用对方的', en: 'Take theirs' })}
        </Button>
      </p>
    </section>
  );
}
