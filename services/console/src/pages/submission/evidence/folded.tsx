import { type ReactNode, useState } from 'react';

/** A part that is made when it is first opened: what nobody opens costs nothing. */
export function Folded({ label, children }: { readonly label: ReactNode; readonly children: () => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details className="folded" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{label}</summary>
      {opened && children()}
    </details>
  );
}
