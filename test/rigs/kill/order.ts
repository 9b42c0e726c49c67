/** What a child of the rig is told: where it serves, which build it is, and when it dies. */
import { z } from 'zod';
import { BUILDS } from '../planted.js';

/** Where a gateway dies, in the order in which an operation passes; the last two are deaths by the parent's hand. */
export const STEPS = [
  'opening',
  'recognised',
  'admitted',
  'prepared',
  'grant-opened',
  'judged',
  'executed',
  'seal-asked',
  'before-append',
  'append-sent',
  'appended',
  'kept',
  'sealed',
  'half-written',
  'written',
  'first-byte',
  'random-time',
] as const;
export type Step = (typeof STEPS)[number];

export const orderSchema = z.object({
  dataDir: z.string(),
  urls: z.object({ app: z.string(), ledger: z.string() }),
  build: z.enum(BUILDS),
  step: z.enum(STEPS),
  /** At which arrival at the step it dies, from 1. */
  arrival: z.number(),
  /** Milliseconds from the arrival to the death, where the step is one that takes time. */
  delay: z.number(),
});
export type Order = z.infer<typeof orderSchema>;

/** What a child says: that its code is loaded, that it answers, or why it cannot. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loaded') }),
  z.object({ kind: z.literal('ready'), url: z.string() }),
  z.object({ kind: z.literal('fault'), fault: z.string() }),
]);
export type Report = z.infer<typeof reportSchema>;
