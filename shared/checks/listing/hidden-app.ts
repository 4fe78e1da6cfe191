import type { Component } from '../../domain/facts/manifest.ts';
import { wasReadWhole } from '../completeness.ts';
import { identityPlace, isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';
import { spelledOut, visibleName } from '../visible-name.ts';

/** What an icon is called that nobody is to see, as its entry in the package is named. */
const EMPTY_ICON =
  /(?:^|[/_-])(?:transparent|translucent|blank|empty|invisible|hidden|null|none|1x1|pixel)(?:[_-][\w-]*)?\.(?:png|webp|jpg|xml)$/i;

/** Components that the system or a user's settings start, so that an app of them properly has no icon. */
const SYSTEM_STARTED: ReadonlySet<string> = new Set([
  'android.view.InputMethod',
  'android.service.wallpaper.WallpaperService',
  'android.appwidget.action.APPWIDGET_UPDATE',
  'android.accessibilityservice.AccessibilityService',
  'android.service.dreams.DreamService',
  'android.speech.RecognitionService',
  'android.intent.action.TTS_SERVICE',
  'android.service.quicksettings.action.QS_TILE',
]);

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
  explanation: {
    zh: '看应用安装后用户能不能在桌面上认出并找到它：桌面名称是不是空白、零宽等看不见的字符，有没有启用的桌面入口，图标是不是缺失或者名为透明、空白的图片，以及是否准备了停用的桌面入口，运行时可以换掉名称和图标。隐藏起来的应用难以卸载，工信部信管函〔2023〕26号要求应用可以便捷卸载（条款须核对）。名称空白、没有桌面入口、透明图标转人工复核；输入法、壁纸、小部件等由系统启动的应用本来可以没有桌面入口，图标没有读到和可更换的入口也有正当用途，只作提示。图片内容是否透明、运行时是否真的隐藏，静态检查看不出来。',
    en: 'Looks whether users can find and recognise the app on their launcher: whether its label shows nothing (blanks, zero-width characters), whether there is an enabled launcher entry, whether the icon is missing or an image named transparent or blank, and whether disabled launcher entries stand ready to replace name and icon at run time. A hidden app is hard to remove, and MIIT notice [2023] No. 26 wants apps to be easy to uninstall (verify the article). A blank name, no entry and a transparent icon go to a person; keyboards, wallpapers and widgets that the system starts may properly have no entry, and an icon that was not found or an entry that can be exchanged has honest uses: a warning. Whether an image is transparent, or the app really hides at run time, cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '名称是零宽字符。', en: 'The label is a zero-width character.' },
        code: '<application android:label="\\u200b">',
      },
      {
        text: { zh: '唯一的页面没有桌面入口。', en: 'The only activity is no launcher entry.' },
        code: '<category android:name="android.intent.category.DEFAULT" />',
      },
    ],
    good: [
      {
        text: { zh: '有名称、图标和桌面入口。', en: 'A name, an icon and a launcher entry.' },
        code: '<action android:name="android.intent.action.MAIN" />\n<category android:name="android.intent.category.LAUNCHER" />',
      },
    ],
  },
  messages: {
    blank: {
      zh: '应用显示名称为空白字符，用户难以找到和卸载；工信部信管函〔2023〕26号要求应用可以便捷卸载（条款须核对）',
      en: 'The name that the launcher shows consists of blank characters, so that users can hardly find and remove the app; MIIT notice [2023] No. 26 wants apps to be easy to uninstall (verify the article)',
    },
    noIcon: {
      zh: '安装包没有桌面入口（没有启用的 MAIN/LAUNCHER 页面），安装后不显示图标；请复核是否为输入法、插件等合理情形（工信部信管函〔2023〕26号，条款须核对）',
      en: 'The package has no launcher entry (no enabled MAIN/LAUNCHER activity), so it shows no icon once installed; review whether that is proper, as for a keyboard or a plug-in (MIIT notice [2023] No. 26, verify the article)',
    },
    emptyIcon: {
      zh: '桌面图标使用的文件是 {icon}，像是透明或空白的图片；用户难以找到和卸载，请复核（工信部信管函〔2023〕26号，条款须核对）',
      en: 'The icon is the file {icon}, by its name transparent or blank; users could hardly find and remove the app: review it (MIIT notice [2023] No. 26, verify the article)',
    },
    missingIcon: {
      zh: '安装包有桌面入口，没有找到应用图标文件，桌面上可能显示为默认图标或空白；请确认图标（工信部信管函〔2023〕26号，条款须核对）',
      en: 'There is a launcher entry and no file of an icon was found, so that launchers may show a default one or nothing: check the icon (MIIT notice [2023] No. 26, verify the article)',
    },
    switchable: {
      zh: '安装包有 {count} 个停用的桌面入口（{names}），运行时可以换掉桌面名称和图标；请确认只用于用户自己选择的换图标等功能（工信部信管函〔2023〕26号，条款须核对）',
      en: 'The package has {count} disabled launcher entries ({names}), by which name and icon can be replaced at run time; make sure that only users themselves do that (MIIT notice [2023] No. 26, verify the article)',
    },
  },
  remedy: {
    zh: '设置与上架名称一致的应用名称，并保留可见的桌面图标；确无桌面入口的（如输入法），请说明',
    en: 'Give the app the name it is listed under and a visible launcher icon; where it properly has none (a keyboard), say so',
  },
  applies: ({ package: facts }) => wasReadWhole(facts, 'manifest'),
  *evaluate({ package: facts }) {
    const { identity, launcher, components, application } = facts;
    const labels = [identity.label.zh, identity.label.default].filter((label): label is string => label !== null);
    if (labels.length > 0 && labels.every((label) => visibleName(label) === '')) {
      const text = spelledOut(labels[0]!.replace(/\s/g, (blank) => `[U+${blank.codePointAt(0)!.toString(16).padStart(4, '0')}]`));
      yield {
        message: 'blank',
        subject: 'label',
        evidence: [{ type: 'resource', entry: identityPlace(facts).label, text }],
      };
    }
    if (!isAndroid(facts)) return;
    // Without any component nothing of the app ever runs, and there is nothing to hide.
    if (launcher === null && components.some(({ enabled }) => enabled)) {
      const proper = components.some((component) => component.enabled && isSystemStarted(component));
      yield {
        message: 'noIcon',
        subject: 'launcher',
        severity: proper ? 'warn' : 'review',
        evidence: [{ type: 'manifest', element: '/manifest/application', attribute: 'android.intent.category.LAUNCHER' }],
      };
    }
    if (launcher === null) return;
    const { icon } = application;
    const place = { type: 'manifest', element: '/manifest/application', attribute: 'android:icon' } as const;
    if (icon === null && wasReadWhole(facts, 'resources')) {
      yield { message: 'missingIcon', subject: 'icon', severity: 'warn', evidence: [place] };
    } else if (icon !== undefined && icon !== null && EMPTY_ICON.test(icon)) {
      yield { message: 'emptyIcon', subject: 'icon', data: { icon }, evidence: [{ ...place, value: icon }] };
    }
    const spare = components.filter((component) => !component.enabled && isLauncherEntry(component));
    if (spare.length > 0) {
      const names = spare.slice(0, MOST_NAMES).map(({ name }) => name.split('.').pop());
      yield {
        message: 'switchable',
        subject: 'aliases',
        severity: 'warn',
        data: { count: spare.length, names: names.join('、') + (spare.length > MOST_NAMES ? ' …' : '') },
        evidence: spare.slice(0, MOST_NAMES).map(({ place: element, name }) => ({
          type: 'manifest' as const,
          element,
          attribute: 'android:name',
          value: name,
        })),
      };
    }
  },
});

const MOST_NAMES = 10;

function isSystemStarted({ intentFilters }: Component): boolean {
  return intentFilters.some(({ actions }) => actions.some((action) => SYSTEM_STARTED.has(action)));
}

function isLauncherEntry({ intentFilters }: Component): boolean {
  return intentFilters.some(
    ({ actions, categories }) =>
      actions.includes('android.intent.action.MAIN') && categories.includes('android.intent.category.LAUNCHER'),
  );
}
