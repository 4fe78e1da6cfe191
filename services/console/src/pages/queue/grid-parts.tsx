// biome-ignore-all lint/a11y/useSemanticElements: a table's layout cannot hold rows that are placed one by one.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus (roving), never its cells.
import type { CSSProperties, ReactNode, Ref } from 'react';

/** The parts of the grid that assistive technology reads as a table. */
export function Cell({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <div role="gridcell" className={className}>
      {children}
    </div>
  );
}

export function ColumnHeader({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <div role="columnheader" className={className}>
      {children}
    </div>
  );
}

export function HeadRow({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <div role="row" aria-rowindex={1} className={className}>
      {children}
    </div>
  );
}

export function RowGroup({
  className,
  style,
  ref,
  children,
}: {
  readonly className: string;
  readonly style: CSSProperties;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}) {
  return (
    <div role="rowgroup" className={className} style={style} ref={ref}>
      {children}
    </div>
  );
}

/** A row that is on its way: no control can be in it, so nothing in it takes the focus. */
export function WaitingRowFrame({
  index,
  style,
  children,
}: {
  readonly index: number;
  readonly style: CSSProperties;
  readonly children: ReactNode;
}) {
  return (
    <div role="row" aria-rowindex={index + 2} className="queue-row queue-row-waiting" style={style}>
      <Cell className="queue-waiting">{children}</Cell>
    </div>
  );
}
