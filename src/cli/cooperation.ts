/** `sorgu activities` and `sorgu contacts`: what is agreed with other authorities, and where they are reached. */
import type { Activity } from '../cooperation/index.js';
import {
  type ContactPointFact,
  holding,
  type Recorded,
  recordsOf,
  type Standing,
} from '../requests/index.js';
import type { Activities } from '../store/index.js';
import type { ExitCode, Voice } from './tools.js';

const PAGE = 100;

/** One line for each: state, clause, kind, days, who takes part and who agreed, id. */
export async function listActivities(
  { activities, authority }: { readonly activities: Activities; readonly authority: string },
  voice: Voice,
): Promise<ExitCode> {
  for (let after: string | null = null; ; ) {
    const page = await activities.list({ authority, instrument: null, after, first: PAGE });
    for (const found of page.activities) voice.out(`${activityLine(found)}\n`);
    if (!page.more) return 0;
    after = page.activities.at(-1)?.id ?? null;
  }
}

function activityLine({ id, state, plan, agreedBy }: Activity): string {
  const { instrument, clause, kind, from, until, authorities } = plan;
  const agreed = authorities.map((code) => (agreedBy.includes(code) ? `${code}+` : code));
  const parts = [state, `${instrument} ${clause}`, kind, `${from}/${until}`, agreed.join(' '), id];
  return parts.join('  ');
}

export interface ContactsCommand {
  readonly standing: Standing;
  readonly isHistory: boolean;
  readonly now: number;
}

/** One line for each contact point that holds now, or for each version that there ever was. */
export async function listContacts(
  { standing, isHistory, now }: ContactsCommand,
  voice: Voice,
): Promise<ExitCode> {
  const all = recordsOf(standing, 'CONTACT_POINT');
  const shown = isHistory ? all : holding(all, { validAt: now, knownAt: now });
  const ordered = [...shown].sort(
    (a, b) => placeOf(a).localeCompare(placeOf(b)) || a.recordedAt - b.recordedAt,
  );
  for (const record of ordered) voice.out(`${contactLine(record, isHistory)}\n`);
  return 0;
}

const placeOf = ({ fact }: Recorded<ContactPointFact>): string => `${fact.authority} ${fact.id}`;

function contactLine(record: Recorded<ContactPointFact>, isHistory: boolean): string {
  const { id, authority, name, address, telephone = null, email = null, duties } = record.fact;
  const office = [authority, id, duties.join('+'), name, address, telephone, email];
  const parts = office.filter((part) => part !== null);
  return [...parts, ...(isHistory ? timesOf(record) : [])].join('  ');
}

const timesOf = ({ validFrom, validUntil, recordedAt, withdrawnAt, note }: Recorded<unknown>) => [
  `holds ${dayOf(validFrom)}/${validUntil === null ? '' : dayOf(validUntil)}`,
  `known ${dayOf(recordedAt)}/${withdrawnAt === null ? '' : dayOf(withdrawnAt)}`,
  note,
];

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
