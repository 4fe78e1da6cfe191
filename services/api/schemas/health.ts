import { z } from 'zod';
import { publish } from './published.ts';

export const liveSchema = publish('Live', z.strictObject({ status: z.literal('ok') }));

const part = z.enum(['ok', 'failing']);
export const readySchema = publish(
  'Ready',
  z.strictObject({ status: part, checks: z.strictObject({ database: part, objects: part, queue: part, rulebooks: part }) }),
);
