import { type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { FindingEffect, VersionComparison } from '../../../../../shared/domain/review/version-comparison.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { GROUPS, type Group } from './use-comparison.ts';
import { EFFECT_NAMES } from './words.ts';

const NAMES: Readonly<Record<Group, Bilingual>> = {
  new: { zh: '新增', en: 'New' },
  fixed: { zh: '已解决', en: 'Fixed' },
  still: { zh: '仍存在', en: 'Still there' },
  unclear: { zh: '无法判断', en: 'Cannot be told' },
};
const NONE: Readonly<Record<Group, Bilingual>> = {
  new: { zh: '没有新增的问题。', en: 'No new findings.' },
  fixed: { zh: '没有已解决的问题。', en: 'Nothing was fixed.' },
  still: { zh: '没有仍存在的问题。', en: 'Nothing is still there.' },
  unclear: { zh: '每个问题两个版本都能判断。', en: 'Of every finding both versions can tell.' },
};

/** Findings that are laid out at a time: a hostile package has thousands. */
const STEP = 100;

interface Row {
  readonly finding: Finding;
  readonly submission: string;
  readonly effect: FindingEffect;
  readonly note: Bilingual | null;
}

interface Given {
  readonly comparison: VersionComparison;
  /** Null: the first that has any. */
  readonly chosen: Group | null;
  readonly onChoose: (group: Group) => void;
}

/** Findings that are new, fixed, still there, and those of which one version cannot tell. */
export function FindingsCompared({ comparison, chosen, onChoose }: Given) {
  const { t } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(STEP);
  const group = chosen ?? GROUPS.find((each) => comparison.findings[each].length > 0) ?? 'new';
  const rows = rowsOf(comparison, group);
  const move = (event: KeyboardEvent, at: Group) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (by === null) return;
    event.preventDefault();
    const next = GROUPS[(GROUPS.indexOf(at) + by + GROUPS.length) % GROUPS.length]!;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#group-${next}`)?.focus();
  };
  return (
    <section aria-labelledby="compare-findings">
      <h2 id="compare-findings">{t({ zh: '问题', en: 'Findings' })}</h2>
      <div ref={list} role="tablist" className="compare-tabs" aria-labelledby="compare-findings">
        {GROUPS.map((each) => (
          <button
            key={each}
            id={`group-${each}`}
            type="button"
            role="tab"
            aria-selected={each === group}
            aria-controls="compare-findings-list"
            tabIndex={each === group ? 0 : -1}
            onClick={() => onChoose(each)}
            onKeyDown={(event) => move(event, each)}
          >
            {t(NAMES[each])} <span className="compare-count">{comparison.findings[each].length}</span>
          </button>
        ))}
      </div>
      <div id="compare-findings-list" role="tabpanel" aria-labelledby={`group-${group}`}>
        {rows.length === 0 ? (
          <p className="compare-quiet">{t(NONE[group])}</p>
        ) : (
          <>
            <ul className="compare-findings">
              {rows.slice(0, shown).map((row) => (
                <Item key={`${row.submission} ${row.finding.fingerprint}`} {...row} />
              ))}
            </ul>
            {rows.length > shown && (
              <button type="button" className="compare-more" onClick={() => setShown(shown + STEP)}>
                {t({ zh: `再显示 ${STEP} 个（共 ${rows.length} 个）`, en: `${STEP} more (of ${rows.length})` })}
              </button>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function rowsOf({ before, after, findings }: VersionComparison, group: Group): Row[] {
  const plain = (finding: Finding, submission: string): Row => ({ finding, submission, effect: finding.severity, note: null });
  switch (group) {
    case 'new':
      return findings.new.map((finding) => plain(finding, after.submission));
    case 'fixed':
      return findings.fixed.map((finding) => plain(finding, before.submission));
    case 'unclear':
      return findings.unclear.map(({ finding, side, why }) => ({
        ...plain(finding, side === 'before' ? before.submission : after.submission),
        note: {
          zh: `仅${side === 'before' ? '旧' : '新'}版本有；另一版本：${why.zh}`,
          en: `Only the ${side === 'before' ? 'earlier' : 'later'} version has it; the other: ${why.en}`,
        },
      }));
    case 'still':
      return findings.still.map(({ finding, before: was, after: is }) => ({
        ...plain(finding, after.submission),
        effect: is,
        note:
          was === is
            ? null
            : {
                zh: `由“${EFFECT_NAMES[was].zh}”变为“${EFFECT_NAMES[is].zh}”`,
                en: `was ${EFFECT_NAMES[was].en}, is ${EFFECT_NAMES[is].en}`,
              },
      }));
  }
}

function Item({ finding, submission, effect, note }: Row) {
  const { t } = useLanguage();
  const address = `/submissions/${encodeURIComponent(submission)}?rule=${encodeURIComponent(finding.rule)}`;
  return (
    <li>
      <p className="compare-finding-head">
        <span className={`compare-effect compare-effect-${effect}`}>{t(EFFECT_NAMES[effect])}</span>
        <Link to={address}>{t(finding.title)}</Link>
        <a className="compare-rule" href={`/rules/${finding.rule}.html`} target="_blank" rel="noreferrer">
          {finding.rule}
        </a>
      </p>
      <p>
        <Untrusted text={t(finding.text)} />
      </p>
      {note !== null && <p className="compare-quiet">{t(note)}</p>}
    </li>
  );
}
