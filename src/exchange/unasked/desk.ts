/**
 * The desk of what is given unasked (8(2)). The provider's officers write a provision, find its persons, have it signed
 * and send it; the recipient's read it for the provider's purpose alone. To whoever is not on it, it does not exist.
 */
import { canonicalJson } from '../../base/index.js';
import {
  blankSheet,
  type DocumentSubject,
  noteAge,
  noteMatch,
  type ProvisionDocument,
  type ProvisionFault,
  type ProvisionMove,
  type ProvisionSheet,
  type SheetGap,
} from '../../requests/index.js';
import type {
  FoundCandidate,
  KeptProvision,
  ListedProvision,
  ProvisionFile,
} from '../../store/index.js';
import { lookFor } from '../candidates.js';
import { isMover, type Officer, seesAll } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import { keepProvision, leaveProvision, putProvision, stepOf } from './file.js';
import { type ProvisionContent, type ReadFault, readProvided } from './read.js';
import {
  packToSend,
  type SendFault,
  type SignedProvision,
  type SignFault,
  whyNotSigned,
} from './sign.js';

/** Why nothing was done. Closed; NO_PROVISION is the one answer for one that is unknown and one that is not yours. */
export type ProvisionDeskFault =
  | SignFault
  | SendFault
  | ReadFault
  | 'NO_PROVISION'
  | 'NOT_A_DRAFT'
  | 'NOT_THIS_ROLE'
  | 'NOT_IN_THIS_STATE'
  | 'NOT_WANTED'
  | 'CONFLICT';

export type ProvisionAnswer =
  | { readonly file: ProvisionFile }
  | {
      readonly file: null;
      readonly fault: ProvisionDeskFault;
      /** Why it cannot be signed: every fault of what it says, and what its sheet lacks. */
      readonly faults?: readonly ProvisionFault[];
      readonly gaps?: readonly SheetGap[];
    };

/** What an officer notes of a person: who it is, whether a child, what the coordinator decided about one (A-10.4d). */
export type ProvisionNote =
  | { readonly person: string }
  | { readonly child: boolean }
  | { readonly give: boolean; readonly reason: string };

export interface ProvisionDesk {
  /** Writes a draft, or writes it anew while it is one. */
  draft(
    officer: Officer,
    written: {
      readonly provision: ProvisionDocument;
      readonly sought: readonly DocumentSubject[];
    },
  ): Promise<ProvisionAnswer>;
  note(
    officer: Officer,
    on: { readonly provision: string; readonly n: number; readonly note: ProvisionNote },
  ): Promise<ProvisionAnswer>;
  assign(
    officer: Officer,
    on: { readonly provision: string; readonly officer: string },
  ): Promise<ProvisionAnswer>;
  /** Signs a draft with the signatory's own JWS over exactly its bytes. */
  sign(officer: Officer, signed: SignedProvision): Promise<ProvisionAnswer>;
  move(officer: Officer, asked: AskedProvisionMove): Promise<ProvisionAnswer>;
  /** The provision, where it exists for this officer. */
  show(officer: Officer, id: string): Promise<ProvisionFile | undefined>;
  list(
    officer: Officer,
    query: Omit<Parameters<ExchangeRooms['provisions']['list']>[0], 'officer'>,
  ): Promise<{ readonly files: readonly ListedProvision[]; readonly more: boolean }>;
  /** Who a person may be; null where the provision is not this officer's draft. */
  candidates(
    officer: Officer,
    person: { readonly provision: string; readonly n: number },
  ): Promise<readonly FoundCandidate[] | null>;
  /** What was received, for the provider's purpose alone; its entry stands in the ledger before it is told. */
  read(
    officer: Officer,
    asked: { readonly provision: string; readonly purpose: string },
  ): Promise<ProvisionContent | { readonly content: null; readonly fault: ProvisionDeskFault }>;
}

export interface AskedProvisionMove {
  readonly provision: string;
  /** UUID version 4. */
  readonly id: string;
  readonly move: Extract<ProvisionMove, 'SEND' | 'DISCARD' | 'CLOSE'>;
}

type Leaving = KeptProvision<ProvisionAnswer>;
const no = (fault: ProvisionDeskFault): Leaving => leaveProvision({ file: null, fault });
const put = (file: ProvisionFile): Leaving => putProvision(file, { file });

