/**
 * Resource ids of the `android:` attributes that the inspector reads (android.R.attr). The platform looks attributes up by id, never
 * by name, so stripped or false names change nothing.
 */
export const ANDROID_ATTRIBUTES = {
  label: 0x01010001,
  icon: 0x01010002,
  name: 0x01010003,
  permission: 0x01010006,
  readPermission: 0x01010007,
  writePermission: 0x01010008,
  protectionLevel: 0x01010009,
  hasCode: 0x0101000c,
  enabled: 0x0101000e,
  debuggable: 0x0101000f,
  exported: 0x01010010,
  process: 0x01010011,
  authorities: 0x01010018,
  initOrder: 0x0101001a,
  value: 0x01010024,
  resource: 0x01010025,
  scheme: 0x01010027,
  host: 0x01010028,
  targetActivity: 0x01010202,
  minSdkVersion: 0x0101020c,
  versionCode: 0x0101021b,
  versionName: 0x0101021c,
  targetSdkVersion: 0x01010270,
  maxSdkVersion: 0x01010271,
  allowBackup: 0x01010280,
  required: 0x0101028e,
  usesCleartextTraffic: 0x010104ec,
  networkSecurityConfig: 0x01010527,
  isFeatureSplit: 0x0101055b,
  compileSdkVersion: 0x01010572,
  versionCodeMajor: 0x01010576,
  isSplitRequired: 0x01010591,
  foregroundServiceType: 0x01010599,
  usesPermissionFlags: 0x01010644,
  requiredSplitTypes: 0x0101064e,
  splitTypes: 0x0101064f,
} as const;

export type AndroidAttribute = keyof typeof ANDROID_ATTRIBUTES;
