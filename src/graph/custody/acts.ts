/** The mutations of custody (11(2) to 11(5)) as data: what each takes, what it says, what the desk does with it. */
import { Int } from 'type-graphql';
import type { PublicJwk } from '../../base/index.js';
import type { BreachNature, Scope } from '../../custody/index.js';
import type { Item } from '../../treaty/index.js';
import { CASE } from '../cases/moves/row.js';
import type { CaseOfficer } from '../cases/officer.js';
import {
  choice,
  choices,
  JWS,
  KEY,
  LINE,
  MOMENT,
  OFFICER,
  optional,
  TEXT,
  taking,
  UUID,
} from '../cases/taking.js';
import { type Given, type Row, readAll, type Takes } from '../mutation-rows.js';
import { ItemEnum, PurposeEnum } from '../types/enums.js';
import type { CustodyDeskAnswer, CustodyHallDesk, HallHolding, OfficerAct } from './desk.js';
import { type CustodyInputFault, placed } from './faults.js';
import { BreachNatureEnum } from './types.js';

export interface CustodyActing {
  readonly desk: CustodyHallDesk;
  readonly officer: CaseOfficer;
}

export type CustodyActed =
  | { readonly holding: HallHolding }
  | { readonly holding: null; readonly faults: readonly CustodyInputFault[] };

export interface CustodyActRow extends Row {
  run(acting: CustodyActing, given: Given): Promise<CustodyActed>;
}

function act<Values extends object>(
  description: string,
  takes: Takes<Values>,
  make: (acting: CustodyActing, values: Values) => Promise<CustodyDeskAnswer>,
): CustodyActRow {
  return {
    description,
    takes,
    async run(acting, given) {
      const { values, faults } = readAll(takes, given);
      if (values === null) return { holding: null, faults };
      const made = await make(acting, values);
      return made.holding === null ? { holding: null, faults: [placed(made.fault)] } : made;
    },
  };
}

const MOST_SUBJECTS = 100;
const SUBJECTS = taking<readonly number[]>(
  () => [Int],
  (numbers) => {
    if (numbers.length === 0) return 'CONTENT_MISSING';
    return numbers.length > MOST_SUBJECTS ? 'TOO_MANY' : undefined;
  },
  'Their numbers in the signed document.',
);
const digestForm = /^[0-9a-f]{64}$/;
const SHA256 = taking<string>(
  () => String,
  (text) => (digestForm.test(text) ? undefined : 'WRONG_FORM'),
  'SHA-256 of the paper, hexadecimal.',
);
const bodyForm = /^[A-Z][A-Z0-9-]{0,31}$/;
const BODY = taking<string>(
  () => String,
  (text) => (bodyForm.test(text) ? undefined : 'WRONG_FORM'),
  'The code of the body: KZ-MOJ.',
);

export const SCOPED: Takes<Scope> = { subjects: SUBJECTS, items: choices<Item>(ItemEnum) };
type Opening = { readonly about: string; readonly id: string };
const OPENING: Takes<Opening> = {
  about: CASE,
  id: UUID('A UUID version 4 of your own, which names the matter: sent twice, it is one step.'),
};
type Answering = Opening & { readonly matter: string };
const ANSWERING: Takes<Answering> = { ...OPENING, matter: CASE };
type Wished = Opening & Scope & { purpose: string; until: number; text: string };
const WISHED: Takes<Wished> = {
  ...OPENING,
  ...SCOPED,
  ...{ purpose: choice<string>(PurposeEnum), until: MOMENT, text: TEXT },
};
type Named = { readonly recipient: string; readonly recipientName: string };
const NAMED: Takes<Named> = { recipient: BODY, recipientName: LINE('Its name.') };
type Told = Opening & Scope & { readonly text: string };
const TOLD: Takes<Told> = { ...OPENING, ...SCOPED, text: TEXT };

