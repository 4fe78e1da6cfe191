import { useEffect } from 'react';

/** Names the page in the window's title, what matters first: a reviewer has ten tabs open. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Shelfgate`;
  }, [title]);
}
