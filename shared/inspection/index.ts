import { InputError } from '../domain/errors.ts';
import type { PackageFacts, PackageFormat } from '../domain/facts/package.ts';
import type { ByteSource } from '../domain/ports.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { Ranges } from './binary/ranges.ts';
import { openArchive } from './binary/zip.ts';
import type { InspectionContext } from './context.ts';
import { emptyFacts } from './empty.ts';
import { describeBytes } from './formats/magic.ts';
import { READERS } from './formats/readers.ts';
import { recognise, recogniseBroken } from './formats/recognise.ts';
import { Observations, SourceFailure } from './observations.ts';

/** Version of the inspector: part of the key under which facts are kept. A change of meaning changes it. */
export const INSPECTOR_VERSION = 'inspector/3';

/** Formats that `inspectPackage` can read; the others are only told apart. */
export const INSPECTABLE_FORMATS: readonly PackageFormat[] = READERS.map(({ format }) => format);

/**
 * Tells the container format by content, never by name. A package whose directory is cut off is still what it was meant to be.
 * @throws InputError `not-a-package` for anything that is no ZIP archive, naming what it is
 * @throws whatever the source throws
 */
export async function sniffFormat(source: ByteSource): Promise<PackageFormat> {
  return passSourceFailures(async () => {
    const ranges = new Ranges(source);
    const format = await findFormat(ranges, new Observations());
    if (format.name) return format.name;
    const { zh, en } = describeBytes(await ranges.read(0, 512, 'file'));
    throw new InputError(
      'not-a-package',
      { zh: `不是应用安装包：这是${zh}`, en: `not an app package: this is ${en}` },
      'offset 0',
    );
  });
}

/**
 * Reads a package by ranges and says what is in it. A broken one gives facts with gaps, never an error, and so does one of a format
 * that is not in `INSPECTABLE_FORMATS`.
 * @param context.sha256 of the whole package, computed where its bytes passed by or pass by meanwhile; the rest as `InspectionContext` has it, by default
 *   read by ranges
 * @throws only what the source throws: then nothing is known about the package
 */
export async function inspectPackage(
  source: ByteSource,
  context: { readonly sha256: string | Promise<string>; readonly knowledge: Knowledge } & Partial<InspectionContext>,
): Promise<PackageFacts> {
  return passSourceFailures(async () => {
    const ranges = new Ranges(source);
    const observations = new Observations();
    const format = await findFormat(ranges, observations);
    const name = format.name ?? 'zip';
    let facts = emptyFacts();
    const reader = READERS.find((known) => known.format === name);
    const full: InspectionContext = { reading: 'ranges', depth: 0, readNested: nestedReader(context.knowledge), ...context };
    if (format.archive && reader) facts = await reader.read(format.archive, full, observations);
    else if (format.archive) {
      observations.gap('package', 'format-not-inspected', name, {
        zh: `${name} 格式的安装包尚不能检查`,
        en: `packages of the format ${name} cannot be inspected`,
      });
    }
    const { gaps, tampering } = observations;
    const head = { schema: 'package-facts/2', inspector: INSPECTOR_VERSION, format: name } as const;
    return { ...head, sha256: await context.sha256, size: source.size, ...facts, tampering, gaps };
  });
}

/** Packages within the package are read by ranges too, for what they declare; what lies in them in turn is not opened. */
function nestedReader(knowledge: Knowledge): InspectionContext['readNested'] {
  return async (archive, observations) => {
    const format = await recognise(archive);
    const reader = READERS.find((known) => known.format === format);
    const facts = reader ? await reader.read(archive, { knowledge, reading: 'ranges', depth: 1 }, observations) : null;
    return { format, facts };
  };
}

/** The archive and its format; without a readable directory no archive, and a name only where the rest tells it. */
async function findFormat(ranges: Ranges, observations: Observations) {
  const archive = await observations.attempt('package', 'ZIP', null, () => openArchive(ranges, observations));
  return { archive, name: archive ? await recognise(archive) : await recogniseBroken(ranges) };
}

async function passSourceFailures<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof SourceFailure ? error.cause : error;
  }
}
