/**
 * `sorgu export`: received information on its way to an onward recipient (11(3)). It asks a running gateway, which checks
 * the provider's consent and has the transfer in its ledger before it answers; only then a byte is written.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { lineWords } from '../words/index.js';
import { callGateway } from './audit-call.js';
import { custodyCode, readAnswer } from './known-answers.js';
import { CommandFault, type ExitCode, type ExportWishes, type Voice } from './tools.js';

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
  if (existsSync(out)) throw new CommandFault((say) => say('FILE_STANDS', { path: out }));
  const data = await callGateway(call, QUERY, asked);
  const { file, transfer, faults } = readAnswer(exportedSchema, data.told);
  if (file === null || transfer === null) {
    const codes = faults.map(({ code, at }) => `${code} (${at})`).join(', ');
    voice.say(lineWords(voice.language)('NOTHING_EXPORTED', { codes }));
    return 1;
  }
  write(wishes, file);
  const { until, conditions } = transfer;
  const told = { id: asked.id, until, conditions: conditions.length };
  voice.say(lineWords(voice.language)('EXPORTED', told));
  return 0;
}

function write({ out, id }: ExportWishes, file: string): void {
  try {
    writeFileSync(out, file, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new CommandFault((say) => say('TRANSFER_NOT_WRITTEN', { id }));
  }
}
