/** Walls with a hole: what is written otherwise in `drizzle/wall.sql`, and how the hole is found. */

/**
 * Its name, what is written otherwise and how, and the head of the name of the attack that finds it; a role's name where it is
 * the matrix of that role.
 */
export type WallMutation = readonly [
  name: string,
  from: string | RegExp,
  to: string,
  foundBy: string,
];

const DETECTION = 'sorgu_az_kz_2019_person_detection';
const after = (text: string): string => `${text}\n`;

/** In one function or view alone. */
const within = (head: string, from: string): RegExp =>
  new RegExp(`(?<=${escaped(head)}(?:(?!\\ncreate )[\\s\\S])*?)${escaped(from)}`);
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const END = /$/;
const flagged = (table: string, flag: string): WallMutation => [
  `${table} that is ${flag}`,
  `not ${table}.${flag}`,
  'true',
  `row rule: ${table}`,
];

const PRIVILEGES: readonly WallMutation[] = [
  [
    'a column more',
    END,
    after(`grant select (civil_status) on granted.person to ${DETECTION};`),
    DETECTION,
  ],
  [
    'a column of the table behind a view',
    END,
    after(`grant select (protected) on register.person to ${DETECTION};`),
    DETECTION,
  ],
  [
    'a column less',
    'GRANT SELECT (record_id, sex, date_of_birth, place_of_birth, citizenships_known, documents_known, registrations_known, citizenship_belonging_known)',
    'GRANT SELECT (record_id, date_of_birth, place_of_birth, citizenships_known, documents_known, registrations_known, citizenship_belonging_known)',
    DETECTION,
  ],
  [
    'a table to the login',
    END,
    after(
      'grant usage on schema register to sorgu_app; grant select on register.person to sorgu_app;',
    ),
    'sorgu_app',
  ],
  [
    'a table to everybody',
    END,
    after('grant select on register.photograph to public;'),
    'sorgu_az_kz_2019_rights_protection',
  ],
  [
    'a right to write',
    END,
    after(`grant update (surname) on register.name_latin to ${DETECTION};`),
    DETECTION,
  ],
  [
    'a right to lock',
    END,
    after(`grant update on register.permit to sorgu_search;`),
    'sorgu_search',
  ],
  [
    'tickets written by their readers',
    END,
    after(`grant insert, update on granted.ticket to ${DETECTION};`),
    DETECTION,
  ],
  [
    'tickets taken by the login',
    END,
    after('grant delete on granted.ticket to sorgu_app;'),
    'sorgu_app',
  ],
  [
    'openings written by the login',
    END,
    after('grant update on granted.opening to sorgu_app;'),
    'sorgu_app',
  ],
  [
    'a flag to those who search',
    END,
    after('grant select (refugee) on register.document to sorgu_search;'),
    'sorgu_search',
  ],
  [
    'functions left to everybody',
    'REVOKE ALL ON ALL FUNCTIONS IN SCHEMA granted FROM PUBLIC;',
    '',
    'catalog: what the login may call',
  ],
  [
    'one function left to everybody',
    END,
    after('grant execute on function granted.find(uuid, text, timestamptz, int[]) to public;'),
    'catalog: nothing',
  ],
];

const ROWS: readonly WallMutation[] = [
  [
    'no row-level security on one table',
    END,
    after('alter table register.name_latin disable row level security;'),
    'ground: closed',
  ],
  [
    'none on a table that nobody reads',
    END,
    after('alter table register.mark disable row level security;'),
    'catalog: every table',
  ],
  [
    'a policy that lets through',
    END,
    after('create policy extra on register.name_latin for select using (true);'),
    'ground: closed',
  ],
  [
    'a policy that asks for no item',
    "name_latin.record_id = any ((select granted.records('NAME_LATIN'))::bigint[])",
    'name_latin.record_id = any ((select granted.records())::bigint[])',
    'subject: an item refused',
  ],
  [
    'a policy that is gone',
    END,
    after('drop policy granted on register.name_latin;'),
    'ground: it stands',
  ],
  [
    'a view that hands out everybody',
    'where c.record_id = any ((select granted.records())::bigint[]);',
    ';',
    'ticket: everybody',
  ],
  [
    'a view that is no barrier',
    'create view granted.registration with (security_barrier)',
    'create view granted.registration',
    'ticket: what a predicate',
  ],
  [
    'a column that is not closed',
    "case when c.record_id = any ((select granted.records('REGISTRATION_PLACE'))::bigint[]) then c.place end as place",
    'c.place',
    'subject: a column of a row',
  ],
  [
    'a fact that is not closed',
    "case when c.record_id = any ((select granted.records('DATE_OF_BIRTH'))::bigint[]) then c.date_of_birth end as date_of_birth",
    'c.date_of_birth',
    'subject: a fact refused',
  ],
  [
    'what tells of a list is not closed',
    "(c.documents_known and coalesce(c.record_id = any ((select granted.records('DOCUMENT'))::bigint[]), false)) as documents_known",
    'c.documents_known',
    'subject: what tells',
  ],
  [
    'third countries',
    'citizenship.country = any(',
    'true or citizenship.country = any(',
    'row rule: citizenships',
  ],
  [
    'documents for home',
    'c.use is not null and not c.refugee',
    'not c.refugee',
    'row rule: documents',
  ],
  [
    'documents of refugees',
    'c.use is not null and not c.refugee',
    'c.use is not null',
    'row rule: documents',
  ],
  [
    'documents of an asylum body',
    within('create view granted.document', '(c.authority_code is null or'),
    '(true or',
    'row rule: documents',
  ],
  ['reception centres', 'not c.reception and', '', 'row rule: registrations'],
  [
    'registrations by an asylum body',
    within('create view granted.registration', '(c.authority_code is null or'),
    '(true or',
    'row rule: registrations',
  ],
  [
    'permits of an asylum body',
    '(permit.authority_code is null or',
    '(true or',
    'row rule: permits',
  ],
  [
    'bans that have ended',
    `and (c.banned_until is null or c.banned_until collate "C" >= (select granted.day()))`,
    '',
    'row rule: bans',
  ],
  [
    'grounds of a ban that is not shown',
    /\n {4}and exists \(select from granted\.entry_ban [^\n]*\)\);/,
    ');',
    'row rule: grounds',
  ],
  ...['administrative_liability', 'criminal_liability'].flatMap((table) =>
    ['spent', 'expunged', 'juvenile'].map((flag) => flagged(table, flag)),
  ),
  [
    'liability by an asylum body',
    '(criminal_liability.authority_code is null or',
    '(true or',
    'row rule: criminal_liability',
  ],
];

