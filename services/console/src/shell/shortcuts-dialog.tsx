import { Button, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import './shortcuts-dialog.css';
import { useShortcutList, useShortcuts } from './shortcuts.tsx';

const TITLE = { zh: '键盘快捷键', en: 'Keyboard shortcuts' } as const;
const SCOPE = { zh: '全局', en: 'Everywhere' } as const;

/** Opens the list of all shortcuts that work on this page; `?` does the same. */
export function ShortcutsButton() {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  useShortcuts([{ keys: '?', label: { zh: '显示快捷键', en: 'Show shortcuts' }, do: () => setOpen(true) }], SCOPE);
  return (
    <>
      <Button type="text" aria-label={t(TITLE)} onClick={() => setOpen(true)}>
        <kbd>?</kbd>
      </Button>
      <Modal open={open} title={t(TITLE)} footer={null} onCancel={() => setOpen(false)} width={640} destroyOnHidden>
        <ShortcutList />
      </Modal>
    </>
  );
}

function ShortcutList() {
  const { t, language } = useLanguage();
  const { list, enabled, setEnabled } = useShortcutList();
  const scopes = [...new Set(list.map(({ scope }) => scope[language]))];
  return (
    <>
      <p className="shortcut-switch">
        <Switch checked={enabled} onChange={setEnabled} aria-labelledby="shortcut-switch-label" />{' '}
        <span id="shortcut-switch-label">{t({ zh: '启用不带 Ctrl 的快捷键', en: 'Use shortcuts without Ctrl' })}</span>
      </p>
      {scopes.map((scope) => (
        <section key={scope}>
          <h2 className="shortcut-scope">{scope}</h2>
          <dl className="shortcut-list">
            {list
              .filter((each) => each.scope[language] === scope)
              .flatMap(({ shortcuts }) => shortcuts)
              .map(({ keys, label }) => (
                <div key={keys}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{t(label)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
};

/** The keys of a shortcut as they are printed on the keyboard; use it wherever a shortcut is shown beside what it does. */
export function Keys({ keys }: { readonly keys: string }) {
  return keys.split(' ').map((press, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: `g g` is a sequence too; the place is the name.
    <span key={place}>
      {place > 0 && ' '}
      {press.split('+').map((key, part) => (
        <span key={key}>
          {part > 0 && '+'}
          <kbd>{NAMES[key] ?? key}</kbd>
        </span>
      ))}
    </span>
  ));
}
