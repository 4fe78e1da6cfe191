import type { AppealAttachment, AppealMessage } from '../../../../shared/domain/review/appeal.ts';
import { formatTime } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Untrusted } from '../shell/untrusted.tsx';
import { visibleText } from '../shell/visible-characters.ts';

/** The thread of an appeal in its order. Everything that developers wrote is shown as text, and their files are only downloads. */
export function MessageList({ messages }: { readonly messages: readonly AppealMessage[] }) {
  const { t, language } = useLanguage();
  return (
    <ol className="appeal-messages">
      {messages.map((message) => (
        <li key={message.id} data-from={message.from}>
          <p className="appeal-who">
            <b>{message.from === 'developer' ? t({ zh: '开发者', en: 'Developer' }) : t({ zh: '审核人员', en: 'Reviewer' })}</b>
            {message.by !== null && (
              <>
                {' '}
                <Untrusted text={message.by.displayName} most={40} />
              </>
            )}
            {' · '}
            <time dateTime={message.at}>{formatTime(message.at, language)}</time>
          </p>
          <div className="appeal-text">
            <Untrusted text={message.text} most={1_500} lines />
          </div>
          {message.attachments.length > 0 && (
            <ul className="appeal-files">
              {message.attachments.map((file) => (
                <li key={file.id}>
                  <Attachment file={file} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Attachment({ file }: { readonly file: AppealAttachment }) {
  const { t } = useLanguage();
  const name = visibleText(file.fileName, 80);
  return (
    <>
      <a
        href={`/v1/review/appeals/attachments/${encodeURIComponent(file.id)}`}
        download
        aria-label={t({ zh: `下载附件 ${name}`, en: `Download ${name}` })}
      >
        <bdi>{name}</bdi>
      </a>{' '}
      <span className="appeal-file">
        {file.mediaType} · {Math.max(1, Math.round(file.bytes / 1024))} KiB
      </span>
    </>
  );
}
