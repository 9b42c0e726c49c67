/** The case of the demo, through GraphQL alone: officers in Astana and officers in Baku, each at their own gateway. */
import { randomUUID } from 'node:crypto';
import { signJws } from '../../src/partner/index.js';
import type { PersonRecord } from '../../src/register/index.js';
import type { DemoGateway } from './gateway.js';
import { type Head, LETTERHEAD } from './lists.js';
import { type Seat, sit, type Values } from './seat.js';

export interface Scene {
  readonly kz: DemoGateway;
  readonly az: DemoGateway;
  readonly kzHead: Head;
  /** Somebody in the register of the State Migration Service. */
  readonly person: PersonRecord;
  readonly say: (line: string) => void;
  /** What else is done while both sides may read: it was answered, and is not closed yet. */
  readonly answered?: (request: string) => Promise<void>;
}

interface Stage extends Scene {
  readonly analyst: Seat;
  readonly head: Seat;
  readonly executing: Seat;
  readonly coordinator: Seat;
}

/** The analyst in Astana, who is on the case. */
export const ANALYST = { role: 'REQUESTING_ANALYST', officer: 'KZ-MIA-0417' } as const;

/** Plays it from the first draft to the closing: the id of the request. Throws where a step does not go as told. */
export async function play(scene: Scene): Promise<string> {
  const stage = staged(scene);
  const id = await answer(stage);
  await read(stage, id);
  await scene.answered?.(id);
  await close(stage, id);
  return id;
}

/** Plays it from the first draft until Astana holds the answer, and leaves it open: the id of the request. */
export const playToAnswer = (scene: Scene): Promise<string> => answer(staged(scene));

