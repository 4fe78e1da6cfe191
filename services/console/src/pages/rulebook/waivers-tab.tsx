import type { RulesView } from '../../../../../shared/domain/review/rulebook-view.ts';
import { useMay } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { RevokeButton } from './revoke-button.tsx';
import { useGrantedWaivers } from './use-rulebook.ts';
import { fileRows, grantedRows, type WaiverRow } from './waiver-rows.ts';
import { WaiverTable } from './waiver-table.tsx';

/** Waivers of the file and those that reviewers have granted, the ones that need a look first. */
export function WaiversTab({ view }: { readonly view: RulesView }) {
  const { t } = useLanguage();
  const mayRevoke = useMay('waive');
  const { data, error, refetch } = useGrantedWaivers(view.store.id);
  const revoke = (row: WaiverRow) =>
    mayRevoke && row.standing !== 'revoked' && row.standing !== 'expired' ? (
      <RevokeButton id={row.id} store={view.store.id} />
    ) : null;
  return (
    <>
      <section aria-labelledby="granted-waivers">
        <h2 id="granted-waivers">{t({ zh: '审核员授予的豁免', en: 'Granted by reviewers' })}</h2>
        {error !== null && <LoadFailed error={error} retry={() => void refetch()} />}
        {error === null && data === undefined && (
          <div role="status" aria-label={t({ zh: '正在取豁免', en: 'Loading' })} className="rulebook-waiting" />
        )}
        {data !== undefined && (
          <>
            <WaiverTable
              caption={t({ zh: '审核员授予的豁免', en: 'Granted by reviewers' })}
              rows={grantedRows(data.waivers, view.rules, data.asOf)}
              nothing={t({ zh: '没有授予过豁免。', en: 'None was granted.' })}
              action={revoke}
            />
            {data.total > data.waivers.length && (
              <p>
                {t({
                  zh: `只列出最近 ${data.waivers.length} 项，共 ${data.total} 项。`,
                  en: `The newest ${data.waivers.length} of ${data.total}.`,
                })}
              </p>
            )}
          </>
        )}
      </section>
      <section aria-labelledby="file-waivers">
        <h2 id="file-waivers">{t({ zh: '规则库文件中的豁免', en: 'In the rulebook’s file' })}</h2>
        <WaiverTable
          caption={t({ zh: '规则库文件中的豁免', en: 'In the rulebook’s file' })}
          rows={fileRows(view.waivers)}
          nothing={t({ zh: '文件中没有豁免。', en: 'The file has none.' })}
        />
      </section>
    </>
  );
}
