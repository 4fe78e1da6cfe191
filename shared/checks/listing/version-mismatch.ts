import { identityPlace } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/version-mismatch',
  clauses: ['platform2025-2'],
  basis: [
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'miit-164-2020', article: '应用分发平台上的APP信息明示', verified: false },
    { instrument: 'taf-078', article: '078.9', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '申报版本与安装包不一致', en: 'The listed version is not the package’s' },
  explanation: {
    zh: '比对上架信息申报的版本名和安装包的版本名，前面多写的“v”和空格不算。商店页面应当写明准确的版本（工信部信管函〔2020〕164号，条款须核对），分发平台应当核验应用（《网络数据安全管理条例》第四十一条，行政法规）；不一致多半是提交错了安装包或者忘了更新上架信息，转人工复核。任何一方没有写版本的不判断。',
    en: 'Compares the version name of the listing with the package’s; a leading v and blanks do not count. Store pages should show the right version (MIIT notice [2020] No. 164, verify the article), and stores must verify apps (article 41 of the Regulation on Network Data Security). A difference usually means that the wrong package was submitted or the listing not updated, and goes to a person. Nothing is judged where either gives no version.',
  },
  examples: {
    bad: [
      {
        text: { zh: '申报 3.2.0，安装包是 3.1.9。', en: 'The listing says 3.2.0, the package 3.1.9.' },
        code: '"versionName": "3.2.0"\nandroid:versionName="3.1.9"',
      },
    ],
    good: [{ text: { zh: '两者一致。', en: 'The same.' }, code: '"versionName": "v3.2.0"\nandroid:versionName="3.2.0"' }],
  },
  messages: {
    other: {
      zh: '上架信息申报的版本是 {listed}，安装包的版本是 {actual}；请确认提交的安装包是否正确，商店页面的版本信息应当准确（工信部信管函〔2020〕164号，条款须核对）',
      en: 'The listing says version {listed}, the package says {actual}; was the right package submitted? Store pages must show the right version (MIIT notice [2020] No. 164, verify the article)',
    },
  },
  remedy: {
    zh: '更正上架信息中的版本号，或重新提交对应版本的安装包',
    en: 'Correct the version in the listing or submit the package of that version',
  },
  applies: ({ package: { identity }, listing: { app } }) => app.versionName !== undefined && identity.versionName !== null,
  *evaluate({ package: facts, listing: { app } }) {
    const listed = app.versionName!;
    const actual = facts.identity.versionName!;
    const { element, versionName: attribute } = identityPlace(facts);
    // People write v1.0 for 1.0; anything else is another version.
    const plain = (version: string) => version.trim().replace(/^v(?=\d)/i, '');
    if (plain(listed) === plain(actual)) return;
    yield {
      message: 'other',
      subject: 'versionName',
      data: { listed, actual },
      evidence: [
        { type: 'listing', field: 'app.versionName', value: listed },
        { type: 'manifest', element, attribute, value: actual },
      ],
    };
  },
});
