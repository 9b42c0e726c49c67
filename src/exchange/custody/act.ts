/** A step of custody that an officer makes: on which side, to whom, whether what it says can be meant, with what beside. */
import {
  answersAsk,
  type CustodyAct,
  MATTER_TRANSITIONS,
  type Matter,
  whyNotSaid,
} from '../../custody/index.js';
import { widest } from '../../treaty/index.js';
import { isMover, type Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import { isBorneOut } from '../signatory.js';
import type { CustodyDeskFault, StepPlace } from './asked.js';
import { packCorrection } from './correct.js';
import { type Holding, subjectsOf } from './holding.js';
import { type Draft, makeStep, type OwnStep } from './steps.js';

export interface ActedOn {
  readonly officer: Officer;
  readonly holding: Holding;
  readonly place: StepPlace;
  readonly act: CustodyAct;
}

type Acted = Draft | { readonly fault: CustodyDeskFault };

/** Makes the step, or says why it is not made; nothing is kept or sealed yet. */
export async function actOn(rooms: ExchangeRooms, on: ActedOn): Promise<Acted> {
  const { officer, holding, place, act } = on;
  const { file } = holding;
  const matter = file.matters.find(({ id }) => id === (place.matter ?? place.id));
  if (place.matter !== null && matter === undefined) return { fault: 'NO_MATTER' };
  const link = linkOf(holding, matter, act);
  if (link === undefined) return { fault: 'NOT_THIS_SIDE' };
  if (!isMover(officer.role)) return { fault: 'NOT_THIS_ROLE' };
  const by = { role: officer.role, officer: officer.officer };
  const step: OwnStep = {
    ...{ id: place.id, matter: place.matter ?? place.id, act, by, ...link },
  };
  // The table first: who may not make the step is not told what is wrong with it.
  const tried = await makeStep(rooms, { file, made: [] }, step);
  if ('fault' in tried) {
    return tried.fault === 'DUPLICATE' ? { file, made: [] } : { fault: tried.fault };
  }
  const why = await whyNotActed(rooms, on, matter);
  if (why !== undefined) return { fault: why };
  if (act.step === 'GIVE') return withConsent(rooms, tried, act);
  if (act.kind !== 'CORRECTION' || act.step !== 'TELL') return tried;
  const packed = await packCorrection(rooms, holding, { scope: act.scope, officer });
  return makeStep(rooms, { file, made: [] }, { ...step, package: packed }) as Promise<Draft>;
}

/** The side of this gateway and the authority across; undefined where the holding has no such other side. */
function linkOf(
  { file, given }: Holding,
  matter: Matter | undefined,
  act: CustodyAct,
): Pick<OwnStep, 'side' | 'to'> | undefined {
  if (matter !== undefined) return { side: matter.side, to: matter.other };
  const side = MATTER_TRANSITIONS.find(
    ({ kinds, from, step }) => from === null && kinds.includes(act.kind) && step === act.step,
  )?.side;
  if (side === 'PROVIDER') return given === null ? undefined : { side, to: given };
  // What is asked of the provider goes to the provider itself, from wherever in the tree.
  return side === undefined || file.from === null ? undefined : { side, to: file.provider };
}

async function whyNotActed(
  rooms: ExchangeRooms,
  { holding, act }: ActedOn,
  matter: Matter | undefined,
): Promise<CustodyDeskFault | undefined> {
  const { file } = holding;
  const instrument = rooms.instruments.get(file.instrument);
  if (instrument === undefined) return 'SCOPE_FAULTY';
  const now = rooms.clock.now();
  const ground = { instrument: widest(instrument), subjects: subjectsOf(holding), now };
  const why = whyNotSaid(act, ground);
  if (why !== undefined) return why;
  if (act.kind === 'CORRECTION' && act.step === 'TELL' && act.rectification !== null) {
    const asked = file.matters.find(({ id }) => id === act.rectification);
    return asked?.state === 'ACCEPTED' ? undefined : 'NO_MATTER';
  }
  // Only what came can be overtaken: here a consent that was not given is declined.
  if (act.step === 'WITHDRAW' && matter?.state !== 'GIVEN') return 'NOT_IN_THIS_STATE';
  return act.step === 'GIVE' ? whyNotGiven(rooms, act, matter) : undefined;
}

type Giving = Extract<CustodyAct, { step: 'GIVE' }>;

async function whyNotGiven(
  rooms: ExchangeRooms,
  { consent: jws, key }: Giving,
  matter: Matter | undefined,
): Promise<CustodyDeskFault | undefined> {
  const opened = await rooms.post.openConsent(jws, key);
  const ask = matter?.steps[0]?.message;
  if ('fault' in opened || ask === undefined) return 'SIGNATURE_REFUSED';
  const { document, kid } = opened;
  if (!answersAsk(document, ask, rooms.clock.now())) return 'CONSENT_DIFFERS';
  const { provider: authority, instrument, givenAt: writtenAt } = document;
  // What the partner would not take for its signatory is not sent at all.
  const isListed = await isBorneOut(rooms, { authority, instrument, kid, writtenAt });
  return isListed ? undefined : 'SIGNATURE_REFUSED';
}

async function withConsent(rooms: ExchangeRooms, draft: Draft, act: Giving): Promise<Acted> {
  const opened = await rooms.post.openConsent(act.consent, act.key);
  if ('fault' in opened) return { fault: 'SIGNATURE_REFUSED' };
  const consent = { consent: opened.document, keptAt: rooms.clock.now() };
  return { ...draft, file: { ...draft.file, consents: [...draft.file.consents, consent] } };
}
