import { useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';
import type { DossierList } from './dossier-list.ts';
import { LoadingFailedMessage } from './failure-message.tsx';
import type { Selection } from './selection.ts';

/** Selects everything that the filters leave, as far as one bulk operation takes it, or takes all of it back. */
export function SelectAll({
  list,
  selection,
  most,
}: {
  readonly list: DossierList;
  readonly selection: Selection;
  readonly most: number;
}) {
  const { t } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const wanted = Math.min(most, list.total);
  const all = selection.ids.size > 0 && selection.ids.size >= wanted;
  const toggle = async () => {
    if (all) return selection.set([]);
    setBusy(true);
    setFailure(null);
    try {
      let rows = list.rows.map((row) => row.submission);
      for (let more = list.pages.hasNextPage; more && rows.length < wanted; ) {
        const { data, hasNextPage, error } = await list.pages.fetchNextPage();
        if (error !== null) throw error;
        rows = [...new Set((data?.pages ?? []).flatMap((page) => page.rows.map((row) => row.submission)))];
        more = hasNextPage;
      }
      const chosen = rows.slice(0, most);
      selection.set(chosen);
      announce(t({ zh: `已选 ${chosen.length} 条`, en: `${chosen.length} selected` }));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const label = t({ zh: `全选（最多 ${most} 条）`, en: `Select all (up to ${most})` });
  return (
    <label title={label}>
      <input
        type="checkbox"
        aria-label={label}
        aria-busy={busy}
        disabled={list.total === 0}
        checked={all || busy}
        ref={(box) => {
          if (box !== null) box.indeterminate = !all && !busy && selection.ids.size > 0;
        }}
        onChange={() => void toggle()}
      />
      <LoadingFailedMessage error={failure} />
    </label>
  );
}
