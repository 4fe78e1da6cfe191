import { useEffect, useRef } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigate, useNavigation } from 'react-router';
import { useSession } from '../api/session.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { LanguageSwitch } from '../i18n/switch.tsx';
import { AccountMenu } from './account-menu.tsx';
import './layout.css';
import { DESTINATIONS } from './navigation.ts';
import { useShortcuts } from './shortcuts.tsx';
import { ShortcutsButton } from './shortcuts-dialog.tsx';

const SCOPE = { zh: '全局', en: 'Everywhere' } as const;

/** The frame around every page: skip link, navigation, account, and the page itself. */
export function Layout() {
  const { t } = useLanguage();
  const { rights } = useSession();
  const navigate = useNavigate();
  const loading = useNavigation().state === 'loading';
  const main = useFocusOnNewPage();
  const destinations = DESTINATIONS.filter(({ right }) => rights.includes(right));
  useShortcuts(
    destinations.map(({ keys, label, path }) => ({ keys, label, do: () => void navigate(path) })),
    SCOPE,
  );
  return (
    <div className="layout">
      <a className="skip-link" href="#main">
        {t({ zh: '跳到正文', en: 'Skip to content' })}
      </a>
      <header className="header">
        <NavLink className="brand" to="/queue">
          Shelfgate
        </NavLink>
        <nav aria-label={t({ zh: '主导航', en: 'Main' })}>
          <ul>
            {destinations.map(({ path, label }) => (
              <li key={path}>
                <NavLink to={path}>{t(label)}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="header-end">
          <ShortcutsButton />
          <LanguageSwitch />
          <AccountMenu />
        </div>
        {loading && <div className="progress" aria-hidden="true" />}
      </header>
      <main id="main" ref={main} tabIndex={-1} aria-busy={loading}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </div>
  );
}

/** A new page starts at its top for the keyboard as for the eye; a change of filters or tabs leaves the focus where it is. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
