/** Attacks on the second wall in raw SQL, and what each may get: on a sound wall just this, on a mutated one something else. */
import { randomUUID } from 'node:crypto';
import { listOpenTickets, openRequests } from '../../src/store/index.js';
import { NOW, sampleRequest } from '../support/requests.js';
import { DAY, DETECTION, type ProvisionPlan, STATUS, type WallSite } from '../support/wall-site.js';

export interface WallAttack {
  readonly name: string;
  /** What it may get. */
  readonly holds: unknown;
  readonly tried: (site: WallSite) => Promise<unknown>;
}

const NAMES = 'select surname from register.name_latin order by 1';
const FOR_IDENTITY = 'set local role sorgu_az_kz_2019_identity_establishment';
const BOTH = ['one', 'two'];
const ALONE = ['one'];
const EVERY_ROW = [
  'granted.person',
  'granted.document',
  'granted.registration',
  'granted.entry_ban',
  'granted.subject',
  ...['name_latin', 'citizenship', 'citizenship_belonging', 'permit', 'entry_ban_ground'].map(
    (table) => `register.${table}`,
  ),
  ...['administrative_liability', 'criminal_liability'].map((table) => `register.${table}`),
].map((relation) => `select '${relation}' from ${relation}`);

type RowRule = readonly [name: string, purpose: string, statement: string, holds: unknown];
const RULED: readonly RowRule[] = [
  ['citizenships', STATUS, 'select country from register.citizenship', ['KAZ']],
  ['documents', STATUS, 'select number from granted.document', ['open']],
  ['registrations', DETECTION, 'select place from granted.registration', ['Baku']],
  ['permits', STATUS, 'select status from register.permit', ['VALID']],
  ['bans', STATUS, 'select kind from granted.entry_ban', ['open']],
  ['grounds', STATUS, 'select code from register.entry_ban_ground', ['open']],
];

const ANSWERING = { change: { state: 'IN_EXECUTION' } } as const;
/** The sheet of the case discloses the name of the first in Latin letters, and refuses that of the second. */
const ANSWERS: readonly WallAttack[] = [
  {
    ...{ name: 'answer: what the sheet opens', holds: ALONE },
    tried: ({ seen }) => seen(ANSWERING, NAMES, { kind: 'ANSWER' }),
  },
  {
    ...{ name: 'answer: no item beside it', holds: [] },
    tried: ({ seen }) =>
      seen(ANSWERING, 'select place from granted.registration', { kind: 'ANSWER' }),
  },
];

const ROW_RULES: readonly WallAttack[] = [
  ...RULED.map(([name, purpose, statement, holds]) => ({
    ...{ name: `row rule: ${name}`, holds },
    tried: ({ seen }: WallSite) => seen({ purpose, people: ALONE }, statement),
  })),
  ...['administrative_liability', 'criminal_liability'].map((table) => ({
    ...{ name: `row rule: ${table}`, holds: ['open'] },
    tried: ({ seen }: WallSite) =>
      seen(
        { purpose: STATUS, people: ALONE, subject: () => ({ coordinatorDecision: true }) },
        `select stage from register.${table}`,
      ),
  })),
];

const CLOSED: readonly (readonly [string, object, object])[] = [
  ['no request has the id', {}, { request: randomUUID() }],
  ["another authority's", {}, { authority: 'KZ-MLSPP' }],
  ['still in execution', { state: 'IN_EXECUTION' }, {}],
  ['closed', { state: 'CLOSED' }, {}],
  ['ended', { grantUntil: NOW }, {}],
  ['never opened', { asOf: null }, { asOf: NOW - DAY }],
  ['as of another instant', {}, { asOf: NOW }],
  ['another version', {}, { version: '0'.repeat(64) }],
  ['as an answer', { state: 'CLOSED' }, { kind: 'ANSWER' }],
  ['as an answer of another', { state: 'IN_EXECUTION' }, { kind: 'ANSWER', authority: 'BE-IO' }],
  ['as a provision', {}, { kind: 'PROVISION' }],
];

