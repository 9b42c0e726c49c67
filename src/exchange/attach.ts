/**
 * National signatures that this gateway cannot make or verify (RSA, GOST, a hand on paper) attach to what they sign, and
 * an officer says what he verified of an enclosure, and how (9(3), 9(5)). None of it counts as a signature of ours: it
 * opens no case, and takes no place of a JWS.
 */
import {
  type Chain,
  digestOf,
  type Enclosure,
  isOnPaper,
  MOST_ENCLOSURES,
  type SignatureEnclosure,
} from '../requests/index.js';
import type { CaseFile, Kept } from '../store/index.js';
import { type DeskAnswer, no } from './desk-answer.js';
import { type CheckAsked, checkOf, recognised, type SignatureGiven } from './enclosing.js';
import { keep, leave } from './file.js';
import { type Officer, registrarOf } from './officer.js';
import { readFiled } from './read-filed.js';
import type { ExchangeRooms } from './rooms.js';

interface Attaching {
  readonly officer: Officer;
  readonly asked: SignatureGiven;
  readonly file: CaseFile;
}

/** Attaches a signature; the same one again under its id is one. */
export async function attachSignature(
  rooms: ExchangeRooms,
  { officer, asked, file }: Attaching,
): Promise<Kept<DeskAnswer>> {
  const by = registrarOf(file.case.side, officer);
  if (by === null) return no('NOT_THIS_ROLE');
  const over = signedDigest(file, asked.signs);
  if (over === undefined) return no('NOT_IN_THIS_STATE');
  const read = recognised(asked.content, ['CMS', 'PADES', 'SCAN']);
  if (read.file === null) return no(read.fault);
  const known = file.enclosures.find(({ id }) => id === asked.id);
  if (known !== undefined) {
    const isSame = known.kind === 'SIGNATURE' && known.signs === asked.signs;
    return isSame && known.file.sha256 === read.file.sha256 ? leave({ file }) : no('CONFLICT');
  }
  if (file.enclosures.length >= MOST_ENCLOSURES) return no('TOO_MANY_ENCLOSURES');
  const { id, signs, content } = asked;
  const enclosure: SignatureEnclosure = {
    ...{ kind: 'SIGNATURE', id, signs, over, file: read.file, checks: [] },
    ...{ officer: by.officer, role: by.role, at: rooms.clock.now() },
  };
  const next = { ...file, enclosures: [...file.enclosures, enclosure] };
  return kept(rooms, { file, next, scan: { sha256: read.file.sha256, content } });
}

/** What a signature is said to sign; undefined while it may still change, or is not there. */
function signedDigest({ case: { head, state, chain } }: CaseFile, signs: SignatureGiven['signs']) {
  if (signs === 'REQUEST') return state === 'DRAFT' ? undefined : head.request;
  return concludingDigest(chain);
}

const CONCLUDING: ReadonlySet<string> = new Set(['ANSWER', 'PARTLY_REFUSE', 'REFUSE']);
function concludingDigest(chain: Chain): string | undefined {
  const record = chain.filter(({ motion }) => CONCLUDING.has(motion.move.kind)).at(-1);
  return record && digestOf(record);
}

interface Checking {
  readonly officer: Officer;
  readonly asked: CheckAsked;
  readonly file: CaseFile;
}

/** Records what an officer verified. It is added to what others found before, and the last one counts. */
export async function checkEnclosure(
  rooms: ExchangeRooms,
  { officer, asked, file }: Checking,
): Promise<Kept<DeskAnswer>> {
  const by = registrarOf(file.case.side, officer);
  if (by === null) return no('NOT_THIS_ROLE');
  const found = file.enclosures.find(({ id }) => id === asked.enclosure);
  if (found === undefined) return no('UNKNOWN_ENCLOSURE');
  if (found.checks.length >= MOST_ENCLOSURES) return no('TOO_MANY_ENCLOSURES');
  const document = await readFiled(rooms, file);
  if (document === null) return no('NOT_IN_THIS_STATE');
  const writtenAt = Date.parse(document.writtenAt);
  const check = await checkOf(rooms, { document, given: asked, by, writtenAt });
  const isDoubtful = check.outcome === 'VERIFIED' && check.lists.length > 0;
  // The paper of a request by a hand that the lists do not know is doubted, until its sender has confirmed it (9(5)).
  if (isDoubtful && isUnconfirmedPaper(file, found)) return no('HAND_NOT_BORNE_OUT');
  const next = {
    ...file,
    enclosures: file.enclosures.map((one) =>
      one === found ? { ...found, checks: [...found.checks, check] } : one,
    ),
  };
  return kept(rooms, { file, next });
}

function isUnconfirmedPaper({ case: { head, chain } }: CaseFile, enclosure: Enclosure): boolean {
  if (!isOnPaper(chain) || enclosure.kind !== 'PAPER' || enclosure.move !== head.id) return false;
  return chain.every(({ motion }) => motion.move.kind !== 'CONFIRM');
}

interface Keeping {
  readonly file: CaseFile;
  readonly next: CaseFile;
  readonly scan?: { readonly sha256: string; readonly content: Uint8Array };
}

async function kept(
  rooms: ExchangeRooms,
  { file, next, ...rest }: Keeping,
): Promise<Kept<DeskAnswer>> {
  const document = await readFiled(rooms, file);
  return keep(rooms, { before: file, file: next, document, outgoing: [], ...rest }, { file: next });
}
