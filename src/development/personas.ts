/** Who a developer can be: invented callers of each kind, and the requests each of them may use now. */
import type { Clock } from '../base/index.js';
import type { Caller } from '../identity/index.js';
import { grantFor, type Request } from '../requests/index.js';
import type { Instrument, InstrumentStatus } from '../treaty/index.js';

interface Persona {
  readonly persona: string;
  readonly caller: Caller;
}

const gateway = (persona: string, authority: string): Persona => ({
  persona,
  caller: {
    officer: `${authority}-0417`,
    gateway: `gateway.${authority.toLowerCase()}.invalid`,
    authority,
    unit: null,
    role: 'PARTNER_GATEWAY',
  },
});

const officer = (persona: string, role: Caller['role'], number: string): Persona => ({
  persona,
  caller: { officer: `AZ-SMS-${number}`, gateway: null, authority: 'AZ-SMS', unit: null, role },
});

const PERSONAS: readonly Persona[] = [
  gateway('kz-mia-gateway', 'KZ-MIA'),
  gateway('kz-mlspp-gateway', 'KZ-MLSPP'),
  gateway('be-io-gateway', 'BE-IO'),
  officer('az-sms-executing-officer', 'EXECUTING_OFFICER', '0101'),
  officer('az-sms-auditor', 'AUDITOR', '0901'),
  officer('az-sms-coordinator', 'COORDINATOR', '0301'),
  officer('az-sms-developer', 'DEVELOPER', '0701'),
  // A body that no instrument names: recognised, and granted nothing.
  gateway('unnamed-authority-gateway', 'XX-NONE'),
];

/** One line of GET /dev/personas. */
export type PersonaView = {
  readonly persona: string;
  readonly authority: string;
  readonly role: string;
  readonly token: string;
  readonly requests: readonly {
    readonly id: string;
    readonly instrument: string;
    readonly purposes: readonly string[];
    readonly state: string;
  }[];
};

export interface PersonaOptions {
  /** Signs a development token. */
  readonly sign: (caller: Caller) => Promise<string>;
  readonly requestsOf: (authority: string) => Promise<readonly Request[]>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly ownAuthority: string;
  readonly clock: Clock;
}

/** Every persona with a fresh token and the requests it may use now, each with the purposes it may state on it. */
export function listPersonas(options: PersonaOptions): Promise<readonly PersonaView[]> {
  return Promise.all(PERSONAS.map((persona) => viewOf(persona, options)));
}

async function viewOf({ persona, caller }: Persona, options: PersonaOptions): Promise<PersonaView> {
  const requests = await options.requestsOf(caller.authority);
  return {
    persona,
    authority: caller.authority,
    role: caller.role,
    token: await options.sign(caller),
    requests: requests.flatMap((request) => {
      const purposes = usablePurposes(request, caller, options);
      const { id, instrument, state } = request;
      return purposes.length === 0 ? [] : [{ id, instrument, purposes, state }];
    }),
  };
}

function usablePurposes(
  request: Request,
  asker: Caller,
  options: PersonaOptions,
): readonly string[] {
  const { instruments, status, ownAuthority, clock } = options;
  const purposes = [...(instruments.get(request.instrument)?.purposes.keys() ?? [])];
  return purposes.filter((purpose) => {
    const question = { asker, request, purpose, instruments, status, ownAuthority };
    return grantFor({ ...question, now: clock.now() }).grant !== null;
  });
}
