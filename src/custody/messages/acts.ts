/** What each step of each matter says, with its JSON Schema. Instants are milliseconds since the epoch. */
import type { PublicJwk } from '../../base/index.js';
import {
  CODE,
  COMPACT,
  COUNT,
  DIGEST,
  exactly,
  JWK,
  listOf,
  type MessageSchema,
  MOMENT,
  NAME_CODE,
  oneOf,
  only,
  orNull,
  type SchemaOf,
  TEXT,
  UUID_V4,
} from '../../requests/index.js';
import { BODY, type Body, SCOPE, type Scope } from '../consents/scope.js';
import { TRANSFER, type Transfer } from '../transfer/transfer.js';
import { ACCOUNT, type AccountLine } from '../transfer/tree.js';
import type { MatterKind, MatterStep } from './matters.js';

/** 11(4): what can have happened to what was received. */
export const BREACH_NATURES = [
  'DESTRUCTION',
  'ALTERATION',
  'DISSEMINATION',
  'ACCESS',
  'USE',
] as const;
export type BreachNature = (typeof BREACH_NATURES)[number];

/** Why something was destroyed. */
export const DESTRUCTION_GROUNDS = [
  'RETENTION_ENDED',
  'RECALLED',
  'CORRECTED',
  'NO_LONGER_NEEDED',
] as const;
export type DestructionGround = (typeof DESTRUCTION_GROUNDS)[number];

/** What is wanted of the provider: for a use of one's own, or for a transfer. */
export type Wanted = {
  readonly scope: Scope;
  readonly purpose: string;
  readonly until: number;
  /** Why. */
  readonly text: string;
};

/** 11(5): that it was destroyed, by commitment and not by value. */
export type Certificate = {
  readonly scope: Scope;
  readonly destroyedAt: number;
  readonly ground: DestructionGround;
  /** The provision of national law under which it was done (11(5)). */
  readonly act: string;
  /** SHA-256 of what was destroyed as the entry in the ledger has it, hexadecimal. */
  readonly destruction: string;
  /** SHA-256 of each ciphertext whose key was destroyed, hexadecimal. */
  readonly commitments: readonly string[];
};

export type Breach = {
  readonly scope: Scope;
  readonly natures: readonly BreachNature[];
  /** Null while it is not known. */
  readonly happenedAt: number | null;
  readonly knownAt: number;
  readonly text: string;
  readonly measures: string;
};

type Says<Kind extends MatterKind, Step extends MatterStep, Content = unknown> = {
  readonly kind: Kind;
  readonly step: Step;
} & Content;
type Given = { readonly consent: string; readonly key: PublicJwk };
type Told = { readonly scope: Scope; readonly text: string };
/** `number` counts the accounts told in one matter, from 1. */
type Accounted = { readonly number: number; readonly account: readonly AccountLine[] };
type Spreading = 'CORRECTION' | 'RECALL';
type Acknowledged = Exclude<MatterKind, Spreading | 'RECTIFICATION'>;

/** A step and what it says. Closed. */
export type CustodyAct =
  | Says<'PURPOSE_CHANGE', 'ASK', Wanted>
  | Says<'ONWARD_TRANSFER', 'ASK', Wanted & { readonly recipient: Body }>
  /** The signatory's JWS of the consent, and the key it is signed with; whose it is, the lists say (9(3)). */
  | Says<'PURPOSE_CHANGE' | 'ONWARD_TRANSFER', 'GIVE', Given>
  | Says<'PURPOSE_CHANGE' | 'ONWARD_TRANSFER' | 'RECTIFICATION', 'DECLINE', { text: string }>
  /** Of the consent that was given in this matter, whole: from its arrival on nothing more is done under it. */
  | Says<'PURPOSE_CHANGE' | 'ONWARD_TRANSFER', 'WITHDRAW', { readonly text: string }>
  | Says<'RECTIFICATION', 'ASK', Told>
  | Says<'RECTIFICATION', 'ACCEPT', { readonly text: string }>
  /** `rectification` is the matter that it answers, of whoever asked. */
  | Says<'CORRECTION', 'TELL', Told & { readonly rectification: string | null }>
  | Says<'RECALL', 'TELL', Told>
  | Says<Spreading, 'ACKNOWLEDGE' | 'REPORT' | 'ACCOUNT', Accounted>
  /** `provider` is whose information it is, wherever in the tree it has come to. */
  | Says<'TRANSFER', 'TELL', { readonly provider: string; readonly transfer: Transfer }>
  | Says<'BREACH', 'TELL', Breach>
  | Says<'DESTRUCTION', 'TELL', Certificate>
  | Says<Acknowledged, 'ACKNOWLEDGE'>;

