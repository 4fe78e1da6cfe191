import type { Bilingual } from '../../../domain/text.ts';
import type { RenamedSdk } from '../prints/renamed.ts';
import type { Confidence, SdkLevel } from './detected.ts';
import type { CodeSize, Trace } from './traces.ts';

export interface Weighed {
  readonly level: SdkLevel;
  readonly confidence: Confidence;
  readonly stub: boolean;
  readonly reasons: readonly Bilingual[];
}

/** What is known of the app as a whole. */
export interface Surroundings {
  /** Code of third parties may be there under other names, or where nobody could read it. */
  mayHide(): boolean;
  /** Names of components whose class the package does not define; empty where that is not known. */
  readonly undefinedClasses: ReadonlySet<string>;
  /** Names of modules that the package's scripts hold. */
  readonly scriptModules: ReadonlySet<string>;
}

/** Below either, the code is a stub (an interface that was compiled against, a shim, exceptions that others throw), not the SDK. */
const FEW = { methods: 10, bodies: 6 };
/** Code that does something in so few of its methods is one too, unless it does in many all the same. */
const EMPTY = { share: 0.06, bodies: 15 };

/**
 * How strongly traces speak, without what calls and starts add. Real code is high, renamed code as sure as its prints; a native library alone
 * is medium (the name could be another's), a component or a plugin alone declares. Null where all there is does not even declare: a
 * host or the beginning of a resource's name.
 */
export function weigh(trace: Trace, renamed: RenamedSdk | undefined, around: Surroundings): Weighed | null {
  const code = sum(trace);
  const stub = code.classes > 0 && isStub(code);
  const reasons: Bilingual[] = [];
  if (code.classes > 0 && !stub) {
    return { level: 'present', confidence: 'high', stub, reasons: [ofCode(code)] };
  }
  if (stub) reasons.push(ofStub(code));
  if (renamed !== undefined) {
    reasons.push(ofPrints(renamed));
    return { level: 'present', confidence: renamed.confidence, stub: false, reasons };
  }
  const kinds = kindsOf(trace, around);
  reasons.push(...kinds.map((kind) => TOLD[kind]));
  if (trace.nativeLibraries.length > 0) return { level: 'present', confidence: 'medium', stub, reasons };
  if (isWholeInScripts(trace, around)) return { level: 'present', confidence: 'medium', stub, reasons };
  // Manifest and files come along with an archive even where a shrinker has taken out all of its code; the code itself names hosts.
  if (kinds.length > 1 && kinds.includes('hosts') && around.mayHide()) {
    return { level: 'present', confidence: 'medium', stub, reasons };
  }
  const strong = kinds.filter((kind) => kind !== 'hosts' && kind !== 'resources');
  if (strong.length === 0 && !stub) return null;
  const confidence = strong.includes('component') ? 'medium' : 'low';
  return { level: 'declared', confidence, stub, reasons };
}

type Whole = Pick<CodeSize, 'classes' | 'methods' | 'bodies'>;

function sum({ packages, copies }: Trace): Whole {
  const whole: Whole = { classes: 0, methods: 0, bodies: 0 };
  for (const sizes of [packages, copies]) {
    for (const { classes, methods, bodies } of sizes) {
      whole.classes += classes;
      whole.methods += methods;
      whole.bodies = whole.bodies === null || bodies === null ? null : whole.bodies + bodies;
    }
  }
  return whole;
}

function isStub({ methods, bodies }: Whole): boolean {
  if (methods < FEW.methods) return true;
  return bodies !== null && (bodies < FEW.bodies || (bodies < EMPTY.bodies && bodies < EMPTY.share * methods));
}

type Kind = 'component' | 'meta-data' | 'files' | 'resources' | 'hosts' | 'library' | 'plugin';

function kindsOf(trace: Trace, { undefinedClasses }: Surroundings): Kind[] {
  const kinds: Kind[] = [];
  // The manifest still names a component whose code has been taken out.
  const components = trace.components.filter(({ name }) => !undefinedClasses.has(name));
  if (components.length > 0) kinds.push('component');
  if (trace.metaData.length > 0 || trace.components.length > components.length) kinds.push('meta-data');
  if (trace.assets.length > 0) kinds.push('files');
  if (trace.resources.length > 0) kinds.push('resources');
  if (trace.domains.length > 0) kinds.push('hosts');
  if (trace.nativeLibraries.length > 0) kinds.push('library');
  if (trace.plugins.length > 0) kinds.push('plugin');
  return kinds;
}

/** An SDK that has no other code than the script of its plugin, which the package's scripts hold. */
function isWholeInScripts({ sdk, plugins }: Trace, { scriptModules }: Surroundings): boolean {
  if (plugins.length === 0) return false;
  const isScript = sdk.prefixes.length === 0 || sdk.plugins.ohpm?.some((name) => plugins.includes(name)) === true;
  return isScript && plugins.some((name) => scriptModules.has(name));
}

const TOLD: Readonly<Record<Kind, Bilingual>> = {
  component: { zh: '清单文件声明了它的组件', en: 'the manifest declares components of it' },
  'meta-data': { zh: '清单文件里有它的配置', en: 'the manifest holds settings of it' },
  files: { zh: '包内有它独有的文件', en: 'the package holds files that only it has' },
  resources: { zh: '资源名称有它的前缀', en: 'names of resources begin as only its do' },
  hosts: { zh: '代码里有它专用的域名', en: 'the code names hosts that only it talks to' },
  library: { zh: '包内有它的原生库', en: 'the package holds its native library' },
  plugin: { zh: '插件清单列出了它', en: 'a list of plugins names it' },
};

function ofCode({ classes, methods }: Whole): Bilingual {
  return {
    zh: `包名前缀下定义了 ${classes} 个类、${methods} 个方法`,
    en: `${classes} classes with ${methods} methods are defined under its prefixes`,
  };
}

function ofStub({ classes, methods, bodies }: Whole): Bilingual {
  const [zh, en] = bodies === null ? ['', ''] : [`，其中 ${bodies} 个有实际代码`, `, ${bodies} of which do something`];
  return {
    zh: `只有空壳：${classes} 个类、${methods} 个方法${zh}`,
    en: `a stub only: ${classes} classes with ${methods} methods${en}`,
  };
}

function ofPrints({ code: [first] }: RenamedSdk): Bilingual {
  const [matched, of] = [first?.matched ?? 0, first?.of ?? 0];
  return {
    zh: `改名后的代码与它的特征相符（${matched}/${of}）`,
    en: `renamed code has its features (${matched} of ${of})`,
  };
}
