import { identityPlace, isAndroid } from '../platform.ts';
import { comparablePrevious, previousEvidence } from '../previous-version.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/version-not-newer',
  clauses: ['platform2025-1', 'platform2025-2'],
  basis: [
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'app-information-service-2022', article: '20', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '版本没有高于在架版本', en: 'Not newer than the version on the shelf' },
  explanation: {
    zh: '与本商店上一次通过的同一应用版本比较。版本号（versionCode）更低的安装包不能作为更新安装，版本号相同而内容不同的，用户和商店都分不清装的是哪一个，两种情况都转人工复核：可能提交错了安装包，也可能是以旧版本替换经过审核的版本。版本号更高而版本名倒退的只作提示。分发平台对每次更新都应当核验（《网络数据安全管理条例》第四十一条，行政法规）。商店没有记录上一版本、上一版本属于其他平台、或者重复提交同一个安装包的，不判断。',
    en: 'Compares with the version of the app that this store approved last. A package with a lower version code does not install as an update; one with the same code and other content cannot be told from the former by users or store. Both go to a person: the wrong package may have been submitted, or an older build put in place of a reviewed one. A higher code whose version name goes back is a warning. Stores must verify every update (article 41 of the Regulation on Network Data Security). Nothing is judged where the store has no record, where the record is of another platform, or where the very same package is submitted again.',
  },
  examples: {
    bad: [
      {
        text: { zh: '上一版本号是 120，本次提交 118。', en: 'The version approved last has code 120, this one 118.' },
        code: 'android:versionCode="118"',
      },
      {
        text: { zh: '版本号没有增加，内容已经改变。', en: 'The code is the same, the content is not.' },
        code: 'android:versionCode="120"',
      },
    ],
    good: [{ text: { zh: '每次发布都增加版本号。', en: 'Every release raises the code.' }, code: 'android:versionCode="121"' }],
  },
  messages: {
    lower: {
      zh: '安装包的版本号 {code} 低于上一次通过的 {previous}（{day}），不能作为更新安装，请确认是否提交了旧的安装包（《网络数据安全管理条例》第四十一条要求核验）',
      en: 'The version code {code} is below the {previous} approved last ({day}): the package does not install as an update; was an old one submitted? (article 41 of the Regulation on Network Data Security wants it verified)',
    },
    reused: {
      zh: '安装包的版本号 {code} 与上一次通过的相同（{day}），内容却不同；请确认改动并增加版本号（《网络数据安全管理条例》第四十一条要求核验）',
      en: 'The version code {code} is that of the version approved last ({day}), and the content is not: see what has changed, and raise the code (article 41 of the Regulation on Network Data Security wants it verified)',
    },
    nameGoesBack: {
      zh: '版本名从 {previousName} 变为 {name}，版本号却增加了；请确认版本名填写无误（《网络数据安全管理条例》第四十一条）',
      en: 'The version name goes from {previousName} to {name} while the code rises: check the name (article 41 of the Regulation on Network Data Security)',
    },
  },
  remedy: {
    zh: '提交最新的安装包，并使版本号高于上一次发布的版本',
    en: 'Submit the newest package, with a version code above that of the last release',
  },
  applies: ({ package: facts, records }) =>
    facts.identity.versionCode !== null && (comparablePrevious(records, facts)?.versionCode ?? null) !== null,
  *evaluate({ package: facts, records }) {
    const previous = comparablePrevious(records, facts);
    const code = facts.identity.versionCode;
    if (previous === null || previous.versionCode === null || code === null) return;
    const { element, versionName } = identityPlace(facts);
    const name = facts.identity.versionName;
    const attribute = isAndroid(facts) ? 'android:versionCode' : 'versionCode';
    const day = previous.approvedOn;
    const codes = [
      { type: 'manifest', element, attribute, value: String(code) } as const,
      previousEvidence(previous, 'versionCode', previous.versionCode),
    ];
    if (code < previous.versionCode) {
      const data = { code, previous: previous.versionCode, day };
      yield { message: 'lower', subject: 'versionCode', data, evidence: codes };
    } else if (code === previous.versionCode) {
      const evidence = [...codes, previousEvidence(previous, 'packageSha256', previous.packageSha256)];
      yield { message: 'reused', subject: 'versionCode', data: { code, day }, evidence };
    } else if (name !== null && previous.versionName !== null && goesBack(name, previous.versionName)) {
      yield {
        message: 'nameGoesBack',
        subject: 'versionName',
        severity: 'warn',
        data: { name, previousName: previous.versionName },
        evidence: [
          { type: 'manifest', element, attribute: versionName, value: name },
          previousEvidence(previous, 'versionName', previous.versionName),
        ],
      };
    }
  },
});

/** Whether the numbers of a version name are below those of another; names without numbers, and dates after numbers, are not compared. */
function goesBack(name: string, previous: string): boolean {
  const [now, before] = [numbersOf(name), numbersOf(previous)];
  if (now === null || before === null) return false;
  for (let at = 0; at < Math.max(now.length, before.length); at += 1) {
    const difference = (now[at] ?? 0) - (before[at] ?? 0);
    // A year in front (2026.1 after 9.3, or the other way round) is another way of counting.
    if (difference !== 0) return difference < 0 && !(at === 0 && before[0]! >= 2000 !== now[0]! >= 2000);
  }
  return false;
}

function numbersOf(name: string): number[] | null {
  const plain = /^\s*v?(\d{1,9}(?:\.\d{1,9}){0,5})/i.exec(name)?.[1];
  return plain === undefined ? null : plain.split('.').map(Number);
}