const WANTED = { scope: SCOPE, purpose: CODE, until: MOMENT, text: TEXT };
const TOLD = { scope: SCOPE, text: TEXT };
const named = (kind: MatterKind, step: MatterStep) => ({ kind: only(kind), step: only(step) });
const SPREADING = { kind: oneOf(['CORRECTION', 'RECALL']) };
const CONSENTS = { kind: oneOf(['PURPOSE_CHANGE', 'ONWARD_TRANSFER']) };
const NAMES: SchemaOf<string> = {
  type: 'string',
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f]*$',
};

/** One schema for each form of a step. */
export const ACT_SCHEMAS = {
  askPurpose: exactly({ ...named('PURPOSE_CHANGE', 'ASK'), ...WANTED }),
  askTransfer: exactly({ ...named('ONWARD_TRANSFER', 'ASK'), ...WANTED, recipient: BODY }),
  give: exactly({ ...CONSENTS, step: only('GIVE'), consent: COMPACT, key: JWK }),
  decline: exactly({
    kind: oneOf(['PURPOSE_CHANGE', 'ONWARD_TRANSFER', 'RECTIFICATION']),
    ...{ step: only('DECLINE'), text: TEXT },
  }),
  withdraw: exactly({ ...CONSENTS, step: only('WITHDRAW'), text: TEXT }),
  askRectification: exactly({ ...named('RECTIFICATION', 'ASK'), ...TOLD }),
  accept: exactly({ ...named('RECTIFICATION', 'ACCEPT'), text: TEXT }),
  correct: exactly({ ...named('CORRECTION', 'TELL'), ...TOLD, rectification: orNull(UUID_V4) }),
  recall: exactly({ ...named('RECALL', 'TELL'), ...TOLD }),
  account: exactly({
    ...SPREADING,
    ...{ step: oneOf(['ACKNOWLEDGE', 'REPORT', 'ACCOUNT']), number: COUNT, account: ACCOUNT },
  }),
  transfer: exactly({ ...named('TRANSFER', 'TELL'), provider: NAME_CODE, transfer: TRANSFER }),
  breach: exactly({
    ...named('BREACH', 'TELL'),
    ...{ scope: SCOPE, natures: listOf(oneOf(BREACH_NATURES), BREACH_NATURES.length) },
    ...{ happenedAt: orNull(MOMENT), knownAt: MOMENT, text: TEXT, measures: TEXT },
  }),
  certify: exactly({
    ...named('DESTRUCTION', 'TELL'),
    ...{ scope: SCOPE, destroyedAt: MOMENT, ground: oneOf(DESTRUCTION_GROUNDS) },
    ...{ act: NAMES, destruction: DIGEST, commitments: listOf(DIGEST, 10_000) },
  }),
  acknowledge: exactly({
    kind: oneOf(['PURPOSE_CHANGE', 'ONWARD_TRANSFER', 'TRANSFER', 'BREACH', 'DESTRUCTION']),
    step: only('ACKNOWLEDGE'),
  }),
} satisfies Readonly<Record<string, MessageSchema>>;