const XID = 't.xid = pg_current_xact_id_if_assigned() and ';
const AT = ' and t.opened_at = now()';
const READER = ' and t.reader = current_user';
/** What asks of tickets, without each of its questions. */
const asking = (head: string, who: string): readonly WallMutation[] => [
  [`${head}: any transaction`, within(head, XID), '', `forged: of another transaction${who}`],
  [`${head}: any cluster`, within(head, AT), '', `forged: of another cluster${who}`],
];
const asRead = (head: string, who: string): WallMutation => [
  ...([`${head}: any reader`, within(head, READER), ''] as const),
  `forged: of another reader${who}`,
];
const RECORDS = 'create function granted.records';
const NAMED = 'create view granted.subject';

const TICKETS: readonly WallMutation[] = [
  ...asking(RECORDS, ''),
  ...asking(NAMED, ', whom it names'),
  ...asking('create function granted.searches', ', a search'),
  asRead(RECORDS, ''),
  asRead(NAMED, ', whom it names'),
  [
    'day: not of this transaction',
    within('create function granted.day', `${XID}t.opened_at = now() and `),
    '',
    'ticket: the day',
  ],
  ['items: any', 'and (item is null or item = any(t.items))', '', 'subject: an item refused'],
  [
    'names alike for nobody’s search',
    "if not granted.searches('sorgu_search') then return; end if;",
    '',
    'search: names alike without',
  ],
  [
    'a search at any time',
    "r.id = asked and r.state = 'IN_EXECUTION')",
    'r.id = asked)',
    'search: answered',
  ],
  [
    'tickets are not consumed',
    'delete from granted.ticket t where t.xid = any(tickets::xid8[]) returning t.xid',
    'select t.xid from granted.ticket t where t.xid = any(tickets::xid8[])',
    'consume:',
  ],
  [
    'tickets go without an entry',
    'if not exists (select from ledger.log l',
    'if false and not exists (select from ledger.log l',
    'consume:',
  ],
  [
    'any entry takes a ticket with it',
    'where newest.xmin = pg_current_xact_id()::xid)',
    ')',
    'consume:',
  ],
  [
    'tickets that are none are taken',
    'if coalesce(cardinality(gone), 0) is distinct from cardinality(tickets) then',
    'if false then',
    'consume:',
  ],
  [
    'what goes into the ledger is not counted',
    'update granted.spent s set tickets = s.tickets + cardinality(consume.tickets);',
    '',
    'consume:',
  ],
  [
    'tickets are not counted as they are given',
    "where nextval('granted.given') > 0 limit 1",
    'limit 1',
    'count: a reading that is taken back',
  ],
];