function staged(scene: Scene): Stage {
  const { kz, az, kzHead } = scene;
  return {
    ...scene,
    analyst: sit(kz, ANALYST),
    head: sit(kz, { role: 'SIGNATORY', officer: kzHead.officer }),
    executing: sit(az, { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-0101' }),
    coordinator: sit(az, { role: 'COORDINATOR', officer: 'AZ-SMS-0002' }),
  };
}

async function answer(stage: Stage): Promise<string> {
  const id = await draftAndSend(stage);
  await doubtAndConfirm(stage, id);
  await execute(stage, id);
  await until(async () => (await stage.analyst.state(id)) === 'PARTLY_REFUSED');
  stage.say('Astana  the answer has come, with the outcome of every item and the reasons');
  return id;
}

const move = (id: string) => ({ case: id, id: randomUUID() });

async function draftAndSend({ analyst, head, kzHead, person, say }: Stage): Promise<string> {
  const draft = draftAbout(person);
  const unjustified = draft.purposes.map((stated) => ({ ...stated, justification: '' }));
  const { id } = await analyst.act('saveDraft', {
    document: { ...draft, purposes: unjustified },
  });
  const { draftFaults } = await analyst.look(id, 'draftFaults { code at }');
  say(`Astana  an analyst writes a draft; what 9(2) still asks for: ${codesOf(draftFaults)}`);
  await analyst.act('saveDraft', { case: id, document: draft });
  await analyst.act('assign', { case: id, officer: head.officer });
  say('Astana  the analyst adds it, and puts the head of the ministry on the case');
  const { document } = await head.look(id, 'document');
  const jws = await signJws(Buffer.from(String(document)), 'sorgu-request+jws', kzHead.signer);
  await head.act('signDraft', { ...move(id), jws, key: kzHead.signer.publicJwk });
  await analyst.act('sendRequest', move(id));
  say(`Astana  signed with the head's own key and sent: request ${id}`);
  return id;
}

async function doubtAndConfirm(stage: Stage, id: string): Promise<void> {
  const { head, executing, coordinator, say } = stage;
  await until(async () => (await coordinator.state(id)) === 'RECEIVED');
  const { dueOn } = await coordinator.look(id, 'dueOn { requested }');
  say(`Baku    received, signature on the list; to be executed by ${dayIn(dueOn)} (10(3))`);
  await coordinator.act('assign', { case: id, officer: executing.officer });
  const reasons = ['Просим подтвердить, что запрос исходит от Министерства.'];
  await executing.act('askConfirmation', { ...move(id), reasons });
  say('Baku    an officer doubts and asks for confirmation (9(5)); everything is closed');
  await until(async () => (await head.state(id)) === 'CONFIRMATION_REQUESTED');
  const { questions } = await head.look(id, 'questions { number }');
  const question = (questions as readonly { readonly number: number }[]).at(-1)?.number;
  await head.act('confirm', { ...move(id), question, text: 'Подтверждаем.' });
  await until(async () => (await executing.state(id)) === 'RECEIVED');
  say('Astana  the head confirms, and Baku goes on');
}

async function execute({ executing, say }: Stage, id: string): Promise<void> {
  await executing.act('accept', move(id));
  const query = 'query ($id: ID!) { candidates(case: $id, n: 1) { candidate score } }';
  const { candidates } = await executing.ask(query, { id });
  const [best] = candidates as readonly { readonly candidate: string; readonly score: number }[];
  say(`Baku    in execution; one in the register agrees, score ${best?.score.toFixed(2)}`);
  await executing.act('recordMatch', { case: id, n: 1, candidate: best?.candidate });
  await executing.act('recordAge', { case: id, n: 1, child: false });
  for (const item of WANTED.filter((wanted) => wanted !== 'PHOTOGRAPH')) {
    await executing.act('noteOutcome', { case: id, n: 1, item, outcome: 'DISCLOSED' });
  }
  await executing.act('noteOutcome', {
    ...{ case: id, n: 1, item: 'PHOTOGRAPH', outcome: 'REFUSED' },
    grounds: ['NATIONAL_LEGISLATION'],
    text: 'Передача изображения противоречит национальному законодательству.',
  });
  const grantUntil = new Date(Date.now() + WEEK).toISOString();
  const { state } = await executing.act('conclude', { ...move(id), conditions: [], grantUntil });
  say(`Baku    each item has its outcome, the photograph is refused under 10(4): ${state}`);
}

const PACKAGE =
  'query ($id: ID!) { answer(case: $id, purpose: IDENTITY_ESTABLISHMENT) { answer } }';
const WEEK = 7 * 86_400_000;

async function read({ analyst, az, say }: Stage, id: string): Promise<void> {
  const { answer: opened } = await analyst.ask(PACKAGE, { id });
  const { data: packed } = JSON.parse((opened as { readonly answer: string }).answer);
  say(`Astana  opens the answer package: ${packed.subjects.edges.length} person, on record first`);
  const partner = {
    authority: 'KZ-MIA',
    role: 'PARTNER_GATEWAY',
    gateway: 'gateway.kz-mia',
    officer: analyst.officer,
  } as const;
  const standing = { request: id, purpose: 'IDENTITY_ESTABLISHMENT' };
  const query =
    '{ subjects { edges { node { id nameLatin { surname } dateOfBirth photograph { mediaType } } } } }';
  const { data, errors, receipt } = await az.ask(partner, query, standing);
  const { edges } = (data as { subjects: { edges: readonly object[] } } | null)?.subjects ?? {
    edges: [],
  };
  const told = receipt === null ? 'no receipt' : 'a receipt of the ledger';
  say(`Astana  asks Baku live: ${edges.length} person, withheld ${namesIn(errors)}, ${told}`);
  const other = await az.ask(partner, query, { ...standing, purpose: 'PERSON_DETECTION' });
  say(`Astana  tries a purpose that the request does not state: ${namesIn(other.errors)}`);
}

async function close({ analyst, executing, say }: Stage, id: string): Promise<void> {
  await analyst.act('close', move(id));
  for (const seat of [executing, analyst]) {
    await until(async () => (await seat.state(id)) === 'CLOSED');
  }
  say('Astana  closes the case; both gateways have it CLOSED');
}

const WANTED = ['NAME_CYRILLIC', 'NAME_LATIN', 'DATE_OF_BIRTH', 'CITIZENSHIP', 'PHOTOGRAPH'];

/** A draft about somebody, by what he said of himself. */
export function draftAbout({ nameCyrillic, dateOfBirth }: PersonRecord) {
  const { surname = null, givenName = null } = nameCyrillic ?? {};
  // What the person said of himself: a name, and the year of birth alone.
  const year = typeof dateOfBirth === 'string' ? dateOfBirth.slice(0, 4) : null;
  return {
    instrument: 'AZ-KZ-2019',
    requestedAuthority: 'AZ-SMS',
    language: 'ru',
    letterhead: LETTERHEAD,
    aim: 'PREVENTION',
    purposes: [
      {
        purpose: 'IDENTITY_ESTABLISHMENT',
        basis: '6',
        justification: 'Личность задержанного не установлена иным способом.',
      },
    ],
    substance: 'Просим установить личность лица, находящегося на территории Республики Казахстан.',
    itemsWanted: WANTED,
    subjects: [{ names: [{ script: 'ru-Cyrl', surname, givenName }], dateOfBirth: year }],
  };
}

const codesOf = (faults: unknown): string =>
  (faults as readonly { readonly code: string }[]).map(({ code }) => code).join(', ');

const dayIn = (day: unknown): string => (day as { readonly requested: string }).requested;

/** The coordinates of withheld fields, or the code of a refusal. */
const namesIn = (errors: readonly { readonly extensions: Values }[]): string =>
  errors.map(({ extensions: { coordinate, code } }) => coordinate ?? code).join(', ');

/** Waits until the other gateway's message has come. */
async function until(hasCome: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await hasCome()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('a message did not arrive within 30 s');
}
