import type { PackageFacts, PackageFormat } from '../../domain/facts/package.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import type { Observations } from '../observations.ts';
import type { ArchiveView } from './archive-view.ts';

/** Facts of one format, without what every package has (hash, size, version of the inspector). */
export type FormatFacts = Omit<PackageFacts, 'schema' | 'inspector' | 'format' | 'sha256' | 'size' | 'tampering' | 'gaps'>;

/** A format that is inspected: how it is known by its content, and how it is read. One file a format. */
export interface FormatReader {
  readonly format: PackageFormat;
  sniff(view: ArchiveView): boolean | Promise<boolean>;
  /** Reads a package. A part that is broken becomes a gap and never hides the others. @throws only what the source throws */
  read(archive: ZipArchive, context: InspectionContext, observations: Observations): Promise<FormatFacts>;
}
