import type { RulesView } from '../../../../../shared/domain/review/rulebook-view.ts';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { ORIGIN_NAMES, STATE_NAMES } from './words.ts';

/** Which rulebook is in force, where it comes from, and what is wrong with its file. */
export function BookHead({ view }: { readonly view: RulesView }) {
  const { t, language } = useLanguage();
  const { rulebook, origin, refused } = view;
  return (
    <>
      {refused !== null && (
        <p role="alert" className="rulebook-refused">
          <strong>{t({ zh: '规则库文件有误，未被采用：', en: 'The rulebook’s file is refused: ' })}</strong>
          {refused.line !== null && t({ zh: `第 ${refused.line} 行，`, en: `line ${refused.line}, ` })}
          {t(refused.reason)}
          {t({ zh: `（${formatTime(refused.since, language)} 起）`, en: ` (since ${formatTime(refused.since, language)})` })}
          {rulebook !== null && t({ zh: '。沿用此前的规则库。', en: '. The last good one holds.' })}
        </p>
      )}
      {rulebook === null ? (
        <p role="alert" className="rulebook-refused">
          {t({
            zh: '没有可用的规则库：该商店的送审在此期间等待，规则按程序自身列出。',
            en: 'There is no rulebook: submissions of this store wait; the rules are shown as the program has them.',
          })}
        </p>
      ) : (
        <dl className="rulebook-head">
          <div>
            <dt>{t({ zh: '规则库', en: 'Rulebook' })}</dt>
            <dd>
              <Untrusted text={rulebook.name} most={80} /> <Untrusted text={rulebook.version} most={60} />
            </dd>
          </div>
          <div>
            <dt>{t({ zh: '来源', en: 'From' })}</dt>
            <dd>{t(ORIGIN_NAMES[origin])}</dd>
          </div>
          <div>
            <dt>{t({ zh: '未列出的规则', en: 'Rules not listed' })}</dt>
            <dd>{t(STATE_NAMES[rulebook.otherRules])}</dd>
          </div>
          <div>
            <dt>SHA-256</dt>
            <dd>
              <code title={rulebook.sha256}>{rulebook.sha256.slice(0, 16)}</code>
              {rulebook.inForceSha256 !== rulebook.sha256 && (
                <>
                  {t({ zh: '；连同授予的豁免 ', en: '; with granted waivers ' })}
                  <code title={rulebook.inForceSha256}>{rulebook.inForceSha256.slice(0, 16)}</code>
                </>
              )}
            </dd>
          </div>
        </dl>
      )}
    </>
  );
}
