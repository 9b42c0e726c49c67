/** Drafts for tests of the life of a request, and the way of one to a given state. */
import type { Reached } from '../cases/case-mutations.js';
import {
  type Acted,
  type As,
  type CaseSide,
  type CaseSite,
  callerOf,
  LETTERHEAD,
  uuid,
} from './case-site.js';
import { paperAt } from './files.js';

export const ANALYST: As = { role: 'REQUESTING_ANALYST' };
export const SIGNATORY: As = { role: 'SIGNATORY' };
export const COORDINATOR: As = { role: 'COORDINATOR' };
export const EXECUTING: As = { role: 'EXECUTING_OFFICER' };
export const AUDITOR: As = { role: 'AUDITOR' };

export const WANTED = ['NAME_CYRILLIC', 'DATE_OF_BIRTH', 'PHOTOGRAPH'];

export const draft = {
  instrument: 'AZ-KZ-2019',
  requestedAuthority: 'AZ-SMS',
  language: 'ru',
  letterhead: LETTERHEAD,
  aim: 'PREVENTION',
  purposes: [
    {
      purpose: 'IDENTITY_ESTABLISHMENT',
      basis: '6',
      justification: 'Лицо задержано без документов, его личность необходимо установить.',
    },
  ],
  substance: 'Просим сообщить сведения о личности указанного лица.',
  itemsWanted: WANTED,
  subjects: [
    {
      names: [{ script: 'ru-Cyrl', surname: 'Образцов' }],
      dateOfBirth: '1980-02',
    },
  ],
};

/** A mutation that has to succeed; its case. */
export async function done(acting: Promise<Acted>): Promise<Record<string, unknown>> {
  const { case: found, faults } = await acting;
  if (found === null) throw new Error(JSON.stringify(faults));
  return found;
}

/** Writes and signs a request in Astana and sends it; the post is not carried. */
export async function sendDraft({ kz, sign }: CaseSite, document: object = draft): Promise<string> {
  const id = await signedDraft({ kz, sign }, document);
  await done(kz.act(ANALYST, 'sendRequest', { case: id, id: uuid() }));
  return id;
}

/** Writes and signs a request in Astana. */
async function signedDraft(
  { kz, sign }: Pick<CaseSite, 'kz' | 'sign'>,
  document: object = draft,
): Promise<string> {
  const saved = await done(kz.act(ANALYST, 'saveDraft { id document }', { document }));
  const id = String(saved.id);
  await done(kz.act(ANALYST, 'assign', { case: id, officer: 'KZ-MIA-SIGNATORY' }));
  const signed = await sign(String(saved.document));
  await done(kz.act(SIGNATORY, 'signDraft', { case: id, id: uuid(), ...signed }));
  return id;
}

/** Sends a request and puts the executing officer of Baku on it. */
export async function receivedCase(site: CaseSite, document: object = draft): Promise<string> {
  const id = await sendDraft(site, document);
  await site.deliver();
  const officer = 'AZ-SMS-EXECUTING-OFFICER';
  await done(site.az.act(COORDINATOR, 'assign', { case: id, officer }));
  return id;
}

/** A case that stands in a state at both authorities, and what is open in it. */
export interface ReachedCase {
  readonly id: string;
  readonly question: number;
  readonly inquiry: string;
  readonly enclosure: string;
}

const later = (now: number): string => new Date(now + 7 * 86_400_000).toISOString();

/** Brings a new request to a state; every usual officer of both authorities is on it. */
export async function caseIn(site: CaseSite, state: Reached): Promise<ReachedCase> {
  const { az, kz } = site;
  const reached = { question: 1, inquiry: uuid(), enclosure: uuid() };
  if (state === 'ON_PAPER') return onPaper(site, reached.enclosure);
  const saved = await done(kz.act(ANALYST, 'saveDraft { id document }', { document: draft }));
  const id = String(saved.id);
  await putAllOn(kz, ANALYST, id);
  if (state === 'DRAFT') return { id, ...reached };
  const signed = await site.sign(String(saved.document));
  await done(kz.act(SIGNATORY, 'signDraft', { case: id, id: uuid(), ...signed }));
  if (state === 'SIGNED') return { id, ...reached };
  await done(kz.act(ANALYST, 'sendRequest', { case: id, id: uuid() }));
  await site.deliver();
  await putAllOn(az, COORDINATOR, id);
  for (const [mutation, given] of stepsTo(state, site.clock.now(), reached.inquiry)) {
    await done(az.act(EXECUTING, mutation, { case: id, ...given }));
  }
  await site.deliver();
  const asked = await az.look<{ questions: { number: number }[] }>(
    COORDINATOR,
    id,
    'questions { number }',
  );
  return { ...reached, id, question: asked?.questions.at(-1)?.number ?? 1 };
}

/** What a letter of the Kazakh ministry says, as it is registered in Baku. */
export function statedOnPaper({ requestedAuthority: _, ...stated } = draft) {
  return { ...stated, requestingAuthority: 'KZ-MIA', writtenOn: '2026-06-01' };
}

async function onPaper({ az, clock }: CaseSite, id: string): Promise<ReachedCase> {
  const given = { id, document: statedOnPaper(), paper: paperAt(clock.now()), signatory: 'head' };
  const saved = await done(az.act(COORDINATOR, 'registerPaperRequest', given));
  await putAllOn(az, COORDINATOR, String(saved.id));
  return { id: String(saved.id), question: 1, inquiry: uuid(), enclosure: id };
}

type Step = readonly [mutation: string, given: object];

function stepsTo(state: Reached, now: number, inquiry: string): readonly Step[] {
  const executing: readonly Step[] = [
    ['accept', { id: uuid() }],
    ['recordAge', { n: 1, child: true }],
  ];
  const ready: readonly Step[] = [
    ...executing,
    ['recordMatch', { n: 1, nobody: true }],
    ...WANTED.map((item): Step => ['noteOutcome', { n: 1, item, outcome: 'NOT_AVAILABLE' }]),
  ];
  const asking = { id: inquiry, to: 'POLICE', n: 1, items: ['PHOTOGRAPH'], dueBefore: later(now) };
  switch (state) {
    case 'CONFIRMATION_REQUESTED':
      return [['askConfirmation', { id: uuid(), reasons: ['Подтвердите.'] }]];
    case 'INFO_REQUESTED':
      return [['askInformation', { id: uuid(), questions: ['Где?'] }]];
    case 'CONFIDENTIALITY_NOT_ASSURED':
      return [['tellNotConfidential', { id: uuid(), terms: 'Лично.' }]];
    case 'POSTPONED':
      return [['postpone', { id: uuid(), reason: 'Проверка.', reviewAt: later(now) }]];
    case 'IN_EXECUTION':
      return [...executing, ['openInquiry', asking]];
    case 'READY':
      return ready;
    case 'ANSWERED':
      return [...ready, ['conclude', { id: uuid(), conditions: [], grantUntil: later(now) }]];
    default:
      return [];
  }
}

async function putAllOn({ act, authority }: CaseSide, by: As, id: string): Promise<void> {
  for (const { role } of [ANALYST, SIGNATORY, COORDINATOR, EXECUTING, AUDITOR]) {
    const { officer } = callerOf({ role }, authority);
    await done(act(by, 'assign', { case: id, officer }));
  }
}
