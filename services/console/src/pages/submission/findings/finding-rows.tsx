import type { ReactNode } from 'react';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import { chunksOf } from './chunks.ts';
import { NearViewport } from './near-viewport.tsx';

/** Height of a row that is closed. */
const ROW_HEIGHT = 84;

interface Given {
  readonly findings: readonly Finding[];
  /** How many rows stand above these on the page. */
  readonly above: number;
  readonly current: string | null;
  readonly row: (finding: Finding) => ReactNode;
}

/** The rows of a group. Those far down a very long page are made when they come near, or are gone to. */
export function FindingRows({ findings, above, current, row }: Given) {
  return chunksOf(findings, above).map(({ first, items, late }) =>
    late ? (
      <NearViewport
        key={first}
        expected={items.length * ROW_HEIGHT}
        keep
        wanted={items.some(({ fingerprint }) => fingerprint === current)}
      >
        {() => items.map(row)}
      </NearViewport>
    ) : (
      items.map(row)
    ),
  );
}
