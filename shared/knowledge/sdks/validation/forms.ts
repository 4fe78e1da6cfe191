import type { SdkEntry } from '../entry.ts';
import type { PlacedSdk, SdkProblem } from './problem.ts';

interface Form {
  readonly pattern: RegExp;
  /** How it is written. */
  readonly zh: string;
  readonly en: string;
}

const CLASS: Form = {
  pattern: /^[A-Za-z_]\w*(\.[\w$]+)+$/,
  zh: '带包名的完整类名，例如 cn.jpush.android.service.PushReceiver',
  en: 'a whole class name, as cn.jpush.android.service.PushReceiver',
};
const MEMBER: Form = {
  pattern: /^[A-Za-z_]\w*(\.[\w$]+){2,}$/,
  zh: '完整类名加成员名，例如 com.umeng.commonsdk.UMConfigure.preInit，不带括号',
  en: 'a whole class name and a member, as com.umeng.commonsdk.UMConfigure.preInit, without parentheses',
};
const LIBRARY: Form = {
  pattern: /^lib[\w.+-]+\.so$/,
  zh: 'so 文件名，例如 libmsc.so，不带文件夹',
  en: 'the file name of a library, as libmsc.so, without a folder',
};
const META_DATA: Form = {
  pattern: /^[A-Za-z_][\w.:/ -]{2,}\*?$/,
  zh: '清单 <meta-data> 的 android:name，至少三个字符，只有末尾可以是星号',
  en: 'android:name of a <meta-data> of the manifest, of three characters at least; a star may only stand at its end',
};
const ENTRY: Form = {
  pattern: /^(?!\/)(?!.*\/\/)[^\\*?]{4,}$/u,
  zh: '包内路径，不以斜杠开头，例如 assets/sensors_analytics/',
  en: 'a path in the package that begins with no slash, as assets/sensors_analytics/',
};
const RESOURCE: Form = {
  pattern: /^[a-z][\w.]{4,}$/i,
  zh: '资源名的开头，至少五个字符，例如 umeng_socialize_',
  en: 'the beginning of names of resources, of five characters at least, as umeng_socialize_',
};
const DOMAIN: Form = {
  pattern: /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
  zh: '小写域名，不带协议、端口、路径和星号，例如 log.umsns.com',
  en: 'a host in small letters without scheme, port, path and star, as log.umsns.com',
};
const MAVEN: Form = {
  pattern: /^[\w.-]+:([\w.-]+\*?|\*)$/,
  zh: '“组:名称”，不带版本，只有末尾可以是星号，例如 com.umeng.umsdk:common',
  en: '“group:artifact” without a version; a star may only stand at its end, as com.umeng.umsdk:common',
};
const PACKAGE_NAME: Form = {
  pattern: /^(@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*$/i,
  zh: '包名，例如 cordova-plugin-device 或 @umeng/common，不带版本',
  en: 'the name of a package, as cordova-plugin-device or @umeng/common, without a version',
};
const PUB_NAME: Form = {
  pattern: /^[a-z_][a-z0-9_]*$/,
  zh: 'pub 包名，小写加下划线，例如 jpush_flutter',
  en: 'the name of a pub package in small letters and underscores, as jpush_flutter',
};
const MODULE: Form = {
  pattern: /^[\w@./-]{2,}$/,
  zh: '模块或插件名，不含空格',
  en: 'the name of a module or plugin, without blanks',
};

const FIELDS: readonly (readonly [field: keyof SdkEntry, form: Form])[] = [
  ['components', CLASS],
  ['autoStart', CLASS],
  ['nativeLibraries', LIBRARY],
  ['metaData', META_DATA],
  ['assets', ENTRY],
  ['resources', RESOURCE],
  ['domains', DOMAIN],
  ['maven', MAVEN],
  ['versionAt', MEMBER],
];

/** Values that are not written as their field wants them, or that stand in it twice. */
export function* formProblems(placed: readonly PlacedSdk<SdkEntry>[]): Generator<SdkProblem> {
  for (const { file, sdk } of placed) {
    for (const { field, values, form } of listsOf(sdk)) {
      for (const value of values) {
        if (!form.pattern.test(value)) yield { file, entry: sdk.id, field, ...misshapen(value, form) };
      }
      const doubled = values.filter((value, index) => values.indexOf(value) !== index);
      if (doubled.length > 0) yield { file, entry: sdk.id, field, ...twice(doubled) };
    }
  }
}

function listsOf(sdk: SdkEntry): { field: string; values: readonly string[]; form: Form }[] {
  const { consent } = sdk;
  return [
    ...FIELDS.map(([field, form]) => ({ field, values: sdk[field] as readonly string[], form })),
    ...(['before', 'start', 'tell'] as const).map((part) => ({
      field: `consent.${part}`,
      values: consent?.[part] ?? [],
      form: MEMBER,
    })),
    ...Object.entries(sdk.plugins).map(([runtime, values]) => ({
      field: `plugins.${runtime}`,
      values,
      form: runtime === 'flutter' ? PUB_NAME : runtime === 'uni-app' ? MODULE : PACKAGE_NAME,
    })),
  ];
}

const misshapen = (value: string, form: Form) => ({
  wrong: { zh: `“${value}”写法不对`, en: `“${value}” is not written as it should be` },
  mend: { zh: `写成${form.zh}`, en: `write ${form.en}` },
});

const twice = (values: readonly string[]) => ({
  wrong: { zh: `${values.join('、')} 写了两次`, en: `${values.join(', ')} stands there twice` },
  mend: { zh: '删去一个', en: 'take one out' },
});
