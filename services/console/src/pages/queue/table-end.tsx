import { Button } from 'antd';
import { useLanguage } from '../../i18n/language.tsx';
import type { DossierList } from './dossier-list.ts';
import { useFailureText } from './failure-message.tsx';

/** Stands below the rows when the next ones did not come: why, and two ways on. */
export function TableEnd({ list, onReload }: { readonly list: DossierList; readonly onReload: () => void }) {
  const { t } = useLanguage();
  const textOf = useFailureText();
  const { pages } = list;
  if (!pages.isFetchNextPageError) return null;
  return (
    <p role="alert" className="queue-end">
      {t({ zh: '后面的案卷没有取到：', en: 'The rows that follow did not arrive: ' })}
      {textOf(pages.error)}{' '}
      <Button size="small" onClick={() => void pages.fetchNextPage()}>
        {t({ zh: '重试', en: 'Try again' })}
      </Button>{' '}
      <Button size="small" onClick={onReload}>
        {t({ zh: '重新载入列表', en: 'Reload the list' })}
      </Button>
    </p>
  );
}