/** Opens the desk. */
export function openProvisionDesk(rooms: ExchangeRooms): ProvisionDesk {
  const change = (
    officer: Officer,
    id: string,
    step: (file: ProvisionFile) => Promise<Leaving> | Leaving,
  ): Promise<ProvisionAnswer> =>
    rooms.provisions.change(id, async (file) =>
      file === undefined || !isOn(file, officer) ? no('NO_PROVISION') : step(file),
    );
  const show: ProvisionDesk['show'] = async (officer, id) => {
    const file = await rooms.provisions.load(id);
    return file !== undefined && isOn(file, officer) ? file : undefined;
  };
  return {
    show,
    draft: (officer, written) =>
      rooms.provisions.change(written.provision.id, (file) =>
        writeDraft(rooms, { officer, file, ...written }),
      ),
    note: (officer, { provision, n, note }) =>
      change(officer, provision, (file) => noteOn(rooms, { officer, file, n, note })),
    assign: (officer, asked) =>
      change(officer, asked.provision, (file) =>
        isMover(officer.role)
          ? put({ ...file, officers: [...new Set([...file.officers, asked.officer])] })
          : no('NOT_THIS_ROLE'),
      ),
    sign: (officer, signed) =>
      change(officer, signed.provision, (file) => sign(rooms, { officer, file, signed })),
    move: (officer, asked) =>
      change(officer, asked.provision, (file) => move(rooms, { officer, file, asked })),
    list: (officer, query) =>
      rooms.provisions.list({ ...query, officer: seesAll(officer) ? null : officer.officer }),
    async candidates(officer, { provision: id, n }) {
      const file = await show(officer, id);
      if (file === undefined || !isWriting(file, officer)) return null;
      return candidatesOf(rooms, { officer, file, n });
    },
    async read(officer, { provision, purpose }) {
      const file = await show(officer, provision);
      if (file === undefined) return { content: null, fault: 'NO_PROVISION' };
      return readProvided(rooms, { officer, file, purpose });
    },
  };
}

/** Whether it exists for this officer: as a case does. */
const isOn = (file: ProvisionFile, officer: Officer): boolean =>
  seesAll(officer) || file.officers.includes(officer.officer);

const isWriting = ({ side, state }: ProvisionFile, { role }: Officer): boolean =>
  side === 'PROVIDER' && state === 'DRAFT' && role === 'EXECUTING_OFFICER';

const mayWrite = ({ role }: Officer): boolean =>
  role === 'EXECUTING_OFFICER' || role === 'COORDINATOR';

interface Writing {
  readonly officer: Officer;
  readonly file: ProvisionFile | undefined;
  readonly provision: ProvisionDocument;
  readonly sought: readonly DocumentSubject[];
}

function writeDraft({ head }: ExchangeRooms, given: Writing): Leaving {
  const { officer, file, provision, sought } = given;
  if (!mayWrite(officer) || provision.provider !== head.ownAuthority) return no('NOT_THIS_ROLE');
  if (file !== undefined && !isOn(file, officer)) return no('NO_PROVISION');
  if (file !== undefined && (file.state !== 'DRAFT' || file.side !== 'PROVIDER')) {
    return no('NOT_A_DRAFT');
  }
  return put({
    ...{ provision, side: 'PROVIDER', state: 'DRAFT', motions: [] },
    sheet: rewritten(file?.sheet ?? null, sought),
    officers: file?.officers ?? [officer.officer],
    ...{ document: null, key: null, package: null },
  });
}

// What was found of a person holds while one is looked for by the same.
function rewritten(
  before: ProvisionSheet | null,
  sought: readonly DocumentSubject[],
): ProvisionSheet {
  const blank = blankSheet(sought);
  if (before === null) return blank;
  const isSame = (n: number): boolean => {
    const [old, now] = [before.sought, sought].map((all) => all.find((one) => one.n === n));
    return old !== undefined && now !== undefined && canonicalJson(old) === canonicalJson(now);
  };
  return {
    sought,
    matches: Object.fromEntries(Object.entries(before.matches).filter(([n]) => isSame(Number(n)))),
    ages: blank.ages.map(
      (age) => (isSame(age.n) ? before.ages.find(({ n }) => n === age.n) : undefined) ?? age,
    ),
  };
}

