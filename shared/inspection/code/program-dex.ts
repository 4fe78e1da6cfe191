import { modifiedUtf8 } from '../binary/mutf8.ts';
import { LIMITS } from '../limits.ts';
import type { ProgramDex } from './program.ts';
import type { ScannedDex } from './scanned.ts';
import type { Symbols, SymbolsOfFile } from './symbols.ts';

/** A file of the program as those see it who follow its instructions. */
export function programDex(file: ScannedDex, entry: string, hidden: boolean, own: SymbolsOfFile, symbols: Symbols): ProgramDex {
  const { buffer, byteOffset, length } = file.bytes;
  const bytes = Buffer.from(buffer, byteOffset, length);
  const { strings, fields, base } = file.tables;
  const string = (index: number) =>
    index < strings.count ? modifiedUtf8(bytes, base + bytes.readUInt32LE(strings.at + index * 4), LIMITS.dexNameLength) : null;
  return {
    entry,
    bytes,
    units: new Uint16Array(buffer, byteOffset, length >>> 1),
    hidden,
    types: own.types,
    methods: own.methods,
    string,
    field: (index) => {
      if (index >= fields.count) return null;
      const at = fields.at + index * 8;
      const owner = own.types[bytes.readUInt16LE(at)];
      const type = own.types[bytes.readUInt16LE(at + 2)];
      const name = string(bytes.readUInt32LE(at + 4));
      return owner === undefined || type === undefined || name === null ? null : { class: owner, name, type };
    },
    lambdaType: (callSite) => {
      const proto = own.protos[file.callSites[callSite] ?? -1];
      return proto === undefined ? -1 : symbols.returnType(proto);
    },
  };
}
