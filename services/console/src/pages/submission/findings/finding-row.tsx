import { memo } from 'react';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { visibleText } from '../../../shell/visible-characters.ts';
import { FindingBody } from './finding-body.tsx';
import { NearViewport } from './near-viewport.tsx';
import { SeverityTag } from './severity-tag.tsx';

interface Given {
  readonly finding: Finding;
  readonly expanded: boolean;
  readonly current: boolean;
  /** So many are open that those out of sight are put away. */
  readonly many: boolean;
  /** Null where nothing can be marked: nobody decides here now. */
  readonly falseAlarm: boolean | null;
  readonly onToggle: (fingerprint: string) => void;
  readonly onMark: (fingerprint: string) => void;
}

/** Height of a body that nobody has seen yet. */
const expectedHeight = ({ evidence }: Finding): number => 320 + Math.min(evidence.length, 12) * 90;

/** One finding of the list: a line, and below it everything about it once it is opened. Drawn anew only when it changes itself. */
export const FindingRow = memo(function FindingRow({ finding, expanded, current, many, falseAlarm, onToggle, onMark }: Given) {
  const { t } = useLanguage();
  const { fingerprint, severity, title, subject, text } = finding;
  const id = `finding-${fingerprint}`;
  return (
    <article
      id={id}
      className={`finding${current ? ' finding-current' : ''}${falseAlarm ? ' finding-false-alarm' : ''}`}
      data-severity={severity}
      data-fingerprint={fingerprint}
    >
      <div className="finding-line">
        <h3>
          <button
            type="button"
            aria-expanded={expanded}
            aria-current={current ? 'true' : undefined}
            aria-controls={expanded ? `${id}-body` : undefined}
            onClick={() => onToggle(fingerprint)}
          >
            <SeverityTag severity={severity} /> <span className="finding-title">{t(title)}</span>{' '}
            <bdi className="finding-subject">{visibleText(subject, 120)}</bdi>
          </button>
        </h3>
        {falseAlarm !== null && (
          <label className="finding-mark">
            <input type="checkbox" checked={falseAlarm} onChange={() => onMark(fingerprint)} />
            {t({ zh: '误报', en: 'False alarm' })}
          </label>
        )}
      </div>
      {expanded ? (
        <div id={`${id}-body`}>
          <NearViewport expected={expectedHeight(finding)} keep={!many}>
            {() => <FindingBody finding={finding} />}
          </NearViewport>
        </div>
      ) : (
        <p className="finding-preview">
          <bdi>{visibleText(t(text), 240)}</bdi>
        </p>
      )}
    </article>
  );
});
