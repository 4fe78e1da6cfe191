// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keyboard opens a row by Enter (queue-keys.ts) or by its link.
// biome-ignore-all lint/a11y/useSemanticElements: see grid-parts.tsx.
import { type MouseEvent, memo } from 'react';
import { Link } from 'react-router';
import type { AccountName } from '../../../../../shared/domain/review/account.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import type { ListedRow } from './dossier-list.ts';
import { DueTime } from './due-time.tsx';
import { Cell } from './grid-parts.tsx';
import { SeverityCounts, Standing, Urgencies } from './markers.tsx';

/** Rows are as high as this, whatever stands in them: ten thousand of them have a known height. */
export const ROW_HEIGHT = 96;

interface Given {
  readonly row: ListedRow;
  readonly index: number;
  /** From the top of the list, in pixels. */
  readonly top: number;
  readonly active: boolean;
  /** Null where the account may not select. */
  readonly selected: boolean | null;
  readonly me: string;
  readonly now: number;
  /** What the submission's page needs to know of this list, for "next". */
  readonly from: string;
  readonly onActivate: (index: number) => void;
  readonly onSelect: (index: number, extend: boolean) => void;
  readonly onOpen: (index: number) => void;
}

/** One dossier of the queue. */
export const DossierRowView = memo(function DossierRowView(given: Given) {
  const { row, index, active, selected, onActivate, onSelect, onOpen } = given;
  const { t } = useLanguage();
  const name = visibleText(row.app.name, 60);
  const reachable = active ? 0 : -1;
  const open = (event: MouseEvent<HTMLElement>) => {
    const onControl = (event.target as HTMLElement).closest('a, input, label') !== null;
    if (!onControl && window.getSelection()?.isCollapsed !== false) onOpen(index);
  };
  const classes = ['queue-row', active && 'queue-row-active', selected && 'queue-row-selected', row.left && 'queue-row-left'];
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      tabIndex={reachable}
      data-index={index}
      data-submission={row.submission}
      className={classes.filter(Boolean).join(' ')}
      style={{ transform: `translateY(${given.top}px)` }}
      onFocus={() => onActivate(index)}
      onClick={open}
    >
      {selected !== null && (
        <Cell className="queue-cell-select">
          <label>
            <input
              type="checkbox"
              tabIndex={reachable}
              checked={selected}
              aria-label={t({ zh: `选择 ${name}`, en: `Select ${name}` })}
              onClick={(event) => onSelect(index, event.shiftKey)}
              // The click does it: it knows of the shift key.
              onChange={() => undefined}
            />
          </label>
        </Cell>
      )}
      <AppCell {...given} reachable={reachable} />
      <WhyCell row={row} />
      <Cell className="queue-cell-due">
        <DueTime row={row} now={given.now} />
      </Cell>
      <PeopleCell {...given} />
    </div>
  );
});

/** Long names are cut for the eye by the style; what the page holds of them is bounded here. */
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}…` : text);
const MOST = 120;

function Text({ text }: { readonly text: string }) {
  return <Untrusted text={cut(text, MOST)} most={MOST + 1} />;
}

function AppCell({ row, reachable, from }: Given & { readonly reachable: number }) {
  const { t } = useLanguage();
  const { app, developer, store } = row;
  const category = app.categoryName === null ? app.category : t(app.categoryName);
  const developerName = developer.name ?? developer.id;
  return (
    <Cell className="queue-cell-app">
      <div className="queue-clip" title={visibleText(app.name)}>
        <Link className="queue-name" to={`/submissions/${row.submission}`} state={{ queue: from }} tabIndex={reachable}>
          <Text text={app.name === '' ? row.submission : app.name} />
        </Link>{' '}
        {app.versionName !== null && <Text text={app.versionName} />}
      </div>
      <div className="queue-clip queue-quiet" title={visibleText([app.packageName, category].filter(Boolean).join(' · '))}>
        {app.packageName !== null && <Text text={app.packageName} />}
        {app.packageName !== null && category !== null && ' · '}
        {category !== null && <Text text={category} />}
      </div>
      <div className="queue-clip queue-quiet" title={visibleText(`${developerName} · ${store.name}`)}>
        <Text text={developerName} /> · <Text text={store.name} />
      </div>
    </Cell>
  );
}

function WhyCell({ row }: { readonly row: ListedRow }) {
  const { t } = useLanguage();
  const headline = row.headline === null ? '—' : t(row.headline);
  const urgent = row.urgencies.length > 0;
  return (
    <Cell className="queue-cell-why">
      <div className="queue-line">
        <Standing row={row} />
        <SeverityCounts findings={row.findings} />
      </div>
      <div className={urgent ? 'queue-clip' : 'queue-headline'} title={headline}>
        {headline}
      </div>
      {urgent && (
        <div className="queue-line">
          <Urgencies row={row} />
        </div>
      )}
    </Cell>
  );
}

function PeopleCell({ row, me, now }: Given) {
  const { t } = useLanguage();
  const { assignee, claim } = row;
  const held = claim !== null && Date.parse(claim.until) > now ? claim : null;
  return (
    <Cell className="queue-cell-people">
      <div className={assignee === null ? 'queue-clip queue-quiet' : 'queue-clip'}>
        {assignee === null ? t({ zh: '未分配', en: 'Nobody' }) : <Person person={assignee} me={me} />}
      </div>
      {held !== null && (
        <div className="queue-clip queue-claim">
          <span aria-hidden="true">● </span>
          <Person person={held.by} me={me} /> {t({ zh: '处理中', en: 'is on it' })}
        </div>
      )}
    </Cell>
  );
}

function Person({ person, me }: { readonly person: AccountName; readonly me: string }) {
  const { t } = useLanguage();
  return person.id === me ? t({ zh: '我', en: 'Me' }) : <Untrusted text={cut(person.displayName, 40)} most={41} />;
}
