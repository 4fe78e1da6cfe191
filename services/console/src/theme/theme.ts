import type { ThemeConfig } from 'antd';

/** Shades of Ant Design's colours that are too light: the sixth stands under white words on solid tags, the seventh writes on the first. */
const DARKER = {
  red: ['#cf1322', '#b4121f'],
  volcano: ['#ba2b06', '#a32002'],
  orange: ['#a34a00', '#8f3f00'],
  gold: ['#8f5f00', '#874d00'],
  yellow: ['#7a6100', '#614700'],
  lime: ['#4f7300', '#3f6600'],
  green: ['#23780a', '#1f6b04'],
  cyan: ['#00707a', '#00606a'],
  blue: ['#0b4fb3', '#0b4fb3'],
  magenta: ['#c41d7f', '#a5136a'],
} as const;

/** Each shade has two names in the theme, and the style sheet takes the one that comes last. */
const SHADES = Object.fromEntries(
  Object.entries(DARKER).flatMap(([name, [sixth, seventh]]) => [
    [`${name}6`, sixth],
    [`${name}-6`, sixth],
    [`${name}7`, seventh],
    [`${name}-7`, seventh],
  ]),
);

/** Text and its ground stand at least 4.5 : 1 apart (WCAG 2.2 AA); Ant Design's own blue, grey and green do not. */
const TOKEN: ThemeConfig['token'] = {
  colorPrimary: '#0b4fb3',
  colorLink: '#0b4fb3',
  colorInfo: '#0b4fb3',
  // A link among words must be told from them by more than its colour.
  linkDecoration: 'underline',
  linkHoverDecoration: 'underline',
  linkFocusDecoration: 'underline',
  colorSuccess: '#1c6b12',
  colorWarning: '#8a4b00',
  colorError: '#b4121f',
  // Made from colours as dark as these, the pale grounds would come out grey.
  colorSuccessBg: '#f2fbee',
  colorSuccessBorder: '#9bd488',
  colorWarningBg: '#fff8e6',
  colorWarningBorder: '#e8b75a',
  colorErrorBg: '#fff1f0',
  colorErrorBorder: '#f0a3a0',
  colorInfoBg: '#eaf2fd',
  colorInfoBorder: '#8db6ea',
  colorPrimaryBg: '#eaf2fd',
  colorPrimaryBgHover: '#d6e6fb',
  colorHighlight: '#b4121f',
  ...SHADES,
  colorText: 'rgba(0, 0, 0, 0.9)',
  colorTextSecondary: 'rgba(0, 0, 0, 0.72)',
  colorTextTertiary: 'rgba(0, 0, 0, 0.65)',
  colorTextDescription: 'rgba(0, 0, 0, 0.68)',
  colorTextPlaceholder: 'rgba(0, 0, 0, 0.6)',
  colorBorder: '#8c8c8c',
  borderRadius: 4,
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Hiragino Sans GB', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif",
};

const LIVELY: ThemeConfig = { token: TOKEN };
const STILL: ThemeConfig = { token: { ...TOKEN, motion: false } };

/** The theme, without motion for those who ask their system for less of it. */
export function themeOf(still: boolean): ThemeConfig {
  return still ? STILL : LIVELY;
}
