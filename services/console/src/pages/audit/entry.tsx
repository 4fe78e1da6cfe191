import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AuditEntry } from '../../../../../shared/domain/review/audit.ts';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { type Change, changesOf } from './changes.ts';
import { ACTION_NAMES, SUBJECT_NAMES } from './words.ts';

/** One entry: who did what to what and when; what it changed on demand. */
export function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const { number, action, by, subject, submission } = entry;
  const panel = `audit-${number}`;
  const kind = SUBJECT_NAMES[subject.kind];
  return (
    <li className="audit-entry" data-number={number}>
      <div className="audit-line">
        <time dateTime={entry.at}>{formatTime(entry.at, language)}</time>
        <strong>{t(ACTION_NAMES[action] ?? { zh: action, en: action })}</strong>
        <span>
          {by === null ? (
            t({ zh: '系统或商店后端', en: 'the machine or the store’s backend' })
          ) : (
            <Untrusted text={by.displayName} />
          )}
        </span>
        <span className="audit-subject">
          {kind === undefined ? subject.kind : t(kind)} <code>{subject.id}</code>
        </span>
        {submission !== null && (
          <Link to={`/submissions/${encodeURIComponent(submission)}`} className="audit-submission">
            {submission}
          </Link>
        )}
        <Button size="small" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
          {open ? t({ zh: '收起', en: 'Less' }) : t({ zh: '详情', en: 'Details' })}
          <span className="visually-hidden">{t({ zh: `（第 ${number} 条）`, en: ` (entry ${number})` })}</span>
        </Button>
      </div>
      <div id={panel}>{open && <Details entry={entry} />}</div>
    </li>
  );
}

function Details({ entry: { number, hash, before, after } }: { readonly entry: AuditEntry }) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const changes = changesOf(before, after);
  const changed = changes.filter(({ same }) => !same);
  const shown = all ? changes : changed;
  const same = changes.length - changed.length;
  return (
    <div className="audit-details">
      {changes.length === 0 ? (
        <p>{t({ zh: '没有记录前后内容。', en: 'Nothing before or after was recorded.' })}</p>
      ) : (
        <ChangeTable changes={shown} number={number} />
      )}
      <p>
        {same > 0 && (
          <Button size="small" type="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? t({ zh: '只看改动', en: 'Changes only' })
              : t({ zh: `另有 ${same} 项未变`, en: `${same} more that stayed the same` })}
          </Button>
        )}
        <span className="audit-hash">
          {t({ zh: `第 ${number} 条，哈希 `, en: `Entry ${number}, hash ` })}
          <code>{hash}</code>
        </span>
      </p>
    </div>
  );
}

function ChangeTable({ changes, number }: { readonly changes: readonly Change[]; readonly number: string }) {
  const { t } = useLanguage();
  return (
    <table className="audit-changes">
      <caption className="visually-hidden">
        {t({ zh: `第 ${number} 条的前后内容`, en: `Before and after of entry ${number}` })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t({ zh: '项目', en: 'Field' })}</th>
          <th scope="col">{t({ zh: '之前', en: 'Before' })}</th>
          <th scope="col">{t({ zh: '之后', en: 'After' })}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after, same }) => (
          <tr key={field} className={same ? undefined : 'audit-changed'}>
            <th scope="row">
              <Untrusted text={field || '—'} />
            </th>
            <td>{before === null ? '—' : <Untrusted text={before} lines />}</td>
            <td>{after === null ? '—' : <Untrusted text={after} lines />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
