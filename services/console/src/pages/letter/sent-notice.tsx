import type { SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import type { Letter } from '../../../../../shared/domain/review/letter.ts';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';

/** Who sent the letter and when the store sees it. */
export function SentNotice({ letter, view }: { readonly letter: Letter; readonly view: SubmissionView }) {
  const { t, language } = useLanguage();
  const finalAt = view.decisions.find(({ id }) => id === letter.decision)?.finalAt ?? null;
  const waits = finalAt !== null && Date.parse(finalAt) > Date.now();
  return (
    <p className="letter-sent" role="status" data-testid="letter-sent">
      {t({ zh: '已由 ', en: 'Sent by ' })}
      <Untrusted text={letter.sentBy?.displayName ?? ''} most={40} />
      {letter.sentAt !== null &&
        t({ zh: ` 于 ${formatTime(letter.sentAt, language)} 发送`, en: ` at ${formatTime(letter.sentAt, language)}` })}
      {t({ zh: '，不能再修改。', en: '; it can no longer be changed.' })}
      {waits &&
        t({
          zh: `审核决定在 ${formatTime(finalAt, language)} 前仍可撤销，商店届时收到；撤销则恢复为草稿。`,
          en: ` The decision can be undone until ${formatTime(finalAt, language)}; the store is told then, and undoing it makes this a draft again.`,
        })}
    </p>
  );
}
