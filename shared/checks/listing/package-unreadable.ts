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
