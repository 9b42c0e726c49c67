/**
 * The path of one look at the record, for an AUDITOR of this authority: what is asked is read, the look is sealed as an
 * entry of its own over the exact answer, and only then it is told (11(4)).
 */
import { accessOf, dueReviews, Sample, subjectReport } from '../audit/index.js';
import type { AuditFault, Json } from '../base/index.js';
import type { Audited, AuditHallDesk, DeferralWish, Sampled } from '../graph/index.js';
import { lookedEntry } from '../journal/index.js';
import { parseEntry } from '../ledger/index.js';
import { areSealed } from './decisions.js';
import { bundleOf } from './evidence.js';
import { accessesOf, LONGEST, pageOf, type Sought, seek } from './person.js';
import type { AuditorRooms } from './rooms.js';
import { accessesIn, MOST_ENTRIES, type Span, statisticsOf } from './span.js';

type Officer = Parameters<AuditHallDesk['due']>[0];

/** What is asked, as it stands in the entry of the look. */
interface Look {
  readonly question: string;
  readonly asked?: Json;
  readonly request?: string;
  readonly sought?: Sought;
}

const SEED_LENGTH = 16;
const seedForm = /^[\x21-\x7e]{1,64}$/;
const MOST_SAMPLED = 100;
const MOST_DUE = 100;
const MOST_REPORTED = 1_000;
const MOST_REASON = 4_000;
const requestForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const KEY_CHANGED: Audited<never> = { fault: 'SUBJECT_KEY_CHANGED' };

/** Opens the bench. */
export function openAuditDesk(rooms: AuditorRooms): AuditHallDesk {
  /** Seals a look over what it is about to tell. */
  const tell = async <T>(officer: Officer, look: Look, told: T): Promise<T> => {
    const { question, asked = null, request = null, sought } = look;
    const { officer: number, unit } = officer;
    const persons = sought === undefined ? [] : [sought.kept];
    const looked = { ...{ officer: number, unit, question, asked, request }, persons };
    await rooms.ledger.seal(lookedEntry(rooms.head, looked), Buffer.from(JSON.stringify(told)));
    return told;
  };
  return {
    async person(officer, { person, from, until, first, after }) {
      const fault = await spanFault(rooms, { from, until }, false);
      if (fault !== undefined) return { fault };
      const sought = await seek(rooms, person);
      if ('fault' in sought) return tell(officer, { question: 'person' }, sought);
      const found = await accessesOf(rooms, sought, { from, until, first, after });
      return tell(officer, { question: 'person', asked: { from, until }, sought }, found);
    },
    async request(officer, { request, first, after }) {
      if (!requestForm.test(request)) return { fault: 'WRONG_FORM' };
      const rows = await rooms.shelf.ofRequest(request, { first: first + 1, after });
      const found = pageOf(rows, first, ({ leaf, ...place }) => {
        const entry = parseEntry(leaf);
        return entry === undefined ? [] : [accessOf(entry, place)];
      });
      return tell(officer, { question: 'request', request }, found);
    },
    async statistics(officer, span) {
      const fault = await spanFault(rooms, span, true);
      if (fault !== undefined) return { fault };
      const look = { question: 'statistics', asked: { ...span } };
      const { repeats, ...counted } = await statisticsOf(rooms, span);
      const found = repeats === undefined ? KEY_CHANGED : { ...counted, repeats };
      return tell(officer, look, found);
    },
    async sample(officer, { count, seed, ...span }) {
      const fault = await spanFault(rooms, span, true);
      if (fault !== undefined) return { fault };
      if (count < 1 || count > MOST_SAMPLED) return { fault: 'TOO_MANY' };
      if (seed !== null && !seedForm.test(seed)) return { fault: 'WRONG_FORM' };
      const drawn = seed ?? Buffer.from(rooms.ids.bytes(SEED_LENGTH)).toString('hex');
      const asked = { ...span, count, seed: drawn };
      return tell(officer, { question: 'sample', asked }, await sampleOf(rooms, asked));
    },
    async evidence(officer, request) {
      if (!requestForm.test(request)) return { fault: 'WRONG_FORM' };
      const bundle = await bundleOf(rooms, request);
      if (bundle === undefined) return { fault: 'TOO_MANY' };
      return tell(officer, { question: 'evidence', request }, { bundle });
    },
    async report(officer, person) {
      const sought = await seek(rooms, person);
      if ('fault' in sought) return tell(officer, { question: 'report' }, sought);
      const told = await reportOf(rooms, sought);
      return tell(officer, { question: 'report', sought }, told);
    },
    async decide(officer, wish) {
      const fault = wishFault(wish, rooms.clock.now());
      if (fault !== undefined) return { fault };
      const { deferrals, clock } = rooms;
      if (deferrals === null) return { fault: 'NOT_THIS_ROLE' };
      const { request, decision, reviewAt } = wish;
      await tell(officer, { question: 'decide', asked: { decision, reviewAt }, request }, wish);
      await deferrals.decide({
        ...wish,
        officer: officer.officer,
        at: clock.now(),
      });
      return { done: true };
    },
    async due(officer) {
      const due = (await rooms.deferrals?.due(rooms.clock.now(), MOST_DUE)) ?? [];
      return tell(officer, { question: 'due' }, { due });
    },
  };
}

async function spanFault(
  { shelf }: AuditorRooms,
  span: Span,
  isRead: boolean,
): Promise<AuditFault | undefined> {
  if (!(span.from < span.until)) return 'WRONG_SPAN';
  if (span.until - span.from > LONGEST) return 'SPAN_TOO_WIDE';
  if (!isRead) return undefined;
  return (await shelf.countIn(span)) > MOST_ENTRIES ? 'SPAN_TOO_WIDE' : undefined;
}

async function sampleOf(
  rooms: AuditorRooms,
  { seed, count, ...span }: Span & { readonly seed: string; readonly count: number },
): Promise<Sampled> {
  const sample = new Sample(seed, count);
  for await (const { access } of accessesIn(rooms, span)) sample.add(access);
  const drawn: Sampled['drawn'][number][] = [];
  for (const access of sample.drawn) {
    const { request, purpose } = access;
    const words =
      request === null || purpose === null
        ? undefined
        : await rooms.shelf.justification(request, purpose);
    drawn.push({ access, justification: words ?? null });
  }
  return { seed, population: sample.population, drawn };
}

async function reportOf(
  rooms: AuditorRooms,
  sought: Sought,
): Promise<Audited<{ readonly report: string }>> {
  const now = rooms.clock.now();
  const look = { from: now - LONGEST, until: now + 1, first: MOST_REPORTED, after: null };
  const { accesses, more } = await accessesOf(rooms, sought, look);
  if (more) return { fault: 'TOO_MANY' };
  const requests = [...new Set(accesses.flatMap(({ request }) => request ?? []))];
  const deferrals = (await rooms.deferrals?.list(requests)) ?? [];
  // One that was not sealed is none: it is decided anew.
  const isSealed = await areSealed(rooms, requests, deferrals);
  if (!isSealed || dueReviews(deferrals, now).length > 0) return { fault: 'DEFERRAL_DUE' };
  return { report: subjectReport(accesses, { deferrals, own: rooms.head.ownAuthority }) };
}

function wishFault(
  { request, decision, reason, reviewAt }: DeferralWish,
  now: number,
): AuditFault | undefined {
  const isReviewed = decision === 'DEFER' ? reviewAt !== null && reviewAt > now : reviewAt === null;
  const isSaid = reason.trim() !== '' && reason.length <= MOST_REASON;
  return requestForm.test(request) && isReviewed && isSaid ? undefined : 'WRONG_FORM';
}
