import { type KeyboardEvent, useRef } from 'react';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import { TABS, type Tab } from './address.ts';

const NAMES: Readonly<Record<Tab, Bilingual>> = {
  findings: { zh: '问题', en: 'Findings' },
  'side-by-side': { zh: '对照', en: 'Side by side' },
  clauses: { zh: '条款', en: 'Clauses' },
  coverage: { zh: '覆盖度', en: 'Coverage' },
  listing: { zh: '上架信息与证书', en: 'Listing and certificates' },
  history: { zh: '历史', en: 'History' },
  decisions: { zh: '决定', en: 'Decisions' },
};

const SCOPE = { zh: '送审页', en: 'Submission' } as const;

interface Given {
  readonly tab: Tab;
  readonly counts: Partial<Readonly<Record<Tab, number>>>;
  readonly onChoose: (tab: Tab) => void;
}

const beside = (tab: Tab, by: 1 | -1): Tab => TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length]!;

/** The parts of the page; `[` and `]` go through them. */
export function TabBar({ tab, counts, onChoose }: Given) {
  const { t } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  useShortcuts(
    [
      { keys: '[', label: { zh: '上一个标签页', en: 'Previous tab' }, do: () => onChoose(beside(tab, -1)) },
      { keys: ']', label: { zh: '下一个标签页', en: 'Next tab' }, do: () => onChoose(beside(tab, 1)) },
    ],
    SCOPE,
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (by === null) return;
    event.preventDefault();
    const next = beside(tab, by);
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" className="tab-bar" aria-label={t({ zh: '送审内容', en: 'Parts of the submission' })}>
      {TABS.map((each) => (
        <button
          key={each}
          id={`tab-${each}`}
          type="button"
          role="tab"
          aria-selected={each === tab}
          aria-controls="tab-panel"
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onChoose(each)}
          onKeyDown={onKeyDown}
        >
          {t(NAMES[each])}
          {counts[each] !== undefined && <span className="tab-count">{counts[each]}</span>}
        </button>
      ))}
    </div>
  );
}
