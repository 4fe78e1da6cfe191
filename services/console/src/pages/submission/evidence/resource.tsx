import type { Evidence } from '../../../../../../shared/domain/evidence.ts';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { Fragment } from './fragment.tsx';

type Resource = Extract<Evidence, { type: 'resource' }>;

/** A layout, a string or another resource: the file, the element in it, and what it says. */
export function ResourceEvidence({ evidence: { entry, element, attribute, text } }: { readonly evidence: Resource }) {
  return (
    <>
      <div>
        <code>
          <Untrusted text={entry} most={200} />
        </code>
      </div>
      {element !== undefined || attribute !== undefined ? (
        <Fragment path={element ?? ''} attribute={attribute} value={text} />
      ) : (
        text !== undefined && (
          <pre className="fragment">
            <mark>
              <Untrusted text={text} most={500} lines />
            </mark>
          </pre>
        )
      )}
    </>
  );
}
