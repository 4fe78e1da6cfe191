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
