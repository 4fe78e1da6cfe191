import type { ApiUse, PackageFacts } from '../../domain/facts/package.ts';
import type { Bilingual } from '../../domain/text.ts';
import { unknownNamespace } from '../../knowledge/sdks/detection/namespaces.ts';
import { isHeading } from '../../knowledge/sdks/names/functions.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { callEvidence } from '../callers.ts';
import { codeOwner } from '../ownership.ts';
import { rule } from '../rule.ts';
import { sdkEvidence, whereFound } from '../sdk-evidence.ts';
import { isCollector } from '../sdk-presence.ts';
import { readListing, readRows } from '../sdk-rows.ts';

/** Information that a plain library has no reason to read, besides what cannot be reset or is sensitive by law. */
const TELLING = new Set(['contacts', 'accounts', 'phone_number']);
/** A company's name as the name of an entry is its operator. */
const COMPANY = /公司|集团|研究院|银行|\b(?:inc|llc|ltd|limited|corp|corporation|gmbh)\b/iu;
/** Of the calls about installed apps only the list of all of them: looking up one package is everyday business. */
const APP_LIST = /->getInstalled(?:Packages|Applications)/;

/**
 * Who receives the data must be known. Three cases: an SDK in list or listing without an operator that nobody knows; a known collecting
 * SDK whose operator neither we nor the developer name; code of nobody we know that reads telling information.
 */
