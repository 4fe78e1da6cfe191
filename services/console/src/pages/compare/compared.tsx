import type { ComparedPart, VersionComparison } from '../../../../../shared/domain/review/version-comparison.ts';
import { COMPARED_COMPONENTS } from '../../../../../shared/domain/review/version-comparison.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { FieldsCompared } from './fields-compared.tsx';
import { FindingsCompared } from './findings-compared.tsx';
import { PolicyDiff } from './policy-diff.tsx';
import { SdkChanges } from './sdk-changes.tsx';
import { SetCompared } from './set-compared.tsx';
import { Summary } from './summary.tsx';
import type { Group } from './use-comparison.ts';
import { COMPONENT_NAMES, PART_NAMES } from './words.ts';

interface Given {
  readonly comparison: VersionComparison;
  readonly group: Group | null;
  readonly onGroup: (group: Group) => void;
}

/** Everything that changed, part by part; each says where it is not whole. */
export function Compared({ comparison, group, onGroup }: Given) {
  const { t } = useLanguage();
  const { permissions, sdks, components, signers, policy, dangerous, sdkNames, sdkChanges } = comparison;
  const moved = components === null ? [] : COMPARED_COMPONENTS.filter((kind) => changedIn(components[kind]));
  return (
    <>
      <Summary comparison={comparison} />
      <JudgedOtherwise comparison={comparison} />
      <FindingsCompared comparison={comparison} chosen={group} onChoose={onGroup} />
      <NotCompared comparison={comparison} part="findings" />
      <section aria-labelledby="compare-package">
        <h2 id="compare-package">{t({ zh: '安装包', en: 'The package' })}</h2>
        <div className="compare-grid">
          {permissions !== null && <SetCompared title={PART_NAMES.permissions} set={permissions} dangerous={dangerous} />}
          {sdks !== null && <SetCompared title={PART_NAMES.sdks} set={sdks} names={sdkNames} />}
          <SdkChanges changes={sdkChanges} names={sdkNames} />
          {signers !== null && <SetCompared title={PART_NAMES.signers} set={signers} />}
          {components !== null && moved.length === 0 && (
            <div className="compare-set">
              <h3>{t(PART_NAMES.components)}</h3>
              <p className="compare-quiet">{t({ zh: '没有变化', en: 'No change' })}</p>
            </div>
          )}
          {components !== null &&
            moved.map((kind) => <SetCompared key={kind} title={COMPONENT_NAMES[kind]} set={components[kind]} />)}
        </div>
        {(['permissions', 'sdks', 'components', 'signers', 'identity'] as const).map((part) => (
          <NotCompared key={part} comparison={comparison} part={part} />
        ))}
        <FieldsCompared title={PART_NAMES.identity} fields={comparison.identity} />
        <FieldsCompared title={{ zh: '上架信息', en: 'The listing' }} fields={comparison.listing} />
      </section>
      <section aria-labelledby="compare-policy">
        <h2 id="compare-policy">{t(PART_NAMES.policy)}</h2>
        <NotCompared comparison={comparison} part="policy" />
        {policy !== null && <PolicyDiff policy={policy} />}
      </section>
    </>
  );
}

const changedIn = ({ added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] }) =>
  added.length > 0 || removed.length > 0;

/** What could not be compared in one part. */
function NotCompared({ comparison, part }: { readonly comparison: VersionComparison; readonly part: ComparedPart }) {
  const { t } = useLanguage();
  const notes = comparison.notCompared.filter((each) => each.part === part);
  if (notes.length === 0) return null;
  return (
    <div role="note" className="compare-note">
      <p>
        <strong>
          {t(PART_NAMES[part])}
          {t({ zh: '：未能完整比较', en: ': could not be compared whole' })}
        </strong>
      </p>
      <ul>
        {notes.map(({ rule, text }) => (
          <li key={`${rule} ${text.en}`}>
            {rule !== null && <code>{rule}</code>} {t(text)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A change may be one of the review: rules, rulebook or inspector were not the same. */
function JudgedOtherwise({ comparison }: { readonly comparison: VersionComparison }) {
  const { t } = useLanguage();
  const { rules, rulebook, inspector } = comparison.judgedAlike;
  if (rules && rulebook && inspector) return null;
  const zh = [...(rules ? [] : ['规则或知识库']), ...(rulebook ? [] : ['规则库']), ...(inspector ? [] : ['解析程序'])].join('、');
  const en = [
    ...(rules ? [] : ['rules or knowledge']),
    ...(rulebook ? [] : ['the rulebook']),
    ...(inspector ? [] : ['the inspector']),
  ];
  return (
    <p role="note" className="compare-note">
      {t({
        zh: `两个版本审核时所用的${zh}不同：有些变化可能来自审核，而不是应用。`,
        en: `The versions were judged with different versions of ${en.join(', ')}: some changes may be the review’s and not the app’s.`,
      })}
    </p>
  );
}
