/** The mutations of what is given unasked (8(2)) as data: what each takes, what it says, what the desk does with it. */

import type { ProvisionFile } from '../../store/index.js';
import { CASE, type Acting as CaseActing } from '../cases/moves/row.js';
import { COUNT, FLAG, JWS, KEY, OFFICER, optional, TEXT, UUID } from '../cases/taking.js';
import { type Given, type Row, readAll, type Takes } from '../mutation-rows.js';
import type { ProvisionDeskAnswer, ProvisionHallDesk, StepName } from './desk.js';
import { type ProvisionInputFault, provisionFaultsOf } from './faults.js';
import type { ProvisionInput } from './types.js';
import { draftFrom, WRITTEN } from './written.js';

/** Who acts, at which desk, when. */
export interface ProvisionActing extends Omit<CaseActing, 'desk'> {
  readonly desk: ProvisionHallDesk;
}

export type ProvisionActed =
  | { readonly file: ProvisionFile }
  | { readonly file: null; readonly faults: readonly ProvisionInputFault[] };

export interface ProvisionAct extends Row {
  run(acting: ProvisionActing, given: Given): Promise<ProvisionActed>;
}

function act<Values extends object>({
  description,
  takes,
  make,
}: {
  readonly description: string;
  readonly takes: Takes<Values>;
  readonly make: (
    acting: ProvisionActing,
    values: Values,
  ) => Promise<ProvisionDeskAnswer | ProvisionActed>;
}): ProvisionAct {
  return {
    description,
    takes,
    async run(acting, given) {
      const { values, faults } = readAll(takes, given);
      if (values === null) return { file: null, faults };
      const made = await make(acting, values);
      return made.file === null && 'fault' in made
        ? { file: null, faults: provisionFaultsOf(made) }
        : made;
    },
  };
}

/** One answer for a provision that is unknown and for one that is not the caller's (11(1)). */
export const UNKNOWN_PROVISION: readonly ProvisionInputFault[] = [
  { code: 'NO_PROVISION', at: 'provision' },
];
const refused = (...faults: readonly ProvisionInputFault[]): ProvisionActed => ({
  file: null,
  faults,
});

const STEP: Takes<StepName> = {
  provision: CASE,
  id: UUID('A UUID version 4 of your own: sent twice, it is one step.'),
};

const plain = (move: 'SEND' | 'DISCARD' | 'CLOSE', description: string): ProvisionAct =>
  act<StepName>({
    description,
    takes: STEP,
    make: ({ desk, officer }, asked) => desk.move(officer, { ...asked, move }),
  });

/** Every mutation that answers with the provision, by its name. */
export const PROVISION_ACTS: Readonly<Record<string, ProvisionAct>> = {
  saveProvision: act<{ provision: string | null; document: ProvisionInput }>({
    description:
      'Writes a provision, or writes it anew while it is a draft. By: EXECUTING_OFFICER, COORDINATOR.',
    takes: {
      provision: { ...optional(CASE), description: 'Left out, a new one is opened.' },
      document: WRITTEN,
    },
    async make(acting, { provision: known, document }) {
      const { desk, officer, ids } = acting;
      // An id is never the caller's own: so nobody learns by choosing one whether it is taken (11(1)).
      if (known !== null && (await desk.show(officer, known)) === undefined) {
        return refused(...UNKNOWN_PROVISION);
      }
      const read = draftFrom(document, known ?? ids.uuid(), acting);
      return 'faults' in read ? refused(...read.faults) : desk.draft(officer, read);
    },
  }),
  matchProvision: act<{ provision: string; n: number; candidate: string }>({
    description: 'Records who a person is in the register. By: EXECUTING_OFFICER.',
    takes: { provision: CASE, n: COUNT, candidate: CASE },
    make: matchPerson,
  }),
  recordProvisionAge: act<{ provision: string; n: number; child: boolean }>({
    description:
      'Records whether a person is under 18 (A-10.4d). By: EXECUTING_OFFICER, COORDINATOR.',
    takes: { provision: CASE, n: COUNT, child: FLAG },
    make: ({ desk, officer }, { provision, n, child }) =>
      desk.note(officer, { provision, n, note: { child } }),
  }),
  decideProvisionChild: act<{ provision: string; n: number; give: boolean; reason: string }>({
    description:
      "The coordinator's own decision on a child's biometrics and liability (A-10.4d). By: COORDINATOR.",
    takes: { provision: CASE, n: COUNT, give: FLAG, reason: TEXT },
    make: ({ desk, officer }, { provision, n, ...note }) =>
      desk.note(officer, { provision, n, note }),
  }),
  assignProvision: act<{ provision: string; officer: string }>({
    description:
      'Puts an officer of this authority on it: by one who is on it, or the COORDINATOR.',
    takes: { provision: CASE, officer: OFFICER },
    make: ({ desk, officer }, on) => desk.assign(officer, on),
  }),
  signProvision: act({
    description:
      'Signs a draft with the own key: a JWS of `Provision.document` (8(2), 9(3)). By: SIGNATORY.',
    takes: { ...STEP, jws: JWS, key: KEY },
    make: ({ desk, officer }, signed) => desk.sign(officer, signed),
  }),
  sendProvision: plain(
    'SEND',
    'Reads what is given as it stands now, encrypts it and sends it (8(2)). By: EXECUTING_OFFICER, SIGNATORY.',
  ),
  discardProvision: plain(
    'DISCARD',
    'Gives it up before it is sent. By: EXECUTING_OFFICER, SIGNATORY.',
  ),
  closeProvision: plain(
    'CLOSE',
    'Closes one that was received: it is no longer read. By: REQUESTING_ANALYST, SIGNATORY.',
  ),
};

async function matchPerson(
  { desk, officer, secrets }: ProvisionActing,
  { provision, n, candidate }: { provision: string; n: number; candidate: string },
): Promise<ProvisionDeskAnswer | ProvisionActed> {
  if ((await desk.show(officer, provision)) === undefined) return refused(...UNKNOWN_PROVISION);
  if (officer.role !== 'EXECUTING_OFFICER') {
    return refused({ code: 'NOT_THIS_ROLE', at: 'provision' });
  }
  // Whoever was not found for this person cannot be recorded as it.
  const found = await desk.candidates(officer, { provision, n });
  if (found === null) return refused({ code: 'NOT_A_DRAFT', at: 'provision' });
  const named = found.find(
    ({ person }) => secrets.nameOf({ case: provision, n, person }) === candidate,
  );
  return named === undefined
    ? refused({ code: 'UNKNOWN_CANDIDATE', at: 'candidate' })
    : desk.note(officer, { provision, n, note: { person: named.person } });
}
