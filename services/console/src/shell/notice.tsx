import type { ReactNode } from 'react';

/** A page, or a part of one, that has nothing to show: why, and what to do. */
export function Notice({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <section className="notice" role="alert">
      <h1 className="notice-title">{title}</h1>
      <div>{children}</div>
      {action !== undefined && <p>{action}</p>}
    </section>
  );
}
