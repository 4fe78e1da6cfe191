import { corpus } from '../fixtures/packages.ts';
import { inspectFile } from '../fixtures/source.ts';

describe('real packages', () => {
  const packages = corpus('hap');
  const EXPECTED: Record<
    string,
    { id: string; version: string; code: number; label: string; api: [number, number]; abilities: number }
  > = {
    Airquality_Demo: { id: 'com.example.airquality', version: '1.0', code: 1, label: 'AirQuality', api: [4, 5], abilities: 1 },
    Calc_Demo: {
      id: 'com.example.distributedcalc',
      version: '1.0.0',
      code: 1000000,
      label: 'DistributedCalc',
      api: [5, 5],
      abilities: 1,
    },
    Camera: { id: 'com.ohos.camera', version: '1.0.0', code: 1, label: '相机', api: [6, 6], abilities: 1 },
    Clock_Demo: { id: 'ohos.samples.clock', version: '1.0', code: 1000000, label: 'Clock', api: [4, 5], abilities: 1 },
    DeviceManager_UI: {
      id: 'com.ohos.devicemanagerui',
      version: '1.0.0',
      code: 1000000,
      label: 'entry_MainAbility',
      api: [6, 6],
      abilities: 1,
    },
    Ecg_Demo: { id: 'ohos.samples.ecg', version: '1.0.0', code: 1000000, label: 'ECG', api: [5, 5], abilities: 1 },
    Flashlight_Demo: {
      id: 'ohos.samples.flashlight',
      version: '1.0.0',
      code: 1000000,
      label: 'Flashlight',
      api: [6, 6],
      abilities: 1,
    },
    Launcher: { id: 'com.ohos.launcher', version: '1.0.0', code: 1000000, label: 'phone', api: [4, 7], abilities: 1 },
  };

  (packages.length > 0 ? test.each(packages) : test.skip.each(['(no corpus)']))('%s', async (path) => {
    const { facts } = await inspectFile(path);
    const expected = EXPECTED[path.split('.')[1]!]!;
    expect(facts).toMatchObject({
      format: 'hap',
      identity: {
        packageName: expected.id,
        versionName: expected.version,
        versionCode: expected.code,
        label: { zh: expected.label, default: expected.label },
      },
      harmony: { model: 'fa', minApiVersion: expected.api[0], targetApiVersion: expected.api[1] },
      launcher: `${expected.id}.MainAbility`,
      signing: { schemes: ['hap'], verified: 'valid' },
      tampering: [],
      gaps: [],
    });
    expect(facts.components).toHaveLength(expected.abilities);
    expect(facts.application.icon).toMatch(/^assets\/(?:entry|phone)\/resources\/base\/media\/icon\.png$/);
    expect(facts.signing.signers[0]?.certificates.length).toBe(path.includes('Camera') ? 2 : 3);
    expect(facts.signing.signers[0]?.algorithms?.length).toBe(1);
    expect(facts.coverage.level).toBe('partial');
    // Packages of that generation carry an Android shell for phones of the time.
    const hybrid = /Calc_Demo|DeviceManager_UI/.test(path);
    expect([facts.code.dexFiles.length, facts.nested.map(({ format, packageName }) => [format, packageName])]).toEqual(
      // Its own DEX file, and the one in the shell.
      hybrid ? [2, [['apk', expected.id]]] : [0, []],
    );
  });
});
