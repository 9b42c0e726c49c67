/**
 * Mail of custody that leaves no more (11(3)): a transfer whose consent was withdrawn while it waited in the outbox. What
 * it would have brought stays; that it was handed out stands in the tree, so that a recall names it.
 */
import { type CustodyAct, isWithdrawn } from '../../custody/index.js';
import type { Envelope } from '../../requests/index.js';
import type { KeptMail } from '../../store/index.js';
import type { ExchangeRooms } from '../rooms.js';

/** Whether it may not leave. */
export async function isHeldBack(
  { custodyFiles }: Pick<ExchangeRooms, 'custodyFiles'>,
  { about, of, envelope }: Pick<KeptMail, 'about' | 'of' | 'envelope'>,
): Promise<boolean> {
  const file = about === 'CUSTODY' ? await custodyFiles.load(of) : undefined;
  if (file === undefined) return false;
  // Written by this gateway when the step was kept.
  const { message } = JSON.parse(envelope) as Envelope;
  const steps = file.matters.flatMap((matter) => matter.steps);
  const act = steps.find((step) => step.message.id === idOf(message))?.message.act;
  const consent = act && consentOf(act);
  return consent !== undefined && isWithdrawn(file, consent);
}

const idOf = (message: Envelope['message']): string | undefined =>
  message.kind === 'CUSTODY' ? message.id : undefined;

const consentOf = (act: CustodyAct): string | null | undefined =>
  act.kind === 'TRANSFER' && act.step === 'TELL' ? act.transfer.consent : undefined;
