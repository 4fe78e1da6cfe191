import type { Evidence } from '../../../../../../shared/domain/evidence.ts';
import { Fragment } from './fragment.tsx';

type Manifest = Extract<Evidence, { type: 'manifest' }>;

/** The element of the manifest as the developer finds it in the file. */
export function ManifestEvidence({ evidence: { element, attribute, value } }: { readonly evidence: Manifest }) {
  return <Fragment path={element} attribute={attribute} value={value} />;
}
