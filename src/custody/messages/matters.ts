/**
 * The life of each matter of Article 11(2) to (5) between two gateways, as one table: who makes which step, from which
 * state, to which. What is not here cannot happen. On one link of the tree the PROVIDER is whoever passed the
 * information on, and the RECIPIENT whoever got it.
 */
import type { MoverRole } from '../../requests/index.js';

export const MATTER_KINDS = [
  /** 11(2): may it be used for another purpose? */
  'PURPOSE_CHANGE',
  /** 11(3): may it be passed on? */
  'ONWARD_TRANSFER',
  /** It was passed on, with what binds it. */
  'TRANSFER',
  /** The provider corrects what it gave. */
  'CORRECTION',
  /** The provider takes it back: it is to be destroyed. */
  'RECALL',
  /** The recipient thinks that something is wrong. */
  'RECTIFICATION',
  /** 11(4): what was received was destroyed, altered, disseminated, accessed or used against it. */
  'BREACH',
  /** 11(5): it was destroyed. */
  'DESTRUCTION',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

export const MATTER_STATES = [
  'ASKED',
  'GIVEN',
  'ACCEPTED',
  'DECLINED',
  'TOLD',
  'ACKNOWLEDGED',
  /** Every recipient down the tree has answered. */
  'ACCOUNTED',
  /** A consent was withdrawn, and its holder has not acknowledged it yet. */
  'WITHDRAWING',
  'WITHDRAWN',
  /** It was withdrawn before it came: it still comes, and opens nothing. */
  'FORESTALLED',
] as const;
export type MatterState = (typeof MATTER_STATES)[number];

export const MATTER_STEPS = [
  'ASK',
  'GIVE',
  'ACCEPT',
  'DECLINE',
  'TELL',
  'ACKNOWLEDGE',
  /** Who of those further down has answered meanwhile. */
  'REPORT',
  'ACCOUNT',
  'WITHDRAW',
] as const;
export type MatterStep = (typeof MATTER_STEPS)[number];

export type LinkSide = 'PROVIDER' | 'RECIPIENT';

export interface MatterTransition {
  readonly kinds: readonly MatterKind[];
  readonly step: MatterStep;
  readonly side: LinkSide;
  readonly roles: readonly MoverRole[];
  /** Null opens the matter. */
  readonly from: MatterState | null;
  readonly to: MatterState;
}

const HOLDERS = ['REQUESTING_ANALYST', 'SIGNATORY', 'COORDINATOR'] as const;
const GIVERS = ['EXECUTING_OFFICER', 'SIGNATORY', 'COORDINATOR'] as const;
/** A gateway passes a correction or a recall down by itself, and answers for its own tree by itself. */
const MACHINE = ['GATEWAY'] as const;
const SPREADING = ['CORRECTION', 'RECALL'] as const;
/** Where nothing is waited for any more: a consent that was withdrawn before it came may come, and need not. */
const SETTLED: ReadonlySet<MatterState> = new Set<MatterState>([
  ...(['GIVEN', 'ACCEPTED', 'DECLINED', 'ACCOUNTED'] as const),
  ...(['WITHDRAWN', 'FORESTALLED'] as const),
]);
const CONSENTS = ['PURPOSE_CHANGE', 'ONWARD_TRANSFER'] as const;

export const MATTER_TRANSITIONS: readonly MatterTransition[] = [
  {
    ...{ kinds: [...CONSENTS, 'RECTIFICATION'], step: 'ASK', side: 'RECIPIENT', roles: HOLDERS },
    ...{ from: null, to: 'ASKED' },
  },
  {
    ...{ kinds: CONSENTS, step: 'GIVE', side: 'PROVIDER', roles: ['SIGNATORY'] },
    ...{ from: 'ASKED', to: 'GIVEN' },
  },
  {
    ...{ kinds: ['RECTIFICATION'], step: 'ACCEPT', side: 'PROVIDER', roles: GIVERS },
    ...{ from: 'ASKED', to: 'ACCEPTED' },
  },
  {
    ...{ kinds: [...CONSENTS, 'RECTIFICATION'], step: 'DECLINE', side: 'PROVIDER', roles: GIVERS },
    ...{ from: 'ASKED', to: 'DECLINED' },
  },
  // Who may take all back may take back the permission.
  {
    ...{ kinds: CONSENTS, step: 'WITHDRAW', side: 'PROVIDER', roles: GIVERS },
    ...{ from: 'GIVEN', to: 'WITHDRAWING' },
  },
  {
    ...{ kinds: CONSENTS, step: 'ACKNOWLEDGE', side: 'RECIPIENT', roles: MACHINE },
    ...{ from: 'WITHDRAWING', to: 'WITHDRAWN' },
  },
  // A withdrawal that overtook its consent counts from when it came.
  {
    ...{ kinds: CONSENTS, step: 'WITHDRAW', side: 'PROVIDER', roles: GIVERS },
    ...{ from: 'ASKED', to: 'FORESTALLED' },
  },
  {
    ...{ kinds: CONSENTS, step: 'ACKNOWLEDGE', side: 'RECIPIENT', roles: MACHINE },
    ...{ from: 'FORESTALLED', to: 'FORESTALLED' },
  },
  {
    ...{ kinds: CONSENTS, step: 'GIVE', side: 'PROVIDER', roles: ['SIGNATORY'] },
    ...{ from: 'FORESTALLED', to: 'WITHDRAWN' },
  },
  {
    ...{ kinds: SPREADING, step: 'TELL', side: 'PROVIDER', roles: [...GIVERS, ...MACHINE] },
    ...{ from: null, to: 'TOLD' },
  },
  {
    ...{ kinds: SPREADING, step: 'ACKNOWLEDGE', side: 'RECIPIENT', roles: MACHINE },
    ...{ from: 'TOLD', to: 'ACKNOWLEDGED' },
  },
  {
    ...{ kinds: SPREADING, step: 'REPORT', side: 'RECIPIENT', roles: MACHINE },
    ...{ from: 'ACKNOWLEDGED', to: 'ACKNOWLEDGED' },
  },
  // A recipient that comes to light afterwards opens the account again.
  {
    ...{ kinds: SPREADING, step: 'REPORT', side: 'RECIPIENT', roles: MACHINE },
    ...{ from: 'ACCOUNTED', to: 'ACKNOWLEDGED' },
  },
  {
    ...{ kinds: SPREADING, step: 'ACCOUNT', side: 'RECIPIENT', roles: MACHINE },
    ...{ from: 'ACKNOWLEDGED', to: 'ACCOUNTED' },
  },
  {
    ...{ kinds: ['TRANSFER'], step: 'TELL', side: 'PROVIDER', roles: HOLDERS },
    ...{ from: null, to: 'TOLD' },
  },
  {
    ...{ kinds: ['TRANSFER'], step: 'ACKNOWLEDGE', side: 'RECIPIENT', roles: MACHINE },
    ...{ from: 'TOLD', to: 'ACKNOWLEDGED' },
  },
  {
    ...{ kinds: ['BREACH'], step: 'TELL', side: 'RECIPIENT', roles: HOLDERS },
    ...{ from: null, to: 'TOLD' },
  },
  {
    ...{ kinds: ['BREACH'], step: 'ACKNOWLEDGE', side: 'PROVIDER', roles: GIVERS },
    ...{ from: 'TOLD', to: 'ACKNOWLEDGED' },
  },
  {
    ...{ kinds: ['DESTRUCTION'], step: 'TELL', side: 'RECIPIENT', roles: MACHINE },
    ...{ from: null, to: 'TOLD' },
  },
  {
    ...{ kinds: ['DESTRUCTION'], step: 'ACKNOWLEDGE', side: 'PROVIDER', roles: MACHINE },
    ...{ from: 'TOLD', to: 'ACKNOWLEDGED' },
  },
];

/** Whether nothing is waited for in a matter. */
export const isOver = ({
  kind,
  state,
}: {
  readonly kind: MatterKind;
  readonly state: MatterState;
}): boolean =>
  SETTLED.has(state) ||
  (state === 'ACKNOWLEDGED' && !SPREADING.some((spreading) => spreading === kind));
