/** Reads an act from what a coordinator sent: the members of its kind, all of them, and no other. */
import { type Day, isDay, type LifeAct } from '../../treaty/index.js';
import type { LifeFaultCode, LifeInputFault } from './faults.js';
import type { ActKind, InstrumentActInput } from './types.js';

type Member = Exclude<keyof InstrumentActInput, 'kind'>;

/** What each kind is made of; `amendment` of a NOTIFICATION alone may be left out. */
const MEMBERS: Readonly<Record<ActKind, readonly Member[]>> = {
  NOTIFICATION: ['amendment', 'on'],
  CONSENT: ['amendment', 'on'],
  TERMINATION: ['writtenOn', 'on'],
  DISAGREEMENT: ['rules', 'requests', 'freezes'],
  DISAGREEMENT_STEP: ['disagreement', 'step'],
  COST_NOTE: ['request'],
  ANNULMENT: ['record'],
};

const MOST = 100;
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const digestForm = /^[0-9a-f]{64}$/;
const LONGEST = 200;

/** The act, or every fault of it. */
export function readAct(
  input: InstrumentActInput,
): { readonly act: LifeAct } | { readonly faults: readonly LifeInputFault[] } {
  const { kind, ...given } = input;
  const own = MEMBERS[kind];
  const faults = (Object.keys(given) as Member[]).flatMap((name) =>
    given[name] == null || own.includes(name) ? [] : [at('WRONG_FORM', name)],
  );
  const missing = own.flatMap((name) =>
    given[name] == null && !(kind === 'NOTIFICATION' && name === 'amendment')
      ? [at('CONTENT_MISSING', name)]
      : [],
  );
  const all = [...faults, ...missing, ...own.flatMap((name) => wrong(name, given[name]))];
  return all.length > 0 ? { faults: all } : { act: actOf(input) };
}

const at = (code: LifeFaultCode, name: string): LifeInputFault => ({ code, at: `act.${name}` });

function wrong(name: Member, value: unknown): readonly LifeInputFault[] {
  if (value == null) return [];
  switch (name) {
    case 'on':
    case 'writtenOn':
      return isDay(String(value)) ? [] : [at('WRONG_FORM', name)];
    case 'disagreement':
    case 'request':
    case 'record':
      return uuidForm.test(String(value)) ? [] : [at('WRONG_FORM', name)];
    case 'requests':
      return wrongList(name, value, (one) => uuidForm.test(String(one)));
    case 'rules':
      return wrongList(name, value, () => true);
    case 'amendment':
    case 'freezes':
    case 'step':
      return [];
  }
}

function wrongList(name: Member, value: unknown, isSound: (one: unknown) => boolean) {
  if (!Array.isArray(value)) return [at('WRONG_FORM', name)];
  if (value.length > MOST) return [at('TOO_MANY', name)];
  return value.flatMap((one, i) => (isSound(one) ? [] : [at('WRONG_FORM', `${name}[${i}]`)]));
}

// Every member that a kind needs was found and is of its form.
function actOf(input: InstrumentActInput): LifeAct {
  const { kind, amendment, rules, requests, freezes, step } = input;
  const day = (text: string | null | undefined): Day => (text ?? '') as Day;
  switch (kind) {
    case 'NOTIFICATION':
      return { kind, amendment: amendment ?? null, on: day(input.on) };
    case 'CONSENT':
      return { kind, amendment: amendment ?? 0, on: day(input.on) };
    case 'TERMINATION':
      return { kind, writtenOn: day(input.writtenOn), on: day(input.on) };
    case 'DISAGREEMENT':
      return {
        kind,
        rules: (rules ?? []).map(({ purpose, item }) => ({ purpose, item })),
        requests: [...(requests ?? [])],
        freezes: freezes ?? true,
      };
    case 'DISAGREEMENT_STEP':
      return { kind, disagreement: input.disagreement ?? '', step: step ?? 'CONSULT' };
    case 'COST_NOTE':
      return { kind, request: input.request ?? '' };
    case 'ANNULMENT':
      return { kind, record: input.record ?? '' };
  }
}

const line = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

/** What is wrong with the arguments beside the act. */
export function wrongDocument(stated: {
  readonly id: string;
  readonly reference: string;
  readonly sha256: string;
}): readonly LifeInputFault[] {
  const { id, reference, sha256 } = stated;
  const about = (code: LifeFaultCode, name: string): LifeInputFault => ({ code, at: name });
  return [
    ...(uuidForm.test(id) ? [] : [about('WRONG_FORM', 'id')]),
    ...(reference.trim() === '' ? [about('CONTENT_MISSING', 'reference')] : []),
    ...(reference.length > LONGEST ? [about('TOO_LONG', 'reference')] : []),
    ...(line.test(reference) ? [] : [about('CONTROL_CHARACTER', 'reference')]),
    ...(digestForm.test(sha256) ? [] : [about('WRONG_FORM', 'sha256')]),
  ];
}
