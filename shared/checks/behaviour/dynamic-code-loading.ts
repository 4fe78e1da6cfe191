import type { ApiUse, PackageFacts } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { callEvidence, callNames } from '../callers.ts';
import { loaderOf } from '../loaders.ts';
import { codeOwner } from '../ownership.ts';
import { isAndroid } from '../platform.ts';
import { rule } from '../rule.ts';

/** Who loads: a framework for it, a known SDK, the app or code that nobody is known for. */
interface Loader {
  readonly kind: 'framework' | 'sdk' | 'code';
  readonly id: string;
  readonly name: Bilingual;
  readonly uses: ApiUse[];
}

export default rule({
  id: 'behaviour/dynamic-code-loading',
  clauses: ['platform2025-1', 'platform2025-3', 'pledge2021-9'],
  basis: [
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'app-information-service-2022', article: '20', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '运行时加载代码，送审内容不完整', en: 'Code is loaded at run time, so what was submitted is not all' },
  explanation: {
    zh: '检查应用有没有热修复、插件化框架，或者自行用 DexClassLoader 等加载代码，以及藏在资源里、系统不会自动加载的代码。这样的应用可以在上架之后换掉行为，检测看到的不是全部：本次“未发现”的结论不能作为通过的依据，覆盖度另行说明。热修复本身不违法，请人核实下发的代码由谁提供、是否另行送审。基础库（multidex、系统组件）的加载不报，已知SDK自带的加载只提示；加固产品由覆盖度说明。从哪里下载、加载什么，静态检测看不到。',
    en: 'The rule looks for frameworks of hot fixes and plug-ins, for code of the app that uses DexClassLoader and the like, and for code hidden where the system does not load it by itself. Such an app can change what it does once it is on the shelf, and what was seen is not all: "not found" is no ground for approval, as the coverage says. Hot fixes are not unlawful in themselves; a person finds out who provides the code and whether it is submitted. Loading by base libraries (multidex, parts of the system) is left out, by known SDKs warned about only; hardening products are told by the coverage. What is loaded from where is not visible statically.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '从服务器下载 DEX 并加载，未向商店说明',
          en: 'A DEX file is downloaded and loaded, and the store was not told',
        },
        code: 'DexClassLoader(downloaded.path, cacheDir.path, null, classLoader).loadClass("com.example.Plugin")',
      },
    ],
    good: [
      {
        text: {
          zh: '动态功能模块随 AAB 一并送审，由商店分发',
          en: 'Dynamic feature modules are part of the bundle and delivered by the store',
        },
      },
    ],
  },
  messages: {
    framework: {
      zh: '安装包含有{name}（{calls}），可以在上架后更换代码；下发的代码不在送审内容里，本次检测没有看到。请说明下发内容和管理方式，更新须按《网络数据安全管理条例》第四十一条的核验要求另行送审',
      en: 'The package contains {name} ({calls}), which can replace code once the app is on the shelf; that code is not part of the submission and was not seen. Explain what is delivered and how it is governed; updates want verification of their own under article 41 of the Regulation on Network Data Security',
    },
    code: {
      zh: '{name}在运行时加载代码（{calls}，共 {count} 处），加载的内容不在送审内容里或者没有被看到；请说明加载什么、从哪里来，以便按《网络数据安全管理条例》第四十一条核验',
      en: 'Code is loaded at run time by {name} ({calls}, {count} places), which is not part of the submission or was not seen; explain what is loaded and from where, so that it can be verified under article 41 of the Regulation on Network Data Security',
    },
    hidden: {
      zh: '安装包的 {entry} 是系统不会自动加载的代码（{classes} 个类），只有应用自己能加载；其中的内容已一并检查，但与主代码的关系无法确定，请说明用途（《网络数据安全管理条例》第四十一条）',
      en: '{entry} of the package is code that the system does not load by itself ({classes} classes); only the app can. It was checked as well, but how it belongs to the rest cannot be told: explain what it is for (article 41 of the Regulation on Network Data Security)',
    },
  },
  remedy: {
    zh: '提交说明：加载的内容、来源、签名校验和更新流程；不需要的，移除热修复、插件化框架和自行加载的代码；用于更换业务功能的，改为发布新版本送审',
    en: 'Explain what is loaded, from where, how it is verified and updated; remove frameworks and loaders that are not needed; where they replace functions, submit a new version instead',
  },
  applies: ({ package: facts }) => isAndroid(facts),
  *evaluate({ package: facts, knowledge }) {
    for (const { kind, id, name, uses } of loadersOf(facts, knowledge)) {
      yield {
        message: kind === 'framework' ? 'framework' : 'code',
        subject: id,
        severity: kind === 'sdk' ? 'warn' : 'review',
        data: { name, calls: callNames(uses, 3), count: uses.reduce((sum, use) => sum + Math.max(1, use.callers.length), 0) },
        evidence: uses.flatMap((use) => callEvidence(use, facts, knowledge, 3)),
      };
    }
    // Code that a shell hides is the packer's business, told by the coverage.
    if (facts.packers.length > 0) return;
    for (const { entry, loading, classes } of facts.code.dexFiles) {
      if (loading !== 'hidden' || classes === 0) continue;
      yield {
        message: 'hidden',
        subject: entry,
        severity: 'review',
        data: { entry, classes },
        evidence: [{ type: 'package', entry, detail: `${classes} classes` }],
      };
    }
  },
});

/** Loading calls by who makes them; base libraries left out. */
function loadersOf(facts: PackageFacts, knowledge: Knowledge): Loader[] {
  const loaders = new Map<string, Loader>();
  const note = (kind: Loader['kind'], id: string, name: Bilingual, use: ApiUse) => {
    const known = loaders.get(id) ?? { kind, id, name, uses: [] };
    known.uses.push(use);
    loaders.set(id, known);
  };
  for (const use of facts.code.dynamicLoading) {
    const byLoader = new Map<string, { loader: Omit<Loader, 'uses'>; callers: ApiUse['callers'][number][] }>();
    for (const site of use.callers) {
      const loader = loaderOfClass(site.class, facts, knowledge);
      if (loader === null) continue;
      const known = byLoader.get(loader.id) ?? { loader, callers: [] };
      known.callers.push(site);
      byLoader.set(loader.id, known);
    }
    for (const { loader, callers } of byLoader.values()) note(loader.kind, loader.id, loader.name, { ...use, callers });
  }
  return [...loaders.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function loaderOfClass(className: string, facts: PackageFacts, knowledge: Knowledge): Omit<Loader, 'uses'> | null {
  const framework = loaderOf(className);
  if (framework !== null) return { kind: 'framework', id: framework.prefix, name: framework.name };
  const owner = codeOwner(className, facts, knowledge);
  if (owner.kind === 'library') return null;
  if (owner.sdk?.category === 'hotfix') return { kind: 'framework', id: owner.id, name: owner.name };
  return { kind: owner.kind === 'sdk' ? 'sdk' : 'code', id: owner.id, name: owner.name };
}