const PICTURES = 'select media_type from register.photograph';
const IMAGE = ['image/png'];

type Given = readonly [
  name: string,
  holds: unknown,
  plan: Partial<ProvisionPlan>,
  statement?: string,
];
/** Grounds in a provision (8(2)), which no request stands behind. */
const GIVEN: readonly Given[] = [
  ['it stands, for what it names alone', ALONE, {}],
  ['sent, to correct it', ALONE, { state: 'SENT' }],
  ['no draft', [], { state: 'DRAFT' }],
  ['nor one received', [], { side: 'RECIPIENT' }],
  ['ended', [], { keepUntil: NOW }],
  ['to another recipient', [], { recipient: 'KZ-MLSPP' }],
  ['for another purpose', [], { purpose: STATUS }],
  ['of a protected person', [], { person: 'then' }],
  ['a photograph', IMAGE, {}, PICTURES],
  ['a photograph of whom nobody called grown', [], { ages: [] }, PICTURES],
];

const PROVISIONS: readonly WallAttack[] = GIVEN.map(([name, holds, plan, statement = NAMES]) => ({
  ...{ name: `provision: ${name}`, holds },
  tried: ({ provided }) => provided(plan, statement),
}));

const GROUND: readonly WallAttack[] = [
  {
    ...{ name: 'ground: it stands', holds: BOTH },
    tried: ({ seen }) => seen({}, NAMES),
  },
  ...CLOSED.map(([name, change, ask]) => ({
    ...{ name: `ground: ${name}`, holds: [] },
    tried: ({ seen }: WallSite) => seen({ change }, NAMES, ask),
  })),
  {
    name: 'ground: a purpose it does not state',
    holds: [],
    tried: ({ seen }) =>
      seen({}, `reset role; ${FOR_IDENTITY}; ${NAMES}`, { purpose: 'IDENTITY_ESTABLISHMENT' }),
  },
  {
    name: 'ground: in execution by another authority',
    holds: [],
    tried: ({ seen }) => seen({ purpose: 'REQUEST_EXECUTION' }, NAMES, { authority: 'KZ-MIA' }),
  },
  {
    name: 'ground: execution that has ended',
    holds: [],
    tried: ({ seen }) =>
      seen({ purpose: 'REQUEST_EXECUTION', change: { state: 'ANSWERED' } }, NAMES),
  },
];

const basis = (purpose: string, clause: string, holds: unknown): WallAttack => ({
  ...{ name: `subject: what ${clause} demands`, holds },
  tried: ({ seen }) => seen({ purpose, basis: clause, people: ['one', 'two'] }, NAMES),
});

type Held = readonly [
  name: string,
  holds: unknown,
  person: string,
  statement?: string,
  change?: object,
];
const HELD: readonly Held[] = [
  ['protected', [], 'safe'],
  ['protected then', [], 'then'],
  ['protected later', [], 'later'],
  ['of third countries', [], 'third'],
  ['a child’s photograph', [], 'young', PICTURES, { child: true }],
  ['a child told as grown', [], 'young', PICTURES],
  ['a child, decided', ['image/png'], 'young', PICTURES, { coordinatorDecision: true }],
  ['grown', ['image/png'], 'one', PICTURES],
  ['an item refused', [], 'one', NAMES, { items: ['REGISTRATION', 'SEX'] }],
  [
    'a column of a row refused',
    [null],
    'one',
    'select place from granted.registration',
    {
      items: ['REGISTRATION'],
    },
  ],
  [
    'what tells of an item refused',
    [false],
    'one',
    'select documents_known from granted.person',
    {
      items: ['REGISTRATION'],
    },
  ],
  [
    'a fact refused',
    [null],
    'one',
    'select date_of_birth from granted.person',
    {
      items: ['REGISTRATION'],
    },
  ],
];

