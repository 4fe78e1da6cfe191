import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { type FragmentLine, fragmentOf } from './xml-fragment.ts';

interface Given {
  readonly path: string;
  readonly attribute?: string | undefined;
  readonly value?: string | undefined;
}

/** An element where it stands in its document, with the attribute that matters marked; what is no path of elements as it is. */
export function Fragment({ path, attribute, value }: Given) {
  const { t } = useLanguage();
  const lines = fragmentOf(path);
  if (lines === null)
    return (
      <div className="fragment-plain">
        <code>
          <Untrusted text={path} most={200} />
        </code>
        {attribute !== undefined && (
          <code>
            {' @'}
            <Untrusted text={attribute} most={100} />
          </code>
        )}
        {value !== undefined && (
          <div>
            <mark>
              <Untrusted text={value} most={500} lines />
            </mark>
          </div>
        )}
      </div>
    );
  return (
    <pre className="fragment">
      {lines.map((line) => (
        <div key={line.depth}>
          {'  '.repeat(line.depth)}
          {line.last ? <Meant line={line} attribute={attribute} value={value} /> : `<${line.name} …>`}
          {line.position !== null && (
            <span className="fragment-note">
              {t({ zh: `  ← 第 ${line.position} 个 ${line.name}`, en: `  ← ${line.name} no. ${line.position}` })}
            </span>
          )}
        </div>
      ))}
    </pre>
  );
}

function Meant({ line, attribute, value }: { readonly line: FragmentLine } & Omit<Given, 'path'>) {
  if (attribute === undefined && value === undefined) return <mark>{`<${line.name} …>`}</mark>;
  if (attribute === undefined)
    return (
      <>
        {`<${line.name} …>`}
        <mark>
          <Untrusted text={value!} most={500} />
        </mark>
      </>
    );
  return (
    <>
      {`<${line.name} … `}
      <mark>
        <Untrusted text={attribute} most={100} />
        {value !== undefined && (
          <>
            ="
            <Untrusted text={value} most={500} />"
          </>
        )}
      </mark>
      {' …>'}
    </>
  );
}
