/** The forge: genuine messages are delivered once, then the attacks are tried on what was captured of them. */
import { ATTACKS, type Captured } from './attacks.js';
import {
  type Fault,
  LONG_AGO,
  makeKeys,
  openReceiver,
  openSender,
  type Receiver,
  type Sender,
  type Sent,
} from './gateways.js';
import { openRandom, type Random } from './random.js';

export interface ForgeOptions {
  readonly messages: number;
  readonly seed: number;
  /** False for a receiver that forgets, to see that the forge is not blind. */
  readonly hasMemory: boolean;
}

/** One attack that led to work: its number repeats it under the same seed. */
export interface Accepted {
  readonly number: number;
  readonly attack: string;
}

export interface ForgeReport {
  readonly genuine: number;
  /** Of the genuine, how many were taken: all, or the forge says nothing. */
  readonly taken: number;
  readonly tried: number;
  readonly accepted: readonly Accepted[];
  /** How often each fault was the answer. */
  readonly faults: ReadonlyMap<Fault, number>;
}

const GENUINE = 200;

export async function forge({ messages, seed, hasMemory }: ForgeOptions): Promise<ForgeReport> {
  const keys = makeKeys(seed);
  const [sender, receiver] = [openSender(keys), openReceiver(keys, hasMemory)];
  const captured = await deliverGenuine(sender, receiver);
  const random = openRandom(seed);
  const accepted: Accepted[] = [];
  const faults = new Map<Fault, number>();
  for (let number = 0; number < messages; number += 1) {
    const [name, attack] = attackOf(number);
    const request = await attack({ ...pickThree(captured, random), sender, random });
    const outcome = await receiver.receive(request);
    if (outcome === 'TAKEN') accepted.push({ number, attack: name });
    else faults.set(outcome, (faults.get(outcome) ?? 0) + 1);
  }
  return { genuine: GENUINE, taken: captured.taken, tried: messages, accepted, faults };
}

function attackOf(number: number): (typeof ATTACKS)[number] {
  const attack = ATTACKS[number % ATTACKS.length];
  if (attack === undefined) throw new Error('no attack');
  return attack;
}

interface Genuine {
  readonly taken: number;
  readonly sent: readonly Sent[];
  readonly held: readonly Sent[];
}

/** Delivers genuine messages by keys of both kinds, and has as many held back on the way. */
async function deliverGenuine(sender: Sender, receiver: Receiver): Promise<Genuine> {
  const sent: Sent[] = [];
  const held: Sent[] = [];
  let taken = 0;
  for (let number = 0; number < GENUINE; number += 1) {
    const message = await sender.send(number % 2 === 0 ? 0 : 1);
    if ((await receiver.receive(message.request)) === 'TAKEN') taken += 1;
    sent.push(message);
    held.push(await sender.send(number % 2 === 0 ? 0 : 1, LONG_AGO));
  }
  return { taken, sent, held };
}

/** Two different messages that were delivered, and one that was not. */
function pickThree(
  { sent, held }: Genuine,
  random: Random,
): Pick<Captured, 'sent' | 'other' | 'held'> {
  const first = random.below(sent.length);
  const second = (first + 1 + random.below(sent.length - 1)) % sent.length;
  const [one, two, three] = [sent[first], sent[second], held[random.below(held.length)]];
  if (one === undefined || two === undefined || three === undefined) throw new Error('no message');
  return { sent: one, other: two, held: three };
}
