import type { Evidence } from '../../../../../../shared/domain/evidence.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { Snapshot } from './snapshot.tsx';

type Absence = Extract<Evidence, { type: 'policy-absence' }>;

/** Words shown one by one; longer lists say how many more there are. */
const MOST_WORDS = 40;

/** What was looked for in how long a text, and not found. */
export function AbsenceEvidence({ evidence: { searched, characters, snapshot } }: { readonly evidence: Absence }) {
  const { t } = useLanguage();
  const words = searched.split('、');
  return (
    <>
      <div>
        {t({
          zh: `在政策全文 ${characters} 个字中查找了下列说法，均未找到：`,
          en: `Looked for in all ${characters} characters of the policy, and not found: `,
        })}
      </div>
      <ul className="searched">
        {words.slice(0, MOST_WORDS).map((word, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes; the same word may stand in it twice.
          <li key={place}>
            <Untrusted text={word} most={40} />
          </li>
        ))}
        {words.length > MOST_WORDS && <li>{t({ zh: `等 ${words.length} 个`, en: `${words.length} in all` })}</li>}
      </ul>
      <Snapshot sha256={snapshot} />
    </>
  );
}
