/**
 * The desk of strategic reports. The originator's officers write, clear and offer; a recipient's officers and gateway
 * consent and read. To whom a report is not to be seen, it answers as an unknown one does.
 */
import type { ReportCaller, ReportDeskAnswer, ReportHallDesk } from '../graph/index.js';
import {
  clearReport,
  consentTo,
  digestOf,
  type Made,
  permitOnward,
  type ReportFile,
  scanReport,
  withdrawFrom,
} from '../reports/index.js';
import { keepStep, type Left, leave, no } from './keep.js';
import { listOffers, listReports, readReport } from './read.js';
import type { ReportingRooms } from './rooms.js';
import { actingNow, bindingNow, consentUnder, isGround, sightNow } from './sight.js';
import { write } from './write.js';

/** Who may make a step: of the originator's officers, and of another authority, whose gateway speaks for its officers. */
interface Makers {
  readonly own: readonly string[];
  readonly other: readonly string[];
}

const WRITERS: Makers = { own: ['EXECUTING_OFFICER', 'REQUESTING_ANALYST'], other: [] };
const CLEARERS: Makers = { own: ['COORDINATOR'], other: [] };
const PERMITTERS: Makers = { own: ['SIGNATORY', 'COORDINATOR'], other: [] };
const DECIDERS: Makers = {
  own: ['SIGNATORY', 'COORDINATOR'],
  other: ['SIGNATORY', 'COORDINATOR', 'PARTNER_GATEWAY'],
};

/** Opens the desk. */
export function openReportDesk(rooms: ReportingRooms): ReportHallDesk {
  const { reports, ids, head } = rooms;
  const isOwn = ({ authority }: ReportCaller): boolean => authority === head.ownAuthority;
  const mayMake = (caller: ReportCaller, { own, other }: Makers): boolean =>
    (isOwn(caller) ? own : other).includes(caller.role);

  /** Runs a step on a report that exists for the caller, if it is the caller's to make. */
  const onReport = (
    caller: ReportCaller,
    { id, makers }: { readonly id: string; readonly makers: Makers },
    step: (file: ReportFile) => Promise<Left>,
  ): Promise<ReportDeskAnswer> =>
    reports.change(id, async (file) => {
      const isSeen =
        file !== undefined && (await sightNow(rooms, file, caller.authority)) !== 'NONE';
      if (!isSeen) return leave(no('NO_REPORT'));
      return mayMake(caller, makers) ? step(file) : leave(no('NOT_THIS_ROLE'));
    });

  const making =
    (caller: ReportCaller, make: (file: ReportFile) => Promise<Made> | Made) =>
    async (before: ReportFile): Promise<Left> =>
      keepStep(rooms, caller, { before, made: await make(before) });

  return {
    list: (caller, place) => listReports(rooms, caller, place),
    one: (caller, id) => readReport(rooms, caller, id),
    offers: (caller, place) => listOffers(rooms, caller, place),
    async draft(caller, written) {
      if (!mayMake(caller, WRITERS)) return no('NOT_THIS_ROLE');
      const id = ids.uuid();
      return reports.change(id, () => write(rooms, caller, { id, before: null, written }));
    },
    revise: (caller, id, written) =>
      onReport(caller, { id, makers: WRITERS }, (before) =>
        write(rooms, caller, { id, before, written }),
      ),
    clear: (caller, { id, ...given }) =>
      onReport(
        caller,
        { id, makers: CLEARERS },
        making(caller, async (file) =>
          (await isGround(rooms, file, 'CLEAR'))
            ? clearReport(file, given, actingNow(rooms, caller))
            : CHANGED,
        ),
      ),
    consent: (caller, { id, digest }) =>
      onReport(
        caller,
        { id, makers: DECIDERS },
        making(caller, (file) => consent(rooms, caller, { file, digest })),
      ),
    withdraw: (caller, id) =>
      onReport(
        caller,
        { id, makers: DECIDERS },
        making(caller, (file) => {
          const consent = consentUnder(rooms, file.document.instrument);
          return withdrawFrom(file, consent, actingNow(rooms, caller));
        }),
      ),
    permit: (caller, { id, ...given }) =>
      onReport(
        caller,
        { id, makers: PERMITTERS },
        making(caller, async (file) =>
          (await isGround(rooms, file, 'PERMIT'))
            ? permitOnward(file, given, actingNow(rooms, caller))
            : CHANGED,
        ),
      ),
  };
}

/** Other than the ledger has it: somebody wrote in the tables. */
const CHANGED: Made = { fault: 'REPORT_CHANGED' };

/** Nothing is offered on a verdict that only stands there: what leaves is scanned as it is now. */
async function consent(
  rooms: ReportingRooms,
  caller: ReportCaller,
  { file, digest }: { readonly file: ReportFile; readonly digest: string },
): Promise<Made> {
  const { instrument } = file.document;
  if (bindingNow(rooms, instrument) === undefined) return { fault: 'INSTRUMENT_NOT_IN_FORCE' };
  const given = { digest, consent: consentUnder(rooms, instrument) };
  const made = consentTo(file, given, actingNow(rooms, caller));
  const isOffer = caller.authority === rooms.head.ownAuthority && 'file' in made;
  if (!isOffer) return made;
  if (!(await isAsScanned(rooms, file))) return { fault: 'NOT_SCANNED' };
  return (await isGround(rooms, file, 'CONSENT')) ? made : CHANGED;
}

/** Whether the scanner finds now, in the text and the bytes that lie there, what stands in the verdict. */
async function isAsScanned({ reports }: ReportingRooms, file: ReportFile): Promise<boolean> {
  const { id, version } = file.document;
  const verdict = scanReport(file.document, await reports.attachments(id, version));
  return digestOf(verdict) === digestOf(file.verdict);
}
