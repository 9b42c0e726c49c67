/** A holding of Astana, and what stands under it: two gateways, and two bodies without one. */

import type { MessageSigner } from '../../../src/base/index.js';
import {
  type Consent,
  type CustodyMessage,
  consentBytes,
  type PurposeChangeConsent,
  type Scope,
} from '../../../src/custody/index.js';
import type { CustodyAnswer, Holding, Officer, OfficerAct } from '../../../src/exchange/index.js';
import { signDocument } from '../../../src/partner/index.js';
import {
  type Condition,
  noteOutcome,
  type RequestDocument,
  recordAge,
} from '../../../src/requests/index.js';
import type { Item } from '../../../src/treaty/index.js';
import {
  ANALYST,
  DAY,
  done,
  EXECUTING,
  inExecution,
  requestAbout,
  type Side,
  type Stage,
  uuid,
} from './stage.js';

const { unit } = requestAbout().requesting;
export const READER: Officer = { ...ANALYST, unit };
export const AZ_HEAD: Officer = { ...EXECUTING, role: 'SIGNATORY', officer: 'AZ-SMS-0001' };
export const LABOUR: Officer = {
  ...{ authority: 'KZ-MLSPP', role: 'REQUESTING_ANALYST', officer: 'KZ-MLSPP-0001', unit: null },
};
export const LABOUR_COORDINATOR: Officer = { ...LABOUR, role: 'COORDINATOR', officer: 'KZ-2' };

/** The purpose of the request, and one it does not state. */
export const PURPOSE = 'IDENTITY_ESTABLISHMENT';
export const OTHER_PURPOSE = 'PERSON_DETECTION';
export const ITEMS_HELD = ['NAME_CYRILLIC', 'DATE_OF_BIRTH'] as const satisfies readonly Item[];
export const ALL: Scope = { subjects: [1], items: ITEMS_HELD };
export const BIRTH: Scope = { subjects: [1], items: ['DATE_OF_BIRTH'] };
export const JUSTICE = { code: 'KZ-MOJ', name: 'Министерство юстиции' };
export const COURT = { code: 'KZ-COURT', name: 'Суд' };
export const LABOUR_BODY = { code: 'KZ-MLSPP', name: 'Министерство труда' };
export const TERMS: Condition = {
  ...{ kind: 'ON_TERMS', items: ['DATE_OF_BIRTH'], text: 'Не публиковать.' },
};

/** A case that Baku has answered: Astana holds it until seven days on, under one condition. */
export async function heldCase(
  stage: Stage,
  items: readonly Item[] = ITEMS_HELD,
  change: Partial<RequestDocument> = {},
): Promise<string> {
  const { id } = await inExecution(stage, { itemsWanted: [...items, 'PHOTOGRAPH'], ...change });
  const { desk } = stage.az;
  await done(desk.match(EXECUTING, { case: id, n: 1, person: 'one' }));
  await done(desk.note(EXECUTING, id, (sheet) => recordAge(sheet, 1, false)));
  for (const item of [...items, 'PHOTOGRAPH'] as const) {
    const outcome = { outcome: item === 'PHOTOGRAPH' ? 'NOT_AVAILABLE' : 'DISCLOSED' } as const;
    await done(desk.note(EXECUTING, id, (sheet) => noteOutcome(sheet, { n: 1, item }, outcome)));
  }
  const grantUntil = stage.clock.at + 7 * DAY;
  await done(desk.conclude(EXECUTING, { case: id, id: uuid(), conditions: [TERMS], grantUntil }));
  await done(desk.assign(EXECUTING, { case: id, officer: AZ_HEAD.officer }));
  await stage.carry();
  return id;
}

/** The holding after a step that has to succeed. */
export async function held(answering: Promise<CustodyAnswer>): Promise<Holding> {
  const answer = await answering;
  if (answer.holding === null) throw new Error(answer.fault);
  return answer.holding;
}

export const faultHeld = async (answering: Promise<CustodyAnswer>) => {
  const answer = await answering;
  return answer.holding === null ? answer.fault : null;
};

/** Opens a matter; its id. */
export async function opens(
  by: { readonly side: Pick<Side, 'custody'>; readonly officer: Officer; readonly about: string },
  act: OfficerAct,
): Promise<string> {
  const id = uuid();
  await held(by.side.custody.act(by.officer, { about: by.about, id, matter: null }, act));
  return id;
}

/** What the recipient asks for, as a signatory of the provider would consent to it; a test narrows or bends it. */
export function consentTo(
  { act, matter, instrument, about, from, to }: CustodyMessage,
  givenAt: number,
  change: Partial<Consent> = {},
): Consent {
  if (act.step !== 'ASK' || act.kind === 'RECTIFICATION') throw new Error('not a consent');
  const common: Omit<PurposeChangeConsent, 'kind'> = {
    v: 1,
    ...{ id: uuid(), matter, instrument, about, provider: to, holder: from },
    ...{ scope: act.scope, purpose: act.purpose, until: act.until },
    givenAt: new Date(givenAt).toISOString(),
  };
  const consent: Consent =
    act.kind === 'PURPOSE_CHANGE'
      ? { ...common, kind: 'PURPOSE_CHANGE_CONSENT' }
      : { ...common, kind: 'ONWARD_TRANSFER_CONSENT', recipient: act.recipient };
  return { ...consent, ...change } as Consent;
}

export const signedConsent = async (consent: Consent, by: MessageSigner) => ({
  jws: await signDocument('consent', consentBytes(consent), by),
  key: by.publicJwk,
});

/** The ask of a matter as Baku has it. */
export async function askAt({ az }: Stage, about: string, matter: string): Promise<CustodyMessage> {
  const file = await az.rooms.custodyFiles.load(about);
  const found = file?.matters.find(({ id }) => id === matter);
  const ask = found?.steps[0]?.message;
  if (ask === undefined) throw new Error('no such matter');
  return ask;
}

/** Asks for a consent at one side and has Baku's head give it; the consent as it was given. */
export async function consented(
  stage: Stage,
  by: { readonly side: Side; readonly officer: Officer; readonly about: string },
  act: OfficerAct,
): Promise<Consent> {
  const matter = await opens(by, act);
  await stage.carry();
  const ask = await askAt(stage, by.about, matter);
  const consent = consentTo(ask, stage.clock.at);
  const signed = await signedConsent(consent, stage.az.signer);
  const place = { about: by.about, id: uuid(), matter };
  await held(stage.az.custody.give(AZ_HEAD, place, signed));
  await stage.carry();
  return consent;
}