const SUBJECTS: readonly WallAttack[] = [
  ...HELD.map(([name, holds, person, statement = NAMES, change = {}]) => ({
    ...{ name: `subject: ${name}`, holds },
    tried: ({ seen }: WallSite) => seen({ people: [person], subject: () => change }, statement),
  })),
  {
    name: 'subject: beyond the page',
    holds: ['one'],
    tried: ({ seen }) => seen({}, NAMES, { first: 1 }),
  },
  {
    name: 'subject: numbers not asked',
    holds: ['two'],
    tried: ({ seen }) => seen({}, NAMES, { numbers: [2] }),
  },
  basis('RIGHTS_PROTECTION', '3(1)(4)', []),
  basis(STATUS, '3(1)(5)', ['one', 'two']),
];

/** Once a ticket for detection is given. */
const behind = (name: string, holds: unknown, statement: string): WallAttack => ({
  ...{ name: `ticket: ${name}`, holds },
  tried: ({ seen }) => seen({}, statement),
});

/** A ticket by the owner's hand that is this transaction's in all but one. */
interface Forged {
  readonly xid?: string;
  readonly at?: string;
  readonly reader?: string;
  readonly kind?: 'REQUEST' | 'SEARCH';
}

const forged = (
  name: string,
  { kind = 'REQUEST', ...change }: Forged,
  statement: string,
): WallAttack => ({
  ...{ name: `forged: ${name}`, holds: [] },
  async tried({ owner, raw }) {
    const role = kind === 'SEARCH' ? 'sorgu_search' : 'sorgu_az_kz_2019_person_detection';
    await raw.sql.unsafe(`begin; set local role ${role}`).simple();
    const [xid] = (await raw.read('select pg_current_xact_id()::text')) as string[];
    const [at] = (await raw.read('select now()::text')) as string[];
    const ticket = { xid: xid ?? '', at: at ?? '', reader: role, ...change };
    await owner`insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
      select ${ticket.xid}::text::xid8, 9, ${ticket.at}::text::timestamptz, ${ticket.reader}, ${kind}, gen_random_uuid(), 'AZ-KZ-2019', '2026-06-14',
        '{NAME_LATIN}', '{1}', array_agg(record_id) from register.person where person_key = 'other'`;
    const read = await raw.read(statement);
    await raw.end();
    await owner`delete from granted.ticket where nth = 9`;
    return read;
  },
});

const SUBJECT = 'select n from granted.subject';
const LONG_AGO = '2020-01-01T00:00:00Z';
const OF_ANOTHER: readonly (readonly [string, Forged])[] = [
  ['of another transaction', { xid: '7' }],
  ['of another cluster', { at: LONG_AGO }],
  ['of another reader', { reader: 'sorgu_az_kz_2019_identity_establishment' }],
];

const TICKETS: readonly WallAttack[] = [
  behind('another role of the request', [], `reset role; ${FOR_IDENTITY}; ${NAMES}`),
  behind(
    'another transaction',
    [],
    `commit; begin; set local role sorgu_az_kz_2019_person_detection; ${NAMES}`,
  ),
  behind('everybody', [2], 'select count(*)::int from granted.person'),
  behind(
    'what a predicate tells of others',
    [1, 1],
    `set local enable_indexscan = off; set local enable_bitmapscan = off; select 1 from granted.registration where 1 / (case when kind = 'SECRET' then 0 else 1 end) = 1`,
  ),
  ...OF_ANOTHER.flatMap(([name, change]) => [
    forged(name, change, NAMES),
    forged(`${name}, whom it names`, change, SUBJECT),
  ]),
  ...OF_ANOTHER.slice(0, 2).map(([name, change]) =>
    forged(`${name}, a search`, { ...change, kind: 'SEARCH' }, NAMES),
  ),
  {
    name: 'ticket: the day of another',
    holds: ['open'],
    async tried({ owner, seen }) {
      // The other's is the first row: what asks for any ticket gets it, whatever was vacuumed before.
      await owner`truncate granted.ticket`;
      await owner`insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
        values ('3'::xid8, 9, ${LONG_AGO}, 'sorgu_az_kz_2019_legal_status_determination', 'REQUEST', gen_random_uuid(), 'AZ-KZ-2019', '2020-06-15', '{}', '{}', '{}')`;
      const read = await seen(
        { purpose: STATUS, people: ALONE },
        'select kind from granted.entry_ban',
      );
      await owner`delete from granted.ticket where nth = 9`;
      return read;
    },
  },
];

