import { type ReactNode, useEffect, useRef, useState } from 'react';
import './table-scroll.css';

/** A table that may be wider than its place: it scrolls by itself then, by the keyboard too, and says what it is. */
export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setScrolls(element.scrollWidth > element.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  // A stop for the Tab key only where there is something to scroll to.
  const reachable = scrolls ? { tabIndex: 0, role: 'region', 'aria-label': label } : {};
  return (
    <div ref={box} className="table-scroll" {...reachable}>
      {children}
    </div>
  );
}
