import { Input, type InputRef } from 'antd';
import type { Ref } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { useCapsLock } from './caps-lock.ts';

interface Given {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  /** What is wrong with it, or how it must be. */
  readonly hint?: string;
  readonly wrong?: boolean;
  readonly focused?: boolean;
  readonly ref?: Ref<InputRef>;
}

/** A field for a password, which can be looked at, with a word about Caps Lock. */
export function PasswordField({ id, label, value, onChange, autoComplete, hint, wrong = false, focused = false, ref }: Given) {
  const { t } = useLanguage();
  const { on, keys } = useCapsLock();
  const said = on ? t({ zh: '大写锁定已打开', en: 'Caps Lock is on' }) : hint;
  return (
    <div className="login-field">
      <label htmlFor={id}>{label}</label>
      <Input.Password
        {...(ref === undefined ? {} : { ref })}
        id={id}
        name={id}
        size="large"
        value={value}
        required
        autoFocus={focused}
        autoComplete={autoComplete}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        {...keys}
      />
      <p id={`${id}-hint`} className={wrong && !on ? 'login-hint login-wrong' : 'login-hint'} aria-live="polite">
        {said}
      </p>
    </div>
  );
}
