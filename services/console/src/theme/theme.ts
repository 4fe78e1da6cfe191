import type { ThemeConfig } from 'antd';

/** Text and its ground stand at least 4.5 : 1 apart (WCAG 2.2 AA); Ant Design's own blue, grey and green do not. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#0b4fb3',
    colorLink: '#0b4fb3',
    colorInfo: '#0b4fb3',
    colorSuccess: '#1c6b12',
    colorWarning: '#8a4b00',
    colorError: '#b4121f',
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
