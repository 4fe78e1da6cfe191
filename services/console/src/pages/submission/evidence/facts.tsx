import type { Evidence } from '../../../../../../shared/domain/evidence.ts';
import { LISTING_FIELDS, RECORD_NAMES } from '../../../../../../shared/domain/report/words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';

type Of<Type extends Evidence['type']> = { readonly evidence: Extract<Evidence, { type: Type }> };

function Value({ value }: { readonly value: string | undefined }) {
  if (value === undefined) return null;
  return (
    <div>
      <mark>
        <Untrusted text={value} most={500} lines />
      </mark>
    </div>
  );
}

/** A field of the listing and what stands in it. */
export function ListingEvidence({ evidence: { field, value } }: Of<'listing'>) {
  const { t } = useLanguage();
  const name = Object.hasOwn(LISTING_FIELDS, field) ? LISTING_FIELDS[field] : undefined;
  return (
    <>
      {name !== undefined && `${t(name)} `}
      <code>
        <Untrusted text={field} most={100} />
      </code>
      {value === undefined && ` ${t({ zh: '（未填写）', en: '(empty)' })}`}
      <Value value={value} />
    </>
  );
}

/** What the platform's own records say. */
export function RecordEvidence({ evidence: { record, id, field, value } }: Of<'record'>) {
  const { t } = useLanguage();
  return (
    <>
      {t(RECORD_NAMES[record])}{' '}
      <code>
        <Untrusted text={id} most={100} />
      </code>{' '}
      <code>
        <Untrusted text={field} most={100} />
      </code>
      <Value value={value} />
    </>
  );
}

/** A certificate and what is the matter with it. */
export function SignatureEvidence({ evidence: { certificate, detail } }: Of<'signature'>) {
  const { t } = useLanguage();
  return (
    <>
      {t({ zh: '证书 SHA-256 ', en: 'Certificate SHA-256 ' })}
      <code>
        <Untrusted text={certificate} most={100} />
      </code>
      <Value value={detail} />
    </>
  );
}

/** An address and how it answered. Never a link: it is the developer's. */
export function NetworkEvidence({ evidence: { url, status, detail } }: Of<'network'>) {
  return (
    <>
      <code>
        <Untrusted text={url} most={300} />
      </code>
      {status !== undefined && ` → HTTP ${status}`}
      {detail !== '' && <Value value={detail} />}
    </>
  );
}

/** An entry of the package. */
export function PackageEvidence({ evidence: { entry, offset, detail } }: Of<'package'>) {
  const { t } = useLanguage();
  return (
    <>
      <code>
        <Untrusted text={entry} most={300} />
      </code>
      {offset !== undefined && t({ zh: ` 偏移 ${offset}`, en: ` at offset ${offset}` })}
      {detail !== '' && <Value value={detail} />}
    </>
  );
}
