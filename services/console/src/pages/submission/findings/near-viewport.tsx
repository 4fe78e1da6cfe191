import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Made this far before it can be seen, and taken away again this far behind. */
const MARGIN = '1200px 0px';

interface Given {
  /** Height before it has ever been made. */
  readonly expected: number;
  /** Once made it stays, with all that was opened in it. */
  readonly keep: boolean;
  /** Made wherever it is. */
  readonly wanted?: boolean;
  readonly children: () => ReactNode;
}

/**
 * Makes its children only when they are near the part of the page that is seen, and without `keep` takes them away again; a place of the
 * height they had (or are expected to have) stands for them. So five hundred opened findings cost as much as a dozen, and nothing jumps.
 */
export function NearViewport({ expected, keep, wanted = false, children }: Given) {
  const place = useRef<HTMLDivElement>(null);
  const height = useRef(expected);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const { isIntersecting } = entries.at(-1)!;
        if (!isIntersecting && element.firstChild !== null) height.current = element.offsetHeight;
        setNear((before) => isIntersecting || (before && keep));
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [keep]);
  const made = near || wanted;
  // What was gone to stays when one goes on.
  useEffect(() => {
    if (wanted) setNear(true);
  }, [wanted]);
  return (
    <div ref={place} style={made ? undefined : { height: height.current }}>
      {made && children()}
    </div>
  );
}
