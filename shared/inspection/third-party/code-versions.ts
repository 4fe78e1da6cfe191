import type { VersionClue } from '../../domain/facts/third-party.ts';
import { modifiedUtf8 } from '../binary/mutf8.ts';
import type { ProgramFile } from '../code/build-program.ts';
import { dottedName } from '../code/dotted-name.ts';
import { isLibrary } from '../code/namespaces.ts';
import { VERSION_PLACE } from '../code/scanned.ts';
import { LIMITS } from '../limits.ts';
import { isVersionMember } from './version-names.ts';
import { storeVersion } from './version-text.ts';

/** A clue, and whether it speaks of a base library. */
export interface CodeVersion {
  readonly clue: VersionClue;
  readonly library: boolean;
}

/**
 * Versions that fields hold and methods answer whose names speak of one, in the order of the files.
 * @param libraries namespaces of base libraries
 */
export function codeVersions(files: readonly ProgramFile[], libraries: ReadonlySet<string>): CodeVersion[] {
  const found: CodeVersion[] = [];
  for (const { entry, scanned } of files) {
    const { bytes: own, tables, types, versions } = scanned;
    const bytes = Buffer.from(own.buffer, own.byteOffset, own.length);
    const text = (string: number): string | null => {
      if (string >= tables.strings.count) return null;
      return modifiedUtf8(bytes, tables.base + bytes.readUInt32LE(tables.strings.at + string * 4), LIMITS.dexNameLength);
    };
    for (let i = 0; i < versions.length; i += 4) {
      const member = text(versions[i + 2]!);
      const at = types.at[versions[i + 1]!];
      if (member === null || at === undefined) continue;
      const name = dottedName(bytes.toString('latin1', at, at + types.length[versions[i + 1]!]!));
      if (versions[i] === VERSION_PLACE.itself) {
        const told = storeVersion(member);
        if (told)
          found.push({ clue: { source: 'maven', subject: told.coordinates, value: told.version, entry }, library: false });
        continue;
      }
      const value = isVersionMember(name, member) ? text(versions[i + 3]!) : null;
      const source = versions[i] === VERSION_PLACE.method ? 'method' : 'constant';
      if (value === null) continue;
      found.push({ clue: { source, subject: `${name}.${member}`, value, entry }, library: isLibrary(name, libraries) });
    }
  }
  return found;
}