const ADMISSION: readonly WallMutation[] = [
  [
    'any authority',
    'r.requesting_authority = asked_authority\n            and r.state',
    'r.state',
    "ground: another authority's",
  ],
  [
    'any state',
    "r.state in ('ANSWERED', 'PARTLY_REFUSED') and p.purpose is not null",
    'p.purpose is not null',
    'ground: closed',
  ],
  ['any purpose', 'and p.purpose is not null', '', 'ground: a purpose it does not state'],
  ['no end', ' and r.grant_until > granted.clock()', '', 'ground: ended'],
  [
    'any instant',
    "and date_trunc('milliseconds', r.as_of) = asked_as_of",
    '',
    'ground: as of another instant',
  ],
  ['any version', 'if asked_version is not null and', 'if false and', 'ground: another version'],
  [
    'executed by anybody',
    "r.requested_authority = asked_authority and r.state = 'IN_EXECUTION'",
    "r.state = 'IN_EXECUTION'",
    'ground: in execution by another',
  ],
  [
    'executed for ever',
    "r.requested_authority = asked_authority and r.state = 'IN_EXECUTION'",
    'r.requested_authority = asked_authority',
    'ground: execution that has ended',
  ],
  [
    'an answer at any time',
    "and r.state in ('IN_EXECUTION', 'ANSWERED', 'PARTLY_REFUSED')",
    '',
    'ground: as an answer',
  ],
  [
    'an answer to anybody',
    within("when 'ANSWER' then", ' and r.requesting_authority = asked_authority'),
    '',
    'ground: as an answer of another',
  ],
  [
    'an answer of items that were refused',
    " and i->>'outcome' = 'DISCLOSED'",
    '',
    'answer: what the sheet opens',
  ],
  ['an answer of another’s items', " and (o->>'n')::int = s.n", '', 'answer: what the sheet opens'],
  [
    'an answer of any item',
    /array\(select i->>'item'[\s\S]*?'DISCLOSED'\)/,
    'null::text[]',
    'answer: no item beside it',
  ],
  [
    'protected persons',
    '(not p.protected and not exists',
    '(not exists',
    'subject: protected then',
  ],
  [
    'persons protected since',
    ' and not exists (select from register.person later where later.person_key = p.person_key and later.recorded_until is null and later.protected)',
    '',
    'subject: protected later',
  ],
  [
    'nationals of third countries',
    'and (not g.nationals_of_parties_only or',
    'and (true or',
    'subject: of third countries',
  ],
  [
    'children',
    '(not q.child and coalesce(p.adult_on <= g.day::date, false))',
    'true',
    'subject: a child’s',
  ],
  [
    'children told as grown',
    'coalesce(p.adult_on <= g.day::date, false)',
    'true',
    'subject: a child told',
  ],
  [
    'a child’s as anything',
    "and (i <> all(array['PHOTOGRAPH',",
    'and (i <> all(array[',
    'subject: a child’s',
  ],
  [
    'items refused',
    'or q.items is null or i = any(q.items))',
    'or true)',
    'subject: an item refused',
  ],
  [
    'beyond the page',
    'from seen where place <= asked_first group by',
    'from seen group by',
    'subject: beyond',
  ],
  ['numbers that are not asked', 'q.n = any(asked_numbers) and', '', 'subject: numbers'],
  [
    'any basis',
    "when 'VALID_PERMIT' then exists",
    "when 'VALID_PERMIT' then true or exists",
    'subject: what 3(1)(4)',
  ],
  [
    'names looked for anywhere',
    within('create function granted.admit(', 'set search_path = pg_catalog, pg_temp '),
    '',
    'catalog: functions',
  ],
  [
    'names looked for in what is temporary first',
    within('create function granted.consume(', 'pg_catalog, pg_temp'),
    'pg_temp, pg_catalog',
    'catalog: functions',
  ],
  [
    'a ticket with the asker’s rights',
    within('create function granted.admit(', 'security definer '),
    '',
    'ground: it stands',
  ],
];

const PROVISION = "when 'PROVISION' then";
const PROVISIONS: readonly WallMutation[] = [
  [
    'a provision that is drafted',
    within(PROVISION, "'SENT')"),
    "'SENT', 'DRAFT')",
    'provision: no draft',
  ],
  [
    'one that was received',
    within(PROVISION, "and v.side = 'PROVIDER' "),
    '',
    'provision: nor one',
  ],
  [
    'one that has ended',
    within(PROVISION, 'and v.keep_until > granted.clock()'),
    '',
    'provision: ended',
  ],
  [
    'one to anybody',
    within(PROVISION, "and c.content #>> '{provision,recipient}' = asked_authority"),
    '',
    'provision: to another',
  ],
  [
    'one for any purpose',
    within(PROVISION, "where c.content #>> '{provision,purpose}' = asked_purpose"),
    'where true',
    'provision: for another purpose',
  ],
  [
    'one of every item',
    within(PROVISION, "array(select jsonb_array_elements_text(s->'items')) as items"),
    'null::text[] as items',
    'provision: it stands',
  ],
  [
    'one of protected persons',
    within(PROVISION, 'not p.protected and not exists'),
    'not exists',
    'provision: of a protected',
  ],
  [
    'one of a child of whom nothing is said',
    within(PROVISION, "coalesce((a->>'child')::boolean, true)"),
    "coalesce((a->>'child')::boolean, false)",
    'provision: a photograph of whom',
  ],
  ['none at all', within(PROVISION, "in ('SIGNED', 'SENT')"), "in ('SIGNED')", 'provision: sent'],
];

export const WALL_MUTATIONS: readonly WallMutation[] = [
  ...PROVISIONS,
  ...PRIVILEGES,
  ...ROWS,
  ...TICKETS,
  ...ADMISSION,
];
