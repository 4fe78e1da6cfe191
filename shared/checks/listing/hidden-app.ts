import { wasReadWhole } from '../completeness.ts';
import { identityPlace, isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** What is left of a label when everything is taken out that shows nothing: blanks, controls, zero-width and filler characters. */
function visible(label: string): string {
  return label.replace(/[\s\p{C}\p{Z}\p{M}\u{115F}\u{1160}\u{3164}\u{FFA0}\u{2800}]/gu, '');
}

export default rule({
  id: 'listing/hidden-app',
  clauses: ['sz2025-9'],
  basis: [
    { instrument: 'miit-26-2023', article: '便捷卸载', verified: false },
    { instrument: 'miit-164-2020', verified: false },
    { instrument: 'taf-078', article: '078.7', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '应用名称空白或没有桌面图标', en: 'Blank app name or no launcher icon' },
  messages: {
    blank: {
      zh: '应用显示名称为空白字符，用户难以找到和卸载；工信部信管函〔2023〕26号要求应用可以便捷卸载（条款须核对）',
      en: 'The name that the launcher shows consists of blank characters, so that users can hardly find and remove the app; MIIT notice [2023] No. 26 wants apps to be easy to uninstall (verify the article)',
    },
    noIcon: {
      zh: '安装包没有桌面入口（没有启用的 MAIN/LAUNCHER 页面），安装后不显示图标；请复核是否为输入法、插件等合理情形（工信部信管函〔2023〕26号，条款须核对）',
      en: 'The package has no launcher entry (no enabled MAIN/LAUNCHER activity), so it shows no icon once installed; review whether that is proper, as for a keyboard or a plug-in (MIIT notice [2023] No. 26, verify the article)',
    },
  },
  remedy: {
    zh: '设置与上架名称一致的应用名称，并保留可见的桌面图标；确无桌面入口的（如输入法），请说明',
    en: 'Give the app the name it is listed under and a visible launcher icon; where it properly has none (a keyboard), say so',
  },
  applies: ({ package: facts }) => wasReadWhole(facts, 'manifest'),
  *evaluate({ package: facts }) {
    const { identity, launcher, components } = facts;
    const labels = [identity.label.zh, identity.label.default].filter((label): label is string => label !== null);
    if (labels.length > 0 && labels.every((label) => visible(label) === '')) {
      const codes = [...labels[0]!].map(
        (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
      );
      yield {
        message: 'blank',
        subject: 'label',
        evidence: [{ type: 'resource', entry: identityPlace(facts).label, text: codes.join(' ') }],
      };
    }
    // Without any component nothing of the app ever runs, and there is nothing to hide.
    if (isAndroid(facts) && launcher === null && components.some(({ enabled }) => enabled)) {
      yield {
        message: 'noIcon',
        subject: 'launcher',
        evidence: [{ type: 'manifest', element: '/manifest/application', attribute: 'android.intent.category.LAUNCHER' }],
      };
    }
  },
});
