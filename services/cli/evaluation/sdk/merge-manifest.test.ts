import { mergeManifests } from './merge-manifest.ts';

const manifest = `<?xml version="1.0"?>
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.vendor.sdk">
  <uses-permission android:name="android.permission.INTERNET"/>
  <!-- <uses-permission android:name="android.permission.CAMERA"/> -->
  <application>
    <meta-data android:name="VENDOR_KEY" android:value="k"/>
    <service android:name=".Push" android:exported="false" android:process=":push">
      <intent-filter><action android:name="com.vendor.PUSH"/><category android:name="\${applicationId}"/></intent-filter>
      <meta-data android:name="inner" android:value="1"/>
    </service>
    <provider android:name="com.vendor.Start" android:authorities="\${applicationId}.start"/>
  </application>
</manifest>`;

test('components, permissions and meta-data of an archive become those of the app', () => {
  expect(mergeManifests([manifest, manifest], 'org.example')).toEqual({
    permissions: ['android.permission.INTERNET'],
    applicationMetaData: { VENDOR_KEY: 'k' },
    components: [
      {
        kind: 'service',
        name: 'com.vendor.sdk.Push',
        exported: false,
        process: ':push',
        intentFilters: [{ actions: ['com.vendor.PUSH'], categories: ['org.example'] }],
        metaData: { inner: '1' },
      },
      { kind: 'provider', name: 'com.vendor.Start', authorities: 'org.example.start', intentFilters: [], metaData: {} },
    ],
  });
});
