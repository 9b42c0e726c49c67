/** The path of one reading: what may be seen is read, the reading is sealed over exactly what is told, and then it is told. */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../base/index.js';
import type { ReadReport, ReportCaller, ReportPage, ReportPlace } from '../graph/index.js';
import { readReportsEntry } from '../journal/index.js';
import {
  type ReportFile,
  type ToldOffer,
  type ToldReport,
  toldOffer,
  toldReport,
} from '../reports/index.js';
import type { ReportingRooms } from './rooms.js';
import { consentUnder, sightNow } from './sight.js';

type Question = Parameters<typeof readReportsEntry>[2]['question'];

/** Seals what is told, if anything is. */
async function tell<Told extends ToldReport | ToldOffer>(
  rooms: ReportingRooms,
  caller: ReportCaller,
  { question, told }: { readonly question: Question; readonly told: readonly Told[] },
): Promise<readonly Told[]> {
  if (told.length === 0) return told;
  const plain: readonly Json[] = told;
  const digests = told.map(({ digest }) => digest);
  const entry = readReportsEntry(rooms.head, caller, { question, told, digests });
  await rooms.ledger.seal(entry, Buffer.from(canonicalJson(plain)));
  return told;
}

/** One report, with its attachments; undefined for one that is unknown, and for one that is not to be seen. */
export async function readReport(
  rooms: ReportingRooms,
  caller: ReportCaller,
  id: string,
): Promise<ReadReport | undefined> {
  const file = await rooms.reports.load(id, caller.authority);
  if (file === undefined) return undefined;
  const sight = await sightNow(rooms, file, caller.authority);
  if (sight !== 'OWN' && sight !== 'OPEN') return undefined;
  const attachments = await rooms.reports.attachments(file.document.id, file.document.version);
  if (sight === 'OPEN' && !areTheirs(file, attachments)) return undefined;
  const [told] = await tell(rooms, caller, {
    question: 'report',
    told: [toldTo(rooms, file, caller.authority)],
  });
  return told && { told, attachments };
}

/** Whether the bytes are those that were scanned and consented to. */
function areTheirs({ document }: ReportFile, attachments: readonly Uint8Array[]): boolean {
  return (
    attachments.length === document.attachments.length &&
    document.attachments.every(
      ({ sha256 }, at) =>
        createHash('sha256')
          .update(attachments[at] ?? new Uint8Array())
          .digest('hex') === sha256,
    )
  );
}

const toldTo = (rooms: ReportingRooms, file: ReportFile, authority: string): ToldReport =>
  toldReport(file, authority, consentUnder(rooms, file.document.instrument));

/** A page of what the caller may read. */
export async function listReports(
  rooms: ReportingRooms,
  caller: ReportCaller,
  place: ReportPlace,
): Promise<ReportPage<ToldReport>> {
  const { authority } = caller;
  const sight = authority === rooms.head.ownAuthority ? 'OWN' : 'OPEN';
  const { files, more } = await rooms.reports.list({ authority, sight, ...place });
  const seen = await seenBy(rooms, files, { authority, sight });
  const told = seen.map((file) => toldTo(rooms, file, authority));
  return { nodes: await tell(rooms, caller, { question: 'reports', told }), more };
}

/** A page of what is offered to the caller's authority. */
export async function listOffers(
  rooms: ReportingRooms,
  caller: ReportCaller,
  place: ReportPlace,
): Promise<ReportPage<ToldOffer>> {
  const { authority } = caller;
  const { files, more } = await rooms.reports.list({ authority, sight: 'OFFER', ...place });
  const seen = await seenBy(rooms, files, { authority, sight: 'OFFER' });
  return {
    nodes: await tell(rooms, caller, { question: 'offers', told: seen.map(toldOffer) }),
    more,
  };
}

async function seenBy(
  rooms: ReportingRooms,
  files: readonly ReportFile[],
  { authority, sight }: { readonly authority: string; readonly sight: string },
): Promise<readonly ReportFile[]> {
  const sights = await Promise.all(files.map((file) => sightNow(rooms, file, authority)));
  return files.filter((_, at) => sights[at] === sight);
}
