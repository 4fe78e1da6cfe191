import type { DetectedSdk, SdkVersion } from '../../knowledge/sdks/detection/detected.ts';
import type { BadVersion } from '../../knowledge/sdks/entry.ts';
import { isWithin } from '../../knowledge/sdks/versions/version-order.ts';
import { rule } from '../rule.ts';
import { isFound } from '../sdk-presence.ts';

export default rule({
  id: 'sdk/known-bad-version',
  clauses: ['pledge2021-9', 'pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'gbt-43435-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: 'SDK版本存在公开的问题', en: 'SDK version with a publicly known fault' },
  explanation: {
    zh: '安装包中第三方SDK的版本能够确定时，与知识库中有公开来源（通报、公告、提供者的更新说明、漏洞库）的问题版本比对。个人信息处理者应当采取措施保障个人信息安全（《个人信息保护法》第五十一条，法律）；推荐性国家标准 GB/T 43435—2023 对应用使用SDK的安全另有要求（须核对）。版本以代码常量、版本文件、构建坐标等为据，随发现一并列出；版本不明、来源说的是外层插件的、无法比较先后的，都不提。问题是否影响本应用要看是否用到有关功能，所以最多交人工复核。',
    en: 'Where the version of a third-party SDK in the package is known, compares it with versions whose faults have a public source (notices, announcements, release notes, advisories). Whoever handles personal information must keep it safe (article 51 of the Personal Information Protection Law, a law); a recommended national standard adds to it for SDKs (GB/T 43435—2023, verify). The version is shown with the place that says it: a constant, a version file, the coordinates of the build. Unknown versions, those of a plugin around the SDK and those whose order nobody knows are not mentioned. Whether the fault concerns this app depends on what it uses, so a person looks at most.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '包内SDK为 8.1.0，提供者公告 8.2.0 以前的版本在同意前读取标识。',
          en: 'The SDK is 8.1.0; its vendor announced that versions before 8.2.0 read identifiers before consent.',
        },
      },
    ],
    good: [{ text: { zh: '升级到已修复的版本。', en: 'Upgraded to a version without the fault.' } }],
  },
  messages: {
    fault: {
      zh: '安装包中的{sdk}为 {version}（依据：{place}），该版本存在公开的问题：{reason}（来源：{source}）；{fixed} 起已修复，请升级，或者说明不受影响的理由（《个人信息保护法》第五十一条）',
      en: 'The package has {sdk} {version} (by {place}), a version with a publicly known fault: {reason} (source: {source}). It is mended from {fixed} on: upgrade, or say why this app is not concerned (article 51 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '升级到已修复的SDK版本并重新提交；不再使用的，从安装包中移除',
    en: 'Upgrade to a version of the SDK without the fault and submit again; remove it if it is no longer used',
  },
  applies: ({ sdks }) => sdks.some(({ sdk }) => sdk.badVersions.length > 0),
  *evaluate({ sdks }) {
    for (const detected of sdks) {
      const { sdk } = detected;
      if (!isFound(detected) || detected.stub) continue;
      for (const bad of sdk.badVersions) {
        const version = affected(detected, bad);
        if (version === undefined) continue;
        const { value, clue } = version;
        yield {
          message: 'fault',
          // The fault, not the version in the package: it stays the same finding until it is mended.
          subject: `${sdk.id} <${bad.below}`,
          severity: bad.weight,
          data: { sdk: sdk.name, version: value, place: clue.subject, reason: bad.reason, source: bad.source, fixed: bad.below },
          evidence: [
            { type: 'package', entry: clue.entry, detail: `${clue.subject} = ${clue.value}` },
            { type: 'network', url: bad.source, detail: '公开来源 / public source' },
          ],
        };
      }
    }
  },
});

/** The first version in the package that surely has the fault. */
function affected({ versions }: DetectedSdk, bad: BadVersion): SdkVersion | undefined {
  return versions.find(({ sure, value }) => sure && isWithin(value, bad) === true);
}
