import { z } from 'zod';
import { PLUGIN_RUNTIMES, VERSION_SOURCES } from '../../domain/facts/third-party.ts';
import { count } from './shapes.ts';

/** `PackageFacts.code.prints`. */
export const printsSchema = z.strictObject({
  scheme: z.literal(1),
  packages: z.array(z.strictObject({ package: count, prints: z.base64() })),
  classes: z.array(z.strictObject({ class: z.string(), prints: z.base64() })),
  resources: z.base64().nullable(),
});

/** `PackageFacts.plugins`. */
export const pluginsSchema = z.array(
  z.strictObject({ runtime: z.enum(PLUGIN_RUNTIMES), name: z.string(), version: z.string().nullable(), entry: z.string() }),
);

/** `PackageFacts.versions`. */
export const versionsSchema = z.array(
  z.strictObject({ source: z.enum(VERSION_SOURCES), subject: z.string(), value: z.string(), entry: z.string() }),
);
