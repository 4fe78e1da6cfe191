/** Flags of `android:foregroundServiceType` (`ServiceInfo.FOREGROUND_SERVICE_TYPE_*`), lowest bit first. */
const TYPES: readonly (readonly [flag: number, name: string])[] = [
  [0x1, 'dataSync'],
  [0x2, 'mediaPlayback'],
  [0x4, 'phoneCall'],
  [0x8, 'location'],
  [0x10, 'connectedDevice'],
  [0x20, 'mediaProjection'],
  [0x40, 'camera'],
  [0x80, 'microphone'],
  [0x100, 'health'],
  [0x200, 'remoteMessaging'],
  [0x400, 'systemExempted'],
  [0x800, 'shortService'],
  [0x1000, 'fileManagement'],
  [0x2000, 'mediaProcessing'],
  [0x40000000, 'specialUse'],
];

/** Names of the flags that are set; those of versions to come are left out. */
export function foregroundServiceTypes(flags: number): string[] {
  return TYPES.filter(([flag]) => (flags & flag) !== 0).map(([, name]) => name);
}
