/** The witness at the door for other gateways (C2SP tlog-witness): a partner shows the checkpoints of its own log. */
import { Refusal } from '../base/index.js';
import { SIZE_TYPE, WITNESS_PATHS, WITNESS_STATUS, type WitnessAnswer } from '../ledger/index.js';
import type { WitnessDesk } from '../partner/index.js';
import { readBody } from './body.js';
import { certificateOf } from './client-certificate.js';
import type { Incoming } from './incoming.js';
import { NOT_FOUND, type Reply, textReply } from './reply.js';
import type { Route } from './router.js';

/** Bytes: 64 lines of a proof, and a note of a few signatures. */
const SUBMISSION_LIMIT = 16_384;

export function witnessRoutes(desk: WitnessDesk): readonly Route[] {
  return [
    {
      path: WITNESS_PATHS.addCheckpoint,
      method: 'POST',
      async handle(incoming) {
        const sender = senderOf(desk, incoming);
        const body = Buffer.from(await readBody(incoming, SUBMISSION_LIMIT)).toString();
        const answer = await desk.addCheckpoint(sender, body);
        return 'cosignature' in answer ? textReply(answer.cosignature) : refuse(answer);
      },
    },
    {
      path: WITNESS_PATHS.checkpoint,
      method: 'GET',
      async handle(incoming) {
        const note = await desk.latest(senderOf(desk, incoming));
        return note === undefined ? NOT_FOUND : textReply(note);
      },
    },
  ];
}

/** Whoever has a certificate that no partner is registered with has no log here. */
function senderOf(desk: WitnessDesk, { request }: Incoming): string {
  const certificate = certificateOf(request, false)?.fingerprint;
  const sender = certificate === undefined ? undefined : desk.senderOf(certificate);
  if (sender === undefined) throw new Refusal('UNAUTHENTICATED');
  return sender;
}

function refuse({ refusal, size }: Extract<WitnessAnswer, { readonly size: number }>): Reply {
  // A wrong old size is told the right one.
  const told =
    refusal === 'OLD_SIZE_DIFFERS' ? textReply(`${size}\n`, SIZE_TYPE) : textReply(`${refusal}\n`);
  return { ...told, status: WITNESS_STATUS[refusal], code: refusal };
}
