import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, App as Feedback } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/query-client.ts';
import { LanguageProvider, useLanguage } from './i18n/language.tsx';
import { router } from './routes.tsx';
import { LiveRegion } from './shell/announce.tsx';
import { ShortcutsProvider } from './shell/shortcuts.tsx';
import { useStillness } from './theme/motion.ts';
import { pageNonce } from './theme/nonce.ts';
import { themeOf } from './theme/theme.ts';

const LOCALES = { zh: zhCN, en: enUS } as const;
/** Ant Design would put a blank between two Chinese characters. */
const BUTTON = { autoInsertSpace: false };
const csp = { nonce: pageNonce() };

/** Everything that pages stand on: language, theme, data, shortcuts, routes. */
export function App() {
  return (
    <LanguageProvider>
      <Themed />
    </LanguageProvider>
  );
}

function Themed() {
  const { language } = useLanguage();
  const still = useStillness();
  return (
    <ConfigProvider locale={LOCALES[language]} theme={themeOf(still)} csp={csp} button={BUTTON}>
      <Feedback>
        <QueryClientProvider client={queryClient}>
          <ShortcutsProvider>
            <RouterProvider router={router} />
          </ShortcutsProvider>
          <LiveRegion />
        </QueryClientProvider>
      </Feedback>
    </ConfigProvider>
  );
}
