/**
 * What SARIF 2.1.0 (OASIS Standard, section 3) says about the objects that reports use, written out as a JSON schema of our own: every
 * property that is not named here is one that the standard does not have in that place, or that we do not use.
 */
const text = { type: 'string', minLength: 1 } as const;
const index = { type: 'integer', minimum: 0 } as const;
const bag = { type: 'object', properties: { tags: { type: 'array', items: text, uniqueItems: true } } } as const;
const object = (properties: object, required: readonly string[] = []) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more }) as const;

/** Section 3.11: text, with Markdown only beside it. */
const message = object({ text }, ['text']);
const multiformat = object({ text, markdown: text }, ['text']);
const level = { enum: ['none', 'note', 'warning', 'error'] } as const;
const language = { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' } as const;
const uri = { type: 'string', format: 'uri-reference' } as const;

const artifactLocation = object({ uri, index }, ['uri', 'index']);
const region = object(
  {
    charOffset: index,
    charLength: index,
    byteOffset: index,
    snippet: object({ text: { type: 'string' } }, ['text']),
  },
  [],
);
const logicalLocation = object({ name: { type: 'string' }, fullyQualifiedName: text, kind: text }, ['fullyQualifiedName']);
const locationProperties = {
  physicalLocation: object({ artifactLocation, region: { ...region, minProperties: 1 } }, ['artifactLocation']),
  logicalLocations: list(logicalLocation, { minItems: 1 }),
  message,
};
const location = object(locationProperties, ['physicalLocation']);
const related = object({ id: index, ...locationProperties }, ['id', 'physicalLocation']);

const componentReference = object({ name: text, index }, ['name', 'index']);
const taxonReference = object({ id: text, toolComponent: componentReference }, ['id', 'toolComponent']);
const descriptorReference = object({ id: text, index }, ['id', 'index']);

const rule = object(
  {
    id: text,
    name: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    help: multiformat,
    helpUri: { type: 'string', format: 'uri' },
    defaultConfiguration: object({ level, enabled: { type: 'boolean' } }),
    relationships: list(object({ target: taxonReference, kinds: list(text, { uniqueItems: true }) }, ['target'])),
    properties: bag,
  },
  ['id', 'shortDescription', 'fullDescription', 'help'],
);

const notification = object({ descriptor: descriptorReference, associatedRule: descriptorReference, level, message }, [
  'descriptor',
  'level',
  'message',
]);

const suppression = object(
  {
    kind: { enum: ['inSource', 'external'] },
    status: { enum: ['accepted', 'underReview', 'rejected'] },
    justification: { type: 'string' },
    properties: bag,
  },
  ['kind'],
);

const result = {
  ...object(
    {
      ruleId: text,
      ruleIndex: index,
      kind: { enum: ['fail', 'informational'] },
      level,
      message,
      locations: list(location, { minItems: 1, maxItems: 1 }),
      relatedLocations: list(related, { minItems: 1 }),
      codeFlows: list(
        object(
          {
            threadFlows: list(object({ locations: list(object({ location }, ['location']), { minItems: 2 }) }, ['locations']), {
              minItems: 1,
            }),
          },
          ['threadFlows'],
        ),
      ),
      fingerprints: { type: 'object', additionalProperties: text },
      partialFingerprints: { type: 'object', additionalProperties: text },
      taxa: list(taxonReference),
      suppressions: list(suppression),
      properties: bag,
    },
    ['ruleId', 'kind', 'level', 'message', 'locations', 'fingerprints'],
  ),
  // Section 3.27.10: whatever is no failure has no level.
  if: { properties: { kind: { const: 'fail' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: { properties: { level: { enum: ['note', 'warning', 'error'] } } },
  else: { properties: { level: { const: 'none' } } },
};

const taxonomy = object(
  {
    name: text,
    fullName: text,
    isComprehensive: { type: 'boolean' },
    taxa: list(
      object({ id: text, name: text, shortDescription: multiformat, fullDescription: multiformat, properties: bag }, ['id']),
    ),
  },
  ['name'],
);

const driver = object(
  {
    name: text,
    version: text,
    shortDescription: multiformat,
    language,
    rules: list(rule, { uniqueItems: true }),
    notifications: list(object({ id: text, shortDescription: multiformat }, ['id'])),
    supportedTaxonomies: list(componentReference, { uniqueItems: true }),
  },
  ['name', 'rules'],
);

const artifact = object(
  {
    location: object({ uri }, ['uri']),
    parentIndex: index,
    roles: list({ enum: ['analysisTarget'] }),
    hashes: { type: 'object', additionalProperties: text },
    description: message,
  },
  ['location'],
);

const invocation = object(
  {
    executionSuccessful: { type: 'boolean' },
    endTimeUtc: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' },
    toolExecutionNotifications: list(notification),
    toolConfigurationNotifications: list(notification),
  },
  ['executionSuccessful'],
);

const run = object(
  {
    tool: object({ driver }, ['driver']),
    automationDetails: object({ id: text }, ['id']),
    language,
    columnKind: { const: 'utf16CodeUnits' },
    invocations: list(invocation, { minItems: 1, maxItems: 1 }),
    artifacts: list(artifact, { uniqueItems: true }),
    results: list(result),
    taxonomies: list(taxonomy),
    properties: bag,
  },
  ['tool', 'results'],
);

export const SARIF_SCHEMA = object(
  { $schema: text, version: { const: '2.1.0' }, runs: list(run, { minItems: 1, maxItems: 1 }) },
  ['version', 'runs'],
);
