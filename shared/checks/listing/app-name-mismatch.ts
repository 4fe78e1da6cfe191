import { comparableName } from '../comparable-name.ts';
import { identityPlace } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/app-name-mismatch',
  clauses: ['platform2025-2', 'sz2025-2'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'app-information-service-2022', article: '20', verified: false },
    { instrument: 'taf-078', article: '078.9', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'listing'],
  title: { zh: '申报名称与应用显示名称不一致', en: 'The listed name is not what the launcher shows' },
  messages: {
    other: {
      zh: '上架信息申报的应用名称是“{listed}”，安装后显示的名称是“{actual}”；请复核是否为同一应用（《反电信网络诈骗法》第二十三条要求核验应用程序的功能和用途）',
      en: 'The listing calls the app "{listed}", the launcher will show "{actual}"; review whether it is the same app (article 23 of the Law against Telecom and Online Fraud wants the function and purpose of apps verified)',
    },
  },
  remedy: {
    zh: '使上架信息中的应用名称与安装后显示的名称一致，或说明差异的原因',
    en: 'Make the listed name and the name shown after installation agree, or explain the difference',
  },
  applies: ({ package: { identity } }) =>
    [identity.label.zh, identity.label.default].some((label) => comparableName(label ?? '') !== ''),
  *evaluate({ package: facts, listing: { app } }) {
    const { identity } = facts;
    const listed = comparableName(app.name);
    const labels = [identity.label.zh, identity.label.default].filter(
      (label): label is string => comparableName(label ?? '') !== '',
    );
    if (labels.map(comparableName).some((label) => label.includes(listed) || listed.includes(label))) return;
    yield {
      message: 'other',
      subject: 'app.name',
      data: { listed: app.name, actual: labels[0]! },
      evidence: [
        { type: 'listing', field: 'app.name', value: app.name },
        ...labels.map((text) => ({ type: 'resource' as const, entry: identityPlace(facts).label, text })),
      ],
    };
  },
});
