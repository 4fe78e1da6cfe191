import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { listedSdks } from '../listing/read-listing.ts';

/** SDKs that the developer declares in the listing, as written there. */
export function DeclaredSdks({ listing }: { readonly listing: unknown }) {
  const { t } = useLanguage();
  const sdks = listedSdks(listing);
  return (
    <>
      <h3>{t({ zh: `开发者申报的SDK（${sdks.length}）`, en: `SDKs that the developer declares (${sdks.length})` })}</h3>
      {sdks.length === 0 ? (
        <p>{t({ zh: '没有申报。', en: 'None declared.' })}</p>
      ) : (
        <ul>
          {sdks.slice(0, 300).map(({ name, operator, purpose }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is what was sent and never changes; names may repeat.
            <li key={place}>
              <Untrusted text={name} most={120} />
              {operator !== null && (
                <>
                  {' · '}
                  <Untrusted text={operator} most={120} />
                </>
              )}
              {purpose !== null && (
                <>
                  {t({ zh: '：', en: ': ' })}
                  <Untrusted text={purpose} most={200} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