/** What a role that searches gets by these statements; the last one's rows. */
const search = (
  name: string,
  holds: unknown,
  { state, statement }: { readonly state: string; readonly statement: string },
): WallAttack => ({
  ...{ name: `search: ${name}`, holds },
  async tried({ owner, raw }) {
    const request = sampleRequest({
      ...{ purpose: 'REQUEST_EXECUTION', people: ALONE },
      change: { state: state === 'ANSWERED' ? 'ANSWERED' : 'IN_EXECUTION' },
    });
    await openRequests(owner).insert(request);
    await raw.sql.unsafe('begin; set local role sorgu_search').simple();
    if (state !== 'NONE') {
      await raw.sql.unsafe(`select granted.admit_search('REQUEST', '${request.id}')`).simple();
    }
    const read = await raw.read(statement);
    await raw.end();
    return read;
  },
});
const ALIKE = "select surname_key from granted.names_alike('{}', '{other}')";
const EVERYBODY = ['later', 'one', 'other', 'safe', 'then', 'third', 'two', 'young'];

const SEARCHES: readonly WallAttack[] = [
  search('in execution', EVERYBODY, { state: 'IN_EXECUTION', statement: NAMES }),
  search('answered', [], { state: 'ANSWERED', statement: NAMES }),
  search('without a ticket', [], { state: 'NONE', statement: NAMES }),
  search('names alike', ['other'], { state: 'IN_EXECUTION', statement: ALIKE }),
  search('names alike without a ticket', [], { state: 'NONE', statement: ALIKE }),
];

const NO_TICKET: readonly WallAttack[] = [DETECTION, STATUS].map((purpose) => ({
  ...{ name: `no ticket: ${purpose}`, holds: [] },
  async tried({ raw }: WallSite) {
    await raw.begin(purpose);
    const found: unknown[] = [];
    for (const statement of EVERY_ROW) {
      await raw.read('savepoint s');
      const read = await raw.read(`${statement} limit 1`);
      if (read !== '42501') found.push(...read);
      await raw.read('rollback to s');
    }
    await raw.end();
    return found;
  },
}));

const code = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : error;

const CONSUMING: readonly WallAttack[] = [
  {
    name: 'consume: a ticket goes with an entry alone, pays once, and one that is none never',
    holds: ['SG002', 'SG002', 'paid', 'SG001', 'SG001', 0, 1],
    async tried({ owner, ledger }) {
      const spent = async () => {
        const [row] = await owner<{ n: number }[]>`select tickets::int as n from granted.spent`;
        return row?.n ?? 0;
      };
      const before = await spent();
      await owner`insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
        values ('5'::xid8, 1, now(), 'x', 'REQUEST', gen_random_uuid(), '', '', '{}', '{}', '{}')`;
      const enter = (seq: number) => `insert into ledger.entry (log_id, seq, leaf, leaf_hash, salt)
        values (99, ${seq}, '', sha256('${seq}'), sha256('${seq}'))`;
      await owner`insert into ledger.log (log_id, origin) values (99, 'of the attack')`;
      const pay = (xid: string, entry = 'select 1') =>
        ledger
          .begin(async (own) => {
            await own.unsafe(entry);
            await own`select granted.consume(array[${xid}])`;
          })
          .then(() => 'paid', code);
      const alone = await pay('5');
      await ledger.unsafe(enter(0));
      // An entry of another transaction is none of this one.
      const paid = [alone, await pay('5'), await pay('5', enter(1))];
      paid.push(await pay('5', enter(2)), await pay('6', enter(3)));
      const [left] = await owner<{ n: number }[]>`
        select count(*)::int as n from granted.ticket where xid = '5'::xid8`;
      await owner`delete from granted.ticket where xid = '5'::xid8`;
      await owner`delete from ledger.entry where log_id = 99`;
      await owner`delete from ledger.log where log_id = 99`;
      return [...paid, left?.n, (await spent()) - before];
    },
  },
];

