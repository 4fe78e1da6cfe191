import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import type { WithPassword } from './accounts-api.ts';

/** Shows a password for one use, this once. */
export function PasswordDialog({ shown, onClose }: { readonly shown: WithPassword; readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    navigator.clipboard
      .writeText(shown.password)
      .then(() => setCopied(true))
      // Without HTTPS there is no clipboard: the password can still be selected.
      .catch(() => setCopied(false));
  return (
    <Modal
      open
      title={t({ zh: '一次性密码', en: 'Password for one use' })}
      // A click beside it would lose the password.
      mask={{ closable: false }}
      closable={false}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t({ zh: '已记下', en: 'I have it' })}
        </Button>
      }
    >
      <p>
        <Untrusted text={shown.account.displayName} most={40} />（{shown.account.name}）
      </p>
      <p className="accounts-password">
        <code data-testid="one-time-password">{shown.password}</code>
        <Button onClick={() => void copy()}>{t({ zh: '复制', en: 'Copy' })}</Button>
      </p>
      <p aria-live="polite" className="accounts-hint">
        {copied === true && t({ zh: '已复制。', en: 'Copied.' })}
        {copied === false && t({ zh: '浏览器不允许复制，请选中后复制。', en: 'The browser does not allow it; select and copy.' })}
      </p>
      <p>
        {t({
          zh: '密码仅显示这一次，请当面或通过可信的渠道告知本人；首次登录时须设置自己的密码。',
          en: 'It is shown only now. Hand it over in person or by a channel you trust; its owner chooses another at the first sign-in.',
        })}
      </p>
    </Modal>
  );
}
