import { LISTING_FIELDS } from '../../../../../../shared/domain/report/words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { TableScroll } from '../../../shell/table-scroll.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import '../side-by-side/side-by-side.css';
import { Certificates } from './certificates.tsx';
import { Filing } from './filing.tsx';
import { FIELD_NAMES, fieldsOf } from './read-listing.ts';

/** What store and developer declare, who signed the package, and what the filing registry says. */
export function ListingTab({ listing }: { readonly listing: unknown }) {
  const { t } = useLanguage();
  const fields = fieldsOf(listing);
  return (
    <>
      <section className="panel">
        <h2>{t({ zh: '上架信息（按送审时）', en: 'Listing, as it was sent' })}</h2>
        <TableScroll label={t({ zh: '上架信息', en: 'Listing' })}>
          <table className="facts-table">
            <tbody>
              {fields.map(({ field, value }) => {
                const name = Object.hasOwn(FIELD_NAMES, field)
                  ? FIELD_NAMES[field]
                  : Object.hasOwn(LISTING_FIELDS, field)
                    ? LISTING_FIELDS[field]
                    : undefined;
                return (
                  <tr key={field}>
                    <th scope="row">
                      {name !== undefined && <>{t(name)} </>}
                      <code className="evidence-note">
                        <Untrusted text={field} most={40} />
                      </code>
                    </th>
                    <td>
                      <Untrusted text={value} most={600} lines />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableScroll>
      </section>
      <Certificates />
      <Filing />
    </>
  );
}
