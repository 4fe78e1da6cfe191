import type { Bilingual } from '../domain/text.ts';

/** Frameworks that replace or add code at run time, by package prefix, beside the hot-fix products among the known SDKs. */
const CODE_LOADERS: ReadonlyMap<string, Bilingual> = new Map([
  ['com.tencent.tinker', { zh: 'Tinker 热修复', en: 'Tinker (hot fix)' }],
  ['com.taobao.sophix', { zh: 'Sophix 热修复', en: 'Sophix (hot fix)' }],
  ['com.meituan.robust', { zh: 'Robust 热修复', en: 'Robust (hot fix)' }],
  ['com.alipay.euler.andfix', { zh: 'AndFix 热修复', en: 'AndFix (hot fix)' }],
  ['me.ele.amigo', { zh: 'Amigo 热修复', en: 'Amigo (hot fix)' }],
  ['com.qihoo360.replugin', { zh: 'RePlugin 插件化', en: 'RePlugin (plug-ins)' }],
  ['com.qihoo360.loader2', { zh: 'RePlugin 插件化', en: 'RePlugin (plug-ins)' }],
  ['com.didi.virtualapk', { zh: 'VirtualAPK 插件化', en: 'VirtualAPK (plug-ins)' }],
  ['com.tencent.shadow', { zh: 'Shadow 插件化', en: 'Shadow (plug-ins)' }],
  ['com.lody.virtual', { zh: 'VirtualApp 虚拟环境', en: 'VirtualApp (virtual environment)' }],
  ['com.morgoo.droidplugin', { zh: 'DroidPlugin 插件化', en: 'DroidPlugin (plug-ins)' }],
  ['com.ryg.dynamicload', { zh: 'dynamic-load-apk 插件化', en: 'dynamic-load-apk (plug-ins)' }],
  ['net.wequick.small', { zh: 'Small 插件化', en: 'Small (plug-ins)' }],
  ['com.taobao.atlas', { zh: 'Atlas 插件化', en: 'Atlas (plug-ins)' }],
  ['com.iqiyi.android.qigsaw', { zh: 'Qigsaw 动态分发', en: 'Qigsaw (dynamic delivery)' }],
  ['com.bytedance.mira', { zh: 'Mira 插件化', en: 'Mira (plug-ins)' }],
]);

/** The framework a class belongs to, whole segments only; null for any other code. */
export function loaderOf(className: string): { readonly prefix: string; readonly name: Bilingual } | null {
  for (let prefix = className; prefix.includes('.'); prefix = prefix.slice(0, prefix.lastIndexOf('.'))) {
    const name = CODE_LOADERS.get(prefix);
    if (name !== undefined) return { prefix, name };
  }
  return null;
}
