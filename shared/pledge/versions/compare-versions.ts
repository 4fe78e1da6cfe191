import { sayTheSameOf } from '../../checks/rulebook/concerning.ts';
import type { ComparedPart, NotCompared, VersionComparison } from '../../domain/review/version-comparison.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import { compareIdentity, compareListings } from './fields.ts';
import { compareFindings } from './findings.ts';
import type { PolicyComparison, PolicyTexts } from './policy.ts';
import { comparableLevels, compareSdks } from './sdks.ts';
import { compareComponents, comparePermissions, compareSigners, dangerousOf } from './sets.ts';
import type { VersionSide } from './side.ts';

const SIDES = [
  { side: 'before', name: { zh: '旧版本', en: 'the earlier version' } },
  { side: 'after', name: { zh: '新版本', en: 'the later version' } },
] as const;

/** The texts of both policies; null where one side has none that could be read. */
export function policyTexts(before: VersionSide, after: VersionSide): PolicyTexts | null {
  if (before.policy?.outcome !== 'read' || after.policy?.outcome !== 'read') return null;
  return { before: before.policy.text, after: after.policy.text };
}

/**
 * What changed from one version of an app to a later one. What cannot be compared is said, and never shown as unchanged.
 * @param policy how their `policyTexts` compare, which may take long and is done elsewhere; null where there are none, or it was given up
 */
export function compareVersions(
  before: VersionSide,
  after: VersionSide,
  policy: PolicyComparison | null,
  knowledge: Knowledge,
): VersionComparison {
  const { findings, notCompared: rulesNotCompared } = compareFindings(before, after);
  const notCompared: NotCompared[] = [...rulesNotCompared];
  const note = (part: ComparedPart, text: Bilingual) => notCompared.push({ part, rule: null, text });
  const [left, right] = [before.verdict.provenance, after.verdict.provenance];
  if (policy === null) notePolicies(before, after, note);
  return {
    before: before.version,
    after: after.version,
    findings,
    judgedAlike: {
      rules: left.rules === right.rules && left.knowledge === right.knowledge,
      rulebook: sameRulebook(before, after),
      inspector: left.inspector === right.inspector,
    },
    ...packageParts(before, after, knowledge, note),
    listing: compareListings(before.listing, after.listing),
    policy,
    notCompared,
  };
}

/** What does not concern this app, as a waiver for another, has changed nothing. A rulebook that is not kept may have said anything. */
function sameRulebook(before: VersionSide, after: VersionSide): boolean {
  if (before.verdict.provenance.rulebook === after.verdict.provenance.rulebook) return true;
  if (before.rulebook === null || after.rulebook === null) return false;
  return sayTheSameOf([before, after], before.rulebook, after.rulebook);
}

type PackageParts = Pick<
  VersionComparison,
  'permissions' | 'dangerous' | 'sdks' | 'sdkNames' | 'sdkChanges' | 'components' | 'signers' | 'identity'
>;
const NOTHING: PackageParts = {
  permissions: null,
  dangerous: [],
  sdks: null,
  sdkNames: {},
  sdkChanges: [],
  components: null,
  signers: null,
  identity: [],
};

type Note = (part: ComparedPart, text: Bilingual) => void;

function packageParts(before: VersionSide, after: VersionSide, knowledge: Knowledge, note: Note): PackageParts {
  const [left, right] = [before.package, after.package];
  if (left === null || right === null || left.schema !== right.schema) {
    const missing = SIDES.filter(({ side }) => ({ before, after })[side].package === null);
    for (const part of ['permissions', 'sdks', 'components', 'signers', 'identity'] as const) {
      if (missing.length === 0) note(part, OTHER_FACTS);
      for (const { name } of missing)
        note(part, { zh: `没有${name.zh}的安装包事实`, en: `no package facts of ${name.en} are kept` });
    }
    return NOTHING;
  }
  const permissions = comparePermissions(left, right);
  const signers = compareSigners(left, right);
  if (signers === null) note('signers', NO_SIGNERS);
  if (!comparableLevels(left, right)) note('sdks', OTHER_LEVELS);
  gapsOf(before, after, note);
  return {
    permissions,
    dangerous: dangerousOf(permissions, knowledge),
    ...compareSdks(left, right, knowledge),
    components: compareComponents(left, right),
    signers,
    identity: compareIdentity(left, right),
  };
}

const OTHER_FACTS: Bilingual = {
  zh: '两个版本的安装包事实格式不同，无法比较',
  en: 'the facts of the two packages are of different kinds and cannot be compared',
};
const OTHER_LEVELS: Bilingual = {
  zh: '一个版本的事实由较早的解析程序生成，没有包间调用，不能比较SDK的级别',
  en: 'the facts of one version were made by an earlier inspector, without calls between packages: levels of SDKs cannot be compared',
};
const NO_SIGNERS: Bilingual = {
  zh: '至少一个版本的签名证书未知（未签名、未能完整读取，或为 App Bundle 的上传证书）',
  en: 'the certificates of at least one version are not known (unsigned, not read whole, or those of a bundle’s upload)',
};

/** Which comparisons suffer where a part of a package could not be read. */
const SUFFERING = {
  manifest: ['permissions', 'components'],
  code: ['sdks'],
  package: ['permissions', 'sdks', 'components'],
} as const satisfies Record<string, readonly ComparedPart[]>;

/** Lists made of half of a package are shown, with the word that they are not whole. */
function gapsOf(before: VersionSide, after: VersionSide, note: Note): void {
  for (const { side, name } of SIDES) {
    const gaps = { before, after }[side].package?.gaps ?? [];
    for (const [affected, parts] of Object.entries(SUFFERING)) {
      if (!gaps.some(({ affects }) => affects === affected)) continue;
      for (const part of parts) {
        note(part, {
          zh: `${name.zh}的安装包未能完整读取，此处可能不全`,
          en: `the package of ${name.en} was not read whole: this may not be all`,
        });
      }
    }
    const coverage = { before, after }[side].package?.coverage.level;
    if (coverage !== undefined && coverage !== 'full') {
      note('sdks', {
        zh: `${name.zh}的代码只能看到一部分（加固、动态加载或无法解析），SDK 可能不全`,
        en: `only a part of the code of ${name.en} can be seen (packed, loaded at run time or unreadable): there may be more SDKs`,
      });
    }
  }
}

function notePolicies(before: VersionSide, after: VersionSide, note: Note): void {
  const unread = SIDES.filter(({ side }) => ({ before, after })[side].policy?.outcome !== 'read');
  if (unread.length === 0)
    note('policy', { zh: '政策比较未能在时限内完成', en: 'comparing the policies took too long and was given up' });
  for (const { side, name } of unread) {
    const reason = { before, after }[side].policy?.reason ?? null;
    note('policy', {
      zh: `${name.zh}没有可读的隐私政策${reason === null ? '' : `（${reason}）`}`,
      en: `${name.en} has no privacy policy that could be read${reason === null ? '' : ` (${reason})`}`,
    });
  }
}
