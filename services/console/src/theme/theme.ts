import type { ThemeConfig } from 'antd';

/** Words on tags: Ant Design's seventh shade of some colours is too light on the first. */
const WORDS_ON_TAGS = {
  gold7: '#874d00',
  yellow7: '#614700',
  lime7: '#3f6600',
  orange7: '#8f3f00',
  green7: '#1f6b04',
  cyan7: '#00606a',
  volcano7: '#a32002',
  blue7: '#0b4fb3',
  red7: '#b4121f',
} as const;

/** Text and its ground stand at least 4.5 : 1 apart (WCAG 2.2 AA); Ant Design's own blue, grey and green do not. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#0b4fb3',
    colorLink: '#0b4fb3',
    colorInfo: '#0b4fb3',
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
    ...WORDS_ON_TAGS,
    colorText: 'rgba(0, 0, 0, 0.9)',
    colorTextSecondary: 'rgba(0, 0, 0, 0.72)',
    colorTextTertiary: 'rgba(0, 0, 0, 0.65)',
    colorTextDescription: 'rgba(0, 0, 0, 0.68)',
    colorTextPlaceholder: 'rgba(0, 0, 0, 0.6)',
    colorBorder: '#8c8c8c',
    borderRadius: 4,
    fontFamily:
      "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Hiragino Sans GB', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif",
  },
};
