/** The report as SARIF 2.1.0: valid, and every index and reference in it points at what it says. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { REPORT_LANGUAGES, renderSarif } from '../../shared/pledge/reports/index.ts';
import { pathUri } from '../../shared/pledge/reports/sarif-locations.ts';
import { HOSTILE, sampleReport } from './support/sample-report.ts';
import { SARIF_SCHEMA } from './support/sarif-schema.ts';

interface Place {
  physicalLocation: { artifactLocation: { uri: string; index: number }; region?: { charOffset?: number; charLength?: number } };
  logicalLocations?: { fullyQualifiedName: string; kind: string }[];
}
interface Reference {
  id: string;
  index?: number;
  toolComponent?: { name: string; index: number };
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  kind: string;
  level: string;
  locations: Place[];
  relatedLocations?: Place[];
  codeFlows?: { threadFlows: { locations: { location: Place }[] }[] }[];
  fingerprints: Record<string, string>;
  taxa: Reference[];
  suppressions?: { justification: string; status: string }[];
  properties: Record<string, unknown>;
}
interface Run {
  language: string;
  tool: {
    driver: {
      rules: { id: string; help: { text: string; markdown: string }; helpUri?: string; properties: Record<string, unknown> }[];
      notifications: { id: string }[];
    };
  };
  invocations: {
    executionSuccessful: boolean;
    toolExecutionNotifications: { descriptor: Reference; level: string; message: { text: string } }[];
    toolConfigurationNotifications: { descriptor: Reference; level: string }[];
  }[];
  artifacts: { location: { uri: string }; parentIndex?: number }[];
  results: Result[];
  taxonomies: { name: string; taxa: { id: string }[] }[];
}

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    // What RFC 3986 allows in a reference, and nothing that would be read as another scheme or host.
    'uri-reference': (text: string) => /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})+$/.test(text),
  },
});
const validate = ajv.compile(SARIF_SCHEMA);

function runOf(text: string): Run {
  const log = JSON.parse(text) as { runs: Run[] };
  validate(log);
  expect((validate.errors ?? []).slice(0, 3)).toEqual([]);
  return log.runs[0]!;
}

const placesOf = (result: Result): Place[] => [
  ...result.locations,
  ...(result.relatedLocations ?? []),
  ...(result.codeFlows ?? []).flatMap(({ threadFlows }) =>
    threadFlows.flatMap(({ locations }) => locations.map(({ location }) => location)),
  ),
];

function checkReferences({ artifacts, results, taxonomies, tool }: Run): void {
  for (const result of results) {
    expect(tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId);
    for (const { physicalLocation } of placesOf(result)) {
      const { uri, index } = physicalLocation.artifactLocation;
      expect(artifacts[index]!.location.uri).toBe(uri);
    }
    for (const { id, toolComponent } of result.taxa) {
      const component = taxonomies[toolComponent!.index]!;
      expect(component.name).toBe(toolComponent!.name);
      expect(component.taxa.map((taxon) => taxon.id)).toContain(id);
    }
  }
}

describe('a report', () => {
  const report = sampleReport();

  test.each(REPORT_LANGUAGES)('in %s is valid, and its references hold', (language) => {
    const run = runOf(renderSarif(report, language));
    checkReferences(run);
    expect(run.language).toBe(language === 'en' ? 'en' : 'zh-CN');
    expect(run.taxonomies.map(({ taxa }) => taxa.length)).toEqual([15, 10, 4]);
  });

  const run = runOf(renderSarif(report, 'en', { packageUri: 'build/app.apk' }));

  test('has levels by severity, suppressions for waived findings, information for observed ones', () => {
    expect(run.results.map(({ kind, level, suppressions }) => [kind, level, suppressions?.[0]?.justification ?? null])).toEqual([
      ['fail', 'error', null],
      ['fail', 'warning', null],
      ['fail', 'note', null],
      ['fail', 'warning', '示例文字'],
      ['informational', 'none', null],
    ]);
    expect(run.results.at(-1)!.properties.observed).toBe(true);
    expect(run.results[0]!.fingerprints).toEqual({ 'shelfgate/v1': report.verdict.findings[0]!.fingerprint });
  });

  test('places are those that a developer can go to', () => {
    const [result] = run.results;
    const places = placesOf(result!).map(({ physicalLocation, logicalLocations }) => [
      physicalLocation.artifactLocation.uri,
      logicalLocations?.[0]?.fullyQualifiedName ?? physicalLocation.region ?? null,
    ]);
    expect(places[0]).toEqual(['AndroidManifest.xml', '/manifest/uses-permission[3]/@android:name']);
    expect(places[3]).toEqual(['build/app.apk', '示例文字.示例文字']);
    expect(places).toContainEqual(['privacy-policy.txt', expect.objectContaining({ charOffset: 2, charLength: 4 })]);
    expect(places).toContainEqual(['listing.json', '/app/name']);
    expect(run.artifacts[0]!.location.uri).toBe('build/app.apk');
    expect(run.artifacts.find(({ location }) => location.uri === 'AndroidManifest.xml')!.parentIndex).toBe(0);
    expect(result!.codeFlows![0]!.threadFlows[0]!.locations).toHaveLength(3);
  });

  test('rules carry their text, clauses and force', () => {
    const { rules } = run.tool.driver;
    const cited = rules.find(({ id }) => id === report.verdict.findings[0]!.rule)!;
    expect(cited.help.text).toContain(report.verdict.findings[0]!.remedy.en);
    expect(cited.help.markdown).toContain('Law, regulation, ministerial rule or mandatory standard');
    expect(cited.helpUri).toBe(`https://review.example/rules/${cited.id}.html`);
    expect(cited.properties.clauses).toEqual(report.verdict.findings[0]!.clauses);
  });

  test('what was not checked is a notification, and a check that did not run is no success', () => {
    const [{ executionSuccessful, toolExecutionNotifications, toolConfigurationNotifications } = run.invocations[0]!] =
      run.invocations;
    expect(executionSuccessful).toBe(false);
    const kinds = (list: readonly { descriptor: Reference; level: string }[]) =>
      list.map(({ descriptor, level }) => `${descriptor.id} ${level}`);
    expect(kinds(toolExecutionNotifications)).toEqual([
      'check-missing error',
      'coverage warning',
      'gap warning',
      'not-assessed warning',
      'limits note',
    ]);
    expect(kinds(toolConfigurationNotifications)).toEqual(['off note', 'observing note', 'stale-waiver warning']);
    for (const { descriptor } of toolExecutionNotifications)
      expect(run.tool.driver.notifications[descriptor.index!]!.id).toBe(descriptor.id);
  });
});

test.each(HOSTILE.map((text) => [text.slice(0, 40), text]))('hostile strings stay strings: %j', (_, text) => {
  const made = renderSarif(sampleReport({ text }), 'both');
  checkReferences(runOf(made));
  expect(/\\ud[89a-f][0-9a-f]{2}/i.test(made)).toBe(false);
  expect(made.length).toBeLessThan(3_000_000);
});

test.each([
  ['res/layout/main.xml', 'res/layout/main.xml'],
  ['../../etc/passwd', 'etc/passwd'],
  ['//evil.example/x', 'evil.example/x'],
  ['javascript:alert(1)', 'javascript%3Aalert(1)'],
  ['a b?c#d', 'a%20b%3Fc%23d'],
  ['', 'unnamed'],
  ['\ud800', '%EF%BF%BD'],
])('the entry %j is the reference %j', (entry, uri) => {
  expect(pathUri(entry)).toBe(uri);
});
