/**
 * `sorgu export`: received information on its way to an onward recipient (11(3)). It asks a running gateway, which checks
 * the provider's consent and has the transfer in its ledger before it answers; only then a byte is written.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { callGateway } from './audit-call.js';
import { custodyCode, readAnswer } from './known-answers.js';
import type { ExitCode, ExportWishes, Voice } from './tools.js';

const QUERY = `mutation ($about: ID!, $id: ID!, $subjects: [Int!]!, $items: [Item!]!, $purpose: Purpose!,
    $recipient: String!, $recipientName: String!) {
  told: exportReceived(about: $about, id: $id, subjects: $subjects, items: $items, purpose: $purpose,
      recipient: $recipient, recipientName: $recipientName) {
    file transfer { until conditions { kind } } faults { code at } } }`;

/** What the mutation takes: a fault is about one of these. */
const ARGUMENTS = [
  'about',
  'id',
  'subjects',
  'items',
  'purpose',
  'recipient',
  'recipientName',
] as const;
const exportedSchema = z.object({
  file: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    .nullable(),
  transfer: z.object({ until: z.iso.datetime(), conditions: z.array(z.unknown()) }).nullable(),
  faults: z.array(z.object({ code: custodyCode, at: z.enum(ARGUMENTS) })),
});

/** Writes the signed file, for its writer alone; 1 with the codes where nothing may leave. Overwrites nothing. */
export async function exportReceived(wishes: ExportWishes, voice: Voice): Promise<ExitCode> {
  const { out, call, ...asked } = wishes;
  // Before anything is asked: a transfer that stands in the tree without its file would have to be told of as one.
  if (existsSync(out)) throw new Error(`${out} exists and is not overwritten: pass another --out`);
  const data = await callGateway(call, QUERY, asked);
  const { file, transfer, faults } = readAnswer(exportedSchema, data.told);
  if (file === null || transfer === null) {
    const codes = faults.map(({ code, at }) => `${code} (${at})`);
    voice.say(`nothing is exported: ${codes.join(', ')}`);
    return 1;
  }
  write(wishes, file);
  const { until, conditions } = transfer;
  voice.say(
    `transfer ${asked.id} until ${until}; conditions that go with it: ${conditions.length}`,
  );
  return 0;
}

function write({ out, id }: ExportWishes, file: string): void {
  try {
    writeFileSync(out, file, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new Error(
      `the transfer stands, but its file could not be written: ask again with --id ${id} and another --out`,
    );
  }
}