interface Noting {
  readonly officer: Officer;
  readonly file: ProvisionFile;
  readonly n: number;
  readonly note: ProvisionNote;
}

function noteOn({ clock }: ExchangeRooms, { officer, file, n, note }: Noting): Leaving {
  const { sheet } = file;
  if (sheet === null || file.state !== 'DRAFT') return no('NOT_A_DRAFT');
  if (!sheet.sought.some((one) => one.n === n)) return no('NOT_WANTED');
  if (!mayNote(officer, note)) return no('NOT_THIS_ROLE');
  if ('person' in note) return put({ ...file, sheet: noteMatch(sheet, n, note.person) });
  if ('child' in note) return put({ ...file, sheet: noteAge(sheet, n, note) });
  if (sheet.ages.find((age) => age.n === n)?.child !== true) return no('AGE_NOT_RECORDED');
  // The provider stands to what it gives as the requested side does to what it is asked for.
  const by = { side: 'REQUESTED', role: 'COORDINATOR', officer: officer.officer } as const;
  const decision = { by, at: clock.now(), ...note };
  return put({ ...file, sheet: noteAge(sheet, n, { decision }) });
}

function mayNote(officer: Officer, note: ProvisionNote): boolean {
  if ('person' in note) return officer.role === 'EXECUTING_OFFICER';
  return 'child' in note ? mayWrite(officer) : officer.role === 'COORDINATOR';
}

interface Signing {
  readonly officer: Officer;
  readonly file: ProvisionFile;
  readonly signed: SignedProvision;
}

async function sign(rooms: ExchangeRooms, { officer, file, signed }: Signing): Promise<Leaving> {
  const { id, jws, key } = signed;
  const next = { ...file, document: jws, key };
  return step(rooms, { officer, file: next, asked: { id, move: 'SIGN' } }, async () => {
    const why = await whyNotSigned(rooms, file, signed);
    return why === undefined ? null : { file: null, ...why };
  });
}

interface Moving {
  readonly officer: Officer;
  readonly file: ProvisionFile;
  readonly asked: { readonly id: string; readonly move: ProvisionMove };
}

function move(rooms: ExchangeRooms, moving: Moving): Promise<Leaving> {
  return step(rooms, moving, async () => {
    if (moving.asked.move !== 'SEND') return null;
    const sent = await packToSend(rooms, moving.file, moving.officer);
    return 'fault' in sent ? { file: null, ...sent } : sent;
  });
}

type Prepared = Extract<ProvisionAnswer, { file: null }> | { readonly packed: string } | null;

/** Makes a step that the table allows, once what it needs beside is there. */
async function step(
  rooms: ExchangeRooms,
  { officer: { role, officer }, file, asked }: Moving,
  prepare: () => Promise<Prepared>,
): Promise<Leaving> {
  if (!isMover(role)) return no('NOT_THIS_ROLE');
  const made = stepOf(rooms, file, { ...asked, by: { role, officer } });
  if (made.outcome === 'DUPLICATE') return leaveProvision({ file: made.file });
  if (made.outcome !== 'TAKEN') return no(made.outcome);
  const prepared = await prepare();
  if (prepared !== null && 'file' in prepared) return leaveProvision(prepared);
  return keepProvision(rooms, made.file, {
    value: { file: made.file },
    packed: prepared?.packed ?? null,
  });
}

interface Looking {
  readonly officer: Officer;
  readonly file: ProvisionFile;
  readonly n: number;
}

async function candidatesOf(
  rooms: ExchangeRooms,
  { officer, file: { provision, sheet }, n }: Looking,
): Promise<readonly FoundCandidate[]> {
  const subject = sheet?.sought.find((one) => one.n === n);
  const instrument = rooms.instruments.get(provision.instrument);
  if (subject === undefined || instrument === undefined) return [];
  // As the recipient would be answered: who is protected is not found, so that nobody can provide him or her.
  const scope = { instrument, statedBy: 'requesting' } as const;
  return lookFor(rooms, { scope, subject, officer, under: { kind: 'PROVISION', provision } });
}