export default rule({
  id: 'sdk/unknown-operator',
  clauses: ['pledge2021-9', 'sz2025-13'],
  basis: [
    { instrument: 'pipl', article: '23', verified: true },
    { instrument: 'network-data-regulation', article: '12, 21', verified: true },
    { instrument: 'miit-26-2023', verified: false },
  ],
  ceiling: 'review',
  needs: ['package', 'policy', 'listing'],
  title: { zh: '第三方SDK运营方不明', en: 'Operator of third-party code unknown' },
  explanation: {
    zh: '查找接收个人信息而不知道由谁运营的第三方代码：清单或上架信息列出、但没有写运营方且知识库也不认识的SDK；包内已知会收集、但各处都没有运营方的SDK；以及不属于已知SDK或开源库、也不像应用自身代码的命名空间在读取通讯录、账号、手机号、应用列表或不可重置标识；被改名而按代码特征认得出的SDK不算。向他人提供个人信息应当告知接收方的名称和联系方式（《个人信息保护法》第二十三条，《网络数据安全管理条例》第十二条、第二十一条，法律、行政法规；信管函〔2023〕26号，须核对）。命名空间可能是开发者自己的公共库或者被混淆的包名，所以最多交人工复核，由开发者说明来源即可。代码存在不等于已经执行，也不等于数据离开了设备。',
    en: 'Looks for third-party code that receives personal information and of which nobody says who operates it: an SDK in policy or listing without an operator that the knowledge does not have either; a collecting SDK in the package whose operator is told nowhere; code in a namespace of no known SDK or library, and unlike the app’s own, that reads contacts, accounts, phone numbers, the app list or identifiers that cannot be reset, renamed code that is known by its features left out. Recipients must be named with their contact (article 23 of the Personal Information Protection Law; articles 12 and 21 of the Regulation on Network Data Security, law and regulation; MIIT notice 26 of 2023, verify). A namespace may be the developer’s own library or a renamed package, so a person looks at most, and a word from the developer settles it. Code that exists need not run, nor need data leave the device.',
  },
  examples: {
    bad: [
      {
        text: { zh: '清单列出一个没有运营方的SDK。', en: 'An SDK in the list without an operator.' },
        kind: 'policy',
        code: 'SDK名称：云梯数据SDK；使用目的：统计分析；收集的个人信息：设备标识符',
      },
    ],
    good: [
      {
        text: { zh: '写明运营方全称。', en: 'The operator is named in full.' },
        kind: 'policy',
        code: 'SDK名称：云梯数据SDK；运营方：云梯数据（杭州）有限公司；使用目的：统计分析；收集的个人信息：设备标识符',
      },
    ],
  },
  messages: {
    unnamed: {
      zh: '{source}列出的“{name}”没有写明运营方，知识库中也没有该SDK；向他人提供个人信息应告知接收方名称（《个人信息保护法》第二十三条），请补充',
      en: '“{name}” in {source} has no operator, and the knowledge does not have it either; article 23 of the Personal Information Protection Law wants the recipient named: add it',
    },
    unstated: {
      zh: '安装包包含会收集个人信息的{sdk}（{where}），隐私政策和上架信息没有写明其运营方，知识库中也没有；向他人提供个人信息应告知接收方名称（《个人信息保护法》第二十三条），请开发者补充',
      en: 'The package contains {sdk} ({where}), which collects personal information; its operator is named neither in policy or listing nor in the knowledge. Recipients must be named (article 23 of the Personal Information Protection Law): the developer should add it',
    },
    code: {
      zh: '命名空间 {namespace} 下的代码读取{types}{calledBy}，它不属于已知的SDK或开源库，也不像应用自身的代码；请说明其来源和运营方，由他人接收的应告知接收方（《个人信息保护法》第二十三条）',
      en: 'Code in the namespace {namespace} reads {types}{calledBy}; it belongs to no known SDK or library and does not look like the code of the app: state where it comes from and who operates it; a recipient must be named (article 23 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '查明并在第三方SDK清单中写明每个第三方SDK的运营方全称和联系方式；属于自有代码的，向审核人员说明',
    en: 'Find out and state the full name and contact of the operator of every third-party SDK; tell the reviewer which code is your own',
  },
  *evaluate({ package: facts, policy, listing, knowledge, sdks }) {
    const known = [
      ...readRows(policy, knowledge).map(({ row, named, meant }) => ({ ...row, listed: -1, sdks: [...named, ...meant] })),
      ...readListing(listing, knowledge).map(({ name, operator, index, named, meant }) => ({
        ...{ name, operator, range: null, listed: index },
        sdks: [...named, ...meant],
      })),
    ];
    const told = new Set(known.filter(({ operator }) => operator.trim() !== '').map(({ name }) => name));
    const operated = new Set(known.flatMap(({ operator, sdks: own }) => (operator.trim() === '' ? [] : own)));

    const asked = new Set<string>();
    for (const { name, operator, sdks: own, listed, range } of known) {
      if (name.trim() === '' || operator.trim() !== '' || own.length > 0 || told.has(name) || asked.has(name)) continue;
      if (COMPANY.test(name) || isHeading(name)) continue;
      asked.add(name);
      const inPolicy = range !== null;
      yield {
        message: 'unnamed',
        subject: name,
        data: { name, source: inPolicy ? { zh: '隐私政策', en: 'the policy' } : { zh: '上架信息', en: 'the listing' } },
        severity: inPolicy ? 'warn' : 'review',
        evidence: [
          inPolicy
            ? { type: 'policy', snapshot: policy.source.sha256 ?? '', range, excerpt: policy.text.slice(...range).slice(0, 120) }
            : { type: 'listing', field: `sdks[${listed}].operator` },
        ],
      };
    }

    for (const detected of sdks) {
      const { sdk } = detected;
      if (sdk.operator !== null || !isCollector(detected)) continue;
      if (operated.has(sdk)) continue;
      const data = { sdk: sdk.name, where: whereFound(detected) };
      yield { message: 'unstated', subject: sdk.id, data, severity: 'warn', evidence: sdkEvidence(detected, facts) };
    }

    for (const [namespace, uses] of readersOf(facts, knowledge)) {
      const types = new Set(uses.flatMap(({ use }) => tellingTypes(use, knowledge)));
      const lasting = [...types].some((type) => knowledge.piTypes.get(type)?.nonResettable === true);
      yield {
        message: 'code',
        subject: namespace,
        data: { namespace, types: namesOf([...types].sort(), knowledge), calledBy: calledBy(namespace, facts) },
        severity: lasting ? 'review' : 'warn',
        evidence: uses.slice(0, 5).flatMap(({ use, caller }) => callEvidence({ ...use, callers: [caller] }, facts, knowledge, 1)),
      };
    }
  },
});

type Reading = { readonly use: ApiUse; readonly caller: ApiUse['callers'][number] };

/** Calls that read telling information, by the unknown namespace they are made from; sorted. */
function readersOf(facts: PackageFacts, knowledge: Knowledge): [string, Reading[]][] {
  const readers = new Map<string, Reading[]>();
  for (const use of facts.code.apiUses) {
    if (!tellingTypes(use, knowledge).length) continue;
    for (const caller of use.callers) {
      if (codeOwner(caller.class, facts, knowledge).kind !== 'unknown') continue;
      const namespace = unknownNamespace(caller.class, facts, knowledge);
      if (namespace === null) continue;
      const readings = readers.get(namespace);
      if (readings === undefined) readers.set(namespace, [{ use, caller }]);
      else readings.push({ use, caller });
    }
  }
  return [...readers].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Who calls into a namespace from outside of it, in words; empty where facts do not tell. */
function calledBy(namespace: string, { code: { packages } }: PackageFacts): Bilingual {
  const isInside = (name: string) => name === namespace || name.startsWith(`${namespace}.`);
  const callers = new Set(
    packages
      .filter(({ name }) => isInside(name))
      .flatMap(({ callers: own = [] }) => own.flatMap((index) => packages[index]?.name ?? []))
      .filter((name) => name !== '' && !isInside(name)),
  );
  if (callers.size === 0) return { zh: '', en: '' };
  const shown = [...callers].slice(0, 3);
  return { zh: `（由 ${shown.join('、')} 调用）`, en: ` (called by ${shown.join(', ')})` };
}

function tellingTypes(use: ApiUse, knowledge: Knowledge): string[] {
  return use.piTypes.filter((type) => {
    const entry = knowledge.piTypes.get(type);
    if (type === 'device.installed_apps') return APP_LIST.test(use.target);
    return TELLING.has(type) || entry?.nonResettable === true || entry?.sensitive === 'yes';
  });
}

function namesOf(types: readonly string[], knowledge: Knowledge): Bilingual {
  const names = types.map((type) => knowledge.piTypes.get(type)?.name ?? { zh: type, en: type });
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}
