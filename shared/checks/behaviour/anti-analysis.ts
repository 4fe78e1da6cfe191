import type { Tampering } from '../../domain/facts/contents.ts';
import { rule } from '../rule.ts';

/** Oddities that build and channel tools, or old ones, also leave behind: worth a note, not a review. */
const OFTEN_HARMLESS: ReadonlySet<string> = new Set(['prefixed-data', 'shifted-offsets', 'trailing-data', 'name-not-utf8']);

export default rule({
  id: 'behaviour/anti-analysis',
  clauses: ['platform2025-1', 'pledge2021-1'],
  basis: [
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'app-information-service-2022', article: '20', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '安装包含有妨碍检测的手法', en: 'The package uses tricks against analysis' },
  explanation: {
    zh: '检查安装包的结构里有没有系统能够容忍、却会让检测工具读错或者读不出的写法，例如伪造的加密标志、重复或错位的条目、虚报的大小。正常的构建工具不会产生这些写法，加固工具和刻意逃避检测的人会。构建和渠道工具常留下的几种（文件前后附加数据、偏移错位、文件名不是UTF-8）只提示。这条规则不判断应用做了什么，只说明检测受到妨碍，需要人看。',
    en: 'The rule looks for structures that the system tolerates and that make analysis tools read something wrong or nothing: false encryption flags, entries twice or out of place, untrue sizes. Ordinary build tools do not make them; packers do, and those who want to evade. A few that build and channel tools often leave behind (data before or after, shifted offsets, names that are no UTF-8) are warned about only. The rule does not say what the app does, only that analysis was hindered and a person should look.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '条目标记为已加密，而系统照常读取：不少工具会因此放弃',
          en: 'Entries flagged as encrypted, which the system reads all the same and at which many tools give up',
        },
      },
    ],
    good: [{ text: { zh: '由官方构建工具产生并重新签名的安装包', en: 'A package made and signed by the official build tools' } }],
  },
  messages: {
    trick: {
      zh: '安装包结构含有系统能容忍、却会使检测工具读错的写法：{what}（{trick}，共 {count} 处）；正常构建一般不会出现，请复核是否有意逃避《网络数据安全管理条例》第四十一条规定的核验',
      en: 'The structure of the package has something that the system tolerates and that misleads analysis tools: {what} ({trick}, {count} places). Ordinary builds do not; review whether it is meant to evade the verification of article 41 of the Regulation on Network Data Security',
    },
    refused: {
      zh: '安装包结构含有现行系统会拒绝的写法：{what}（{trick}，共 {count} 处）；个别系统版本仍可能安装，请复核是否提交了正式版本、是否有意逃避《网络数据安全管理条例》第四十一条规定的核验',
      en: 'The structure of the package has something that current systems refuse: {what} ({trick}, {count} places). Some versions may install it all the same; review whether this is the release, and whether it is meant to evade the verification of article 41 of the Regulation on Network Data Security',
    },
  },
  remedy: {
    zh: '使用正常的构建和打包工具重新生成安装包；由加固工具造成的，更换或关闭相应选项',
    en: 'Build the package again with ordinary tools; where a packer causes it, replace the packer or switch the option off',
  },
  *evaluate({ package: { tampering } }) {
    for (const [trick, places] of byTrick(tampering)) {
      yield {
        message: places.some(({ effect }) => effect === 'install') ? 'refused' : 'trick',
        subject: trick,
        severity: OFTEN_HARMLESS.has(trick) ? 'warn' : 'review',
        data: { trick, what: places[0]!.detail, count: places.length },
        evidence: places.map(({ place, detail }) => ({ type: 'package' as const, entry: place, detail: detail.zh })),
      };
    }
  },
});

/** Places of each trick, both in the order of the facts. */
function byTrick(tampering: readonly Tampering[]): ReadonlyMap<string, readonly Tampering[]> {
  const tricks = new Map<string, Tampering[]>();
  for (const entry of tampering) {
    const places = tricks.get(entry.trick);
    if (places === undefined) tricks.set(entry.trick, [entry]);
    else places.push(entry);
  }
  return tricks;
}
