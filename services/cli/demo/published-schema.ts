import Ajv2020 from 'ajv/dist/2020.js';

/**
 * Makes a validator of a schema that the running service publishes in its OpenAPI 3.1 document (JSON Schema 2020-12), with a validator
 * that shares no code with the service.
 * @returns what is wrong with a value, null when nothing is
 */
export async function publishedValidator(apiUrl: string, name: string): Promise<(value: unknown) => string | null> {
  const response = await fetch(`${apiUrl}/v1/openapi.json`);
  if (!response.ok) throw new Error(`GET /v1/openapi.json: ${response.status}`);
  const document = (await response.json()) as { components: { schemas: Record<string, object> } };
  const ajv = new Ajv2020.default({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'openapi', components: document.components }, 'openapi');
  const validate = ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
  return (value) => (validate(value) ? null : ajv.errorsText(validate.errors));
}