export type Passing = Opening & Scope & Named & { readonly purpose: string };
export const PASSING: Takes<Passing> = {
  ...OPENING,
  ...SCOPED,
  ...NAMED,
  purpose: choice<string>(PurposeEnum),
};

/** What a passing is for the desk. */
export const passingOf = ({ about, id, purpose, ...given }: Passing) => ({
  ...{ about, id, purpose, scope: scopeOf(given) },
  recipient: { code: given.recipient, name: given.recipientName },
});

export const scopeOf = ({ subjects, items }: Scope): Scope => ({ subjects, items });

const opens = ({ desk, officer }: CustodyActing, { about, id }: Opening, said: OfficerAct) =>
  desk.act(officer, { about, id, matter: null }, said);

/** Answers a matter in the words of its own kind. */
async function answers(
  { desk, officer }: CustodyActing,
  { about, id, matter }: Answering,
  said: (kind: string) => OfficerAct | undefined,
): Promise<CustodyDeskAnswer> {
  const holding = await desk.show(officer, about);
  if (holding === undefined) return { holding: null, fault: 'NO_HOLDING' };
  const found = holding.file.matters.find((one) => one.id === matter);
  const step = found && said(found.kind);
  return step === undefined
    ? { holding: null, fault: 'NO_MATTER' }
    : desk.act(officer, { about, id, matter }, step);
}

const HOLDERS = 'By: REQUESTING_ANALYST, SIGNATORY, COORDINATOR.';
const GIVERS = 'By: EXECUTING_OFFICER, SIGNATORY, COORDINATOR.';

