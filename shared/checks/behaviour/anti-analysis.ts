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
    for (const trick of new Set(tampering.map((entry) => entry.trick))) {
      const places = tampering.filter((entry) => entry.trick === trick);
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
