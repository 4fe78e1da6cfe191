import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { POLICY_OUTCOMES } from '../../../../../../shared/domain/report/table-words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';
import { InformationTable } from './information-table.tsx';
import {
  countMismatches,
  informationInOrder,
  informationMismatch,
  permissionMismatch,
  permissionsInOrder,
  sdkMismatch,
  sdksInOrder,
  startsEarly,
} from './mismatch.ts';
import { PermissionTable } from './permission-table.tsx';
import { PolicyItems } from './policy-items.tsx';
import { SdkSection } from './sdk-section.tsx';

/** Package against policy against listing: what was found, declared and disclosed, mismatches first. */
export function SideBySideTab({ listing }: { readonly listing: unknown }) {
  const { t } = useLanguage();
  const { report } = useReport();
  const [onlyMismatches, setOnlyMismatches] = useState(false);
  const permissions = useMemo(() => permissionsInOrder(report.permissions), [report]);
  const information = useMemo(() => informationInOrder(report.information), [report]);
  const sdks = useMemo(() => sdksInOrder(report.sdks), [report]);
  const counts = useMemo(() => countMismatches(report), [report]);
  const shownPermissions = onlyMismatches
    ? permissions.filter((each) => permissionMismatch(each).policy || permissionMismatch(each).listing)
    : permissions;
  const shownInformation = onlyMismatches ? information.filter(informationMismatch) : information;
  const shownSdks = onlyMismatches ? sdks.filter((sdk) => sdkMismatch(sdk) || startsEarly(sdk)) : sdks;
  return (
    <>
      <div className="panel">
        {t({ zh: '隐私政策：', en: 'Privacy policy: ' })}
        <b>{t(POLICY_OUTCOMES[report.policy.outcome])}</b>
        {report.policy.url !== null && (
          <>
            {' · '}
            <code>
              <Untrusted text={report.policy.url} most={200} />
            </code>
          </>
        )}
        {report.policy.reason !== null && (
          <>
            {' · '}
            <Untrusted text={report.policy.reason} most={200} />
          </>
        )}
        <div>
          <Checkbox checked={onlyMismatches} onChange={({ target }) => setOnlyMismatches(target.checked)}>
            {t({ zh: '只看不一致的', en: 'Only what does not agree' })}
          </Checkbox>
        </div>
      </div>
      <section className="panel">
        <h2>
          {t({
            zh: `权限（${report.permissions.length}，政策未写明 ${counts.permissions}）`,
            en: `Permissions (${report.permissions.length}, ${counts.permissions} missing in the policy)`,
          })}
        </h2>
        {shownPermissions.length === 0 ? (
          <p>{t({ zh: '没有。', en: 'None.' })}</p>
        ) : (
          <PermissionTable permissions={shownPermissions} />
        )}
      </section>
      <section className="panel">
        <h2>
          {t({
            zh: `个人信息类型（${report.information.length}，政策未写明 ${counts.information}）`,
            en: `Types of information (${report.information.length}, ${counts.information} missing in the policy)`,
          })}
        </h2>
        {shownInformation.length === 0 ? <p>{t({ zh: '没有。', en: 'None.' })}</p> : <InformationTable rows={shownInformation} />}
      </section>
      <SdkSection shown={shownSdks} missing={counts.sdks} listing={listing} />
      <PolicyItems onlyMissing={onlyMismatches} />
    </>
  );
}
