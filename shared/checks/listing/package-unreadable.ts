import { rule } from '../rule.ts';

/** A package that cannot be parsed is a finding that says what is broken and where, not a failure of the review. */
export default rule({
  id: 'listing/package-unreadable',
  clauses: ['platform2025-1'],
  basis: [
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'app-information-service-2022', article: '20', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '安装包不能完整解析', en: 'The package cannot be parsed completely' },
  explanation: {
    zh: '安装包或者它的清单不能完整解析时，如实说明哪里坏了、坏在什么位置，并转人工复核：提供应用程序分发服务的平台应当进行核验（《网络数据安全管理条例》第四十一条，行政法规），读不出来的应用无法核验，也就不能自动通过。常见原因是上传不完整、打包工具出错，或者有意让检测工具读不出来。本规则不认为读不出来就是违规，所以不驳回。',
    en: 'Where the package or its manifest cannot be parsed completely, says what is broken and where, and hands it to a person: platforms that distribute apps must verify them (article 41 of the Regulation on Network Data Security), and what cannot be read can neither be verified nor approved by itself. Usual causes are an upload that broke off, a faulty build tool, or the wish to mislead inspection tools. That something cannot be read is no breach by itself, so nothing is rejected.',
  },
  examples: {
    bad: [
      {
        text: { zh: '压缩包在中途断开，没有中央目录。', en: 'The archive broke off before its central directory.' },
      },
    ],
    good: [{ text: { zh: '能在设备上正常安装的完整安装包。', en: 'A complete package that installs on a device.' } }],
  },
  messages: {
    broken: {
      zh: '安装包不能完整解析：{what}（{place}）；不能读取的应用无法依《网络数据安全管理条例》第四十一条完成核验',
      en: 'The package cannot be parsed completely: {what} ({place}); an app that cannot be read cannot be verified as article 41 of the Regulation on Network Data Security demands',
    },
  },
  remedy: {
    zh: '重新生成并上传完整的安装包，在提交前确认可以在设备上正常安装',
    en: 'Build and upload the package again, and make sure that it installs on a device before submitting',
  },
  *evaluate({ package: { gaps } }) {
    for (const { code, place, message, affects } of gaps) {
      if (affects !== 'package' && affects !== 'manifest') continue;
      yield {
        message: 'broken',
        subject: code,
        data: { what: message, place },
        evidence: [{ type: 'package', entry: place, detail: message.zh }],
      };
    }
  },
});