/** Every mutation that answers with the holding, by its name. */
export const CUSTODY_ACTS: Readonly<Record<string, CustodyActRow>> = {
  askPurposeChange: act<Wished>(
    `Asks the provider for its consent to another purpose (11(2)). ${HOLDERS}`,
    WISHED,
    (acting, { purpose, until, text, ...wished }) =>
      opens(acting, wished, {
        ...{ kind: 'PURPOSE_CHANGE', step: 'ASK', scope: scopeOf(wished), purpose, until, text },
      }),
  ),
  askOnwardTransfer: act<Wished & Named>(
    `Asks the provider for its prior consent to a transfer to a third party (11(3)). ${HOLDERS}`,
    { ...WISHED, ...NAMED },
    (acting, { purpose, until, text, ...wished }) =>
      opens(acting, wished, {
        ...{ kind: 'ONWARD_TRANSFER', step: 'ASK', scope: scopeOf(wished), purpose, until, text },
        recipient: { code: wished.recipient, name: wished.recipientName },
      }),
  ),
  giveConsent: act<Answering & { jws: string; key: PublicJwk }>(
    'Gives a consent with the own key: a JWS of `CustodyMatter.consentDraft`, or of a narrower one. By: SIGNATORY.',
    { ...ANSWERING, jws: JWS, key: KEY },
    ({ desk, officer }, { jws, key, ...place }) => desk.give(officer, place, { jws, key }),
  ),
  declineMatter: act<Answering & { text: string }>(
    `Declines a consent or a request to rectify, with the reason. ${GIVERS}`,
    { ...ANSWERING, text: TEXT },
    (acting, { text, ...place }) =>
      answers(acting, place, (kind) =>
        kind === 'PURPOSE_CHANGE' || kind === 'ONWARD_TRANSFER' || kind === 'RECTIFICATION'
          ? { kind, step: 'DECLINE', text }
          : undefined,
      ),
  ),
  withdrawConsent: act<Answering & { text: string }>(
    `Withdraws a consent that this authority gave in this matter, with the reason: from its arrival on nothing more is read or passed on under it (11(2), 11(3)). ${GIVERS}`,
    { ...ANSWERING, text: TEXT },
    (acting, { text, ...place }) =>
      answers(acting, place, (kind) =>
        kind === 'PURPOSE_CHANGE' || kind === 'ONWARD_TRANSFER'
          ? { kind, step: 'WITHDRAW', text }
          : undefined,
      ),
  ),
  correctGiven: act<Told & { rectification: string | null }>(
    `Corrects what was given, with the values as the register has them now, down to the last recipient. ${GIVERS}`,
    { ...TOLD, rectification: optional(CASE) },
    (acting, { text, rectification, ...told }) =>
      opens(acting, told, {
        ...{ kind: 'CORRECTION', step: 'TELL', scope: scopeOf(told), text, rectification },
      }),
  ),
  recallGiven: act<Told>(
    `Takes back what was given, down to the last recipient. ${GIVERS}`,
    TOLD,
    (acting, { text, ...told }) =>
      opens(acting, told, { kind: 'RECALL', step: 'TELL', scope: scopeOf(told), text }),
  ),
  askRectification: act<Told>(
    `Tells the provider that something is thought to be wrong. ${HOLDERS}`,
    TOLD,
    (acting, { text, ...told }) =>
      opens(acting, told, { kind: 'RECTIFICATION', step: 'ASK', scope: scopeOf(told), text }),
  ),
  acceptRectification: act<Answering & { text: string }>(
    `Accepts a request to rectify; the correction follows. ${GIVERS}`,
    { ...ANSWERING, text: TEXT },
    (acting, { text, ...place }) =>
      answers(acting, place, (kind) =>
        kind === 'RECTIFICATION' ? { kind, step: 'ACCEPT', text } : undefined,
      ),
  ),
  tellBreach: act<
    Told & {
      natures: readonly BreachNature[];
      happenedAt: number | null;
      knownAt: number;
      measures: string;
    }
  >(
    `Tells the provider of a breach (11(4)). ${HOLDERS}`,
    {
      ...TOLD,
      ...{ natures: choices<BreachNature>(BreachNatureEnum), happenedAt: optional(MOMENT) },
      ...{ knownAt: MOMENT, measures: TEXT },
    },
    (acting, { natures, happenedAt, knownAt, text, measures, ...told }) =>
      opens(acting, told, {
        ...{ kind: 'BREACH', step: 'TELL', scope: scopeOf(told), natures },
        ...{ happenedAt, knownAt, text, measures },
      }),
  ),
  acknowledgeBreach: act<Answering>(
    `Acknowledges a notice of a breach. ${GIVERS}`,
    ANSWERING,
    (acting, place) =>
      answers(acting, place, (kind) =>
        kind === 'BREACH' ? { kind, step: 'ACKNOWLEDGE' } : undefined,
      ),
  ),
  registerReceipt: act<{
    about: string;
    matter: string;
    transfer: string;
    at: number;
    sha256: string;
  }>(
    `Registers what a recipient without a gateway answered to a correction or a recall. ${HOLDERS}`,
    { about: CASE, matter: CASE, transfer: CASE, at: MOMENT, sha256: SHA256 },
    ({ desk, officer }, receipt) => desk.registerReceipt(officer, receipt),
  ),
  registerOnwardTransfer: act<Passing & { parent: string; at: number }>(
    `Registers that a recipient without a gateway passed it on, covered by a consent or not. ${HOLDERS}`,
    { ...PASSING, parent: CASE, at: MOMENT },
    ({ desk, officer }, { parent, at, ...passed }) =>
      desk.registerTransfer(officer, { ...passingOf(passed), parent, at }),
  ),
  extendRetention: act<{ about: string; purpose: string; until: number; text: string }>(
    'Puts off the end until which it may be held for a purpose, never past the time that the provider gave (11(5)); `text` says why. It stands in the ledger before it is put off. By: SIGNATORY, COORDINATOR.',
    { about: CASE, purpose: choice<string>(PurposeEnum), until: MOMENT, text: TEXT },
    ({ desk, officer }, asked) => desk.extend(officer, asked),
  ),
  assignCustody: act<{ about: string; officer: string }>(
    'Puts an officer of this authority on it: by one who is on it, or the COORDINATOR.',
    { about: CASE, officer: OFFICER },
    ({ desk, officer }, on) => desk.assign(officer, on),
  ),
};