/** What an administrator is told of readings without an entry, once something was tried. */
const counted = (name: string, holds: unknown, how: 'commit' | 'rollback'): WallAttack => ({
  ...{ name: `count: ${name}`, holds },
  async tried({ owner, raw }) {
    const before = await listOpenTickets(owner);
    const request = sampleRequest({ purpose: DETECTION, people: ALONE });
    await openRequests(owner).insert(request);
    const asked = { request: request.id, purpose: DETECTION, asOf: request.asOf ?? 0 };
    await raw.begin(DETECTION);
    await raw.admit(asked);
    const read = await raw.read(NAMES);
    await raw.end(how);
    const { undone } = await listOpenTickets(owner);
    return [read, undone - before.undone];
  },
});

const COUNTED: readonly WallAttack[] = [
  counted('a reading that is taken back with its ticket is counted', [ALONE, 1], 'rollback'),
  counted('one that leaves its ticket is not', [ALONE, 0], 'commit'),
  {
    name: 'count: what the login may do to it',
    holds: ['42501', '42501', '42501'],
    async tried({ raw }) {
      const read: unknown[] = [];
      for (const change of [
        "select nextval('granted.given')",
        "select setval('granted.given', 1)",
        'update granted.spent set tickets = 99',
      ]) {
        read.push(await raw.read(change));
      }
      return read;
    },
  },
];

const CALLS = [
  "granted.consume('{}')",
  "granted.admit('REQUEST', gen_random_uuid(), null, '', '', now(), '{}', 1)",
  "granted.admit_search('REQUEST', gen_random_uuid())",
  "granted.names_alike('{}', '{}')",
  'granted.records()',
];

const CATALOG: readonly WallAttack[] = [
  {
    name: 'catalog: what the login may call by itself',
    holds: CALLS.map(() => '42501'),
    async tried({ raw }) {
      const read: unknown[] = [];
      for (const call of CALLS) read.push(await raw.read(`select ${call}`));
      return read;
    },
  },
  {
    name: 'catalog: functions with the owner’s rights look for names where nobody else can write',
    holds: [],
    tried: ({ owner }) => owner`
      select proname from pg_proc where prosecdef and pronamespace = 'granted'::regnamespace
        and not coalesce(array_to_string(proconfig, ';') ~ '^search_path=pg_catalog, (public, )?pg_temp$', false)`,
  },
  {
    name: 'catalog: nothing of the wall is everybody’s',
    holds: [],
    tried: ({ owner }) => owner`
      select proname from pg_proc p, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
      where pronamespace = 'granted'::regnamespace and a.grantee = 0`,
  },
  {
    name: 'catalog: every table of the register asks for a ticket',
    holds: [],
    tried: ({ owner }) => owner`
      select relname from pg_class where relnamespace = 'register'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
  },
];

export const WALL_ATTACKS: readonly WallAttack[] = [
  ...NO_TICKET,
  ...GROUND,
  ...PROVISIONS,
  ...ANSWERS,
  ...SUBJECTS,
  ...ROW_RULES,
  ...TICKETS,
  ...SEARCHES,
  ...CONSUMING,
  ...COUNTED,
  ...CATALOG,
];
