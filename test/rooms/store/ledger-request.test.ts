/** The request that an entry names, as PostgreSQL finds it in what is stored of a leaf. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEntry } from '../../../src/ledger/entry.js';
import { formatEntry } from '../../../src/ledger/entry-text.js';
import { closePool, openOwner, type Sql } from '../../../src/store/index.js';
import { cutLeaf } from '../../../src/store/ledger-frames.js';
import { requestIn } from '../../../src/store/schema/ledger.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { bodyOf, draftOf } from '../ledger/fixtures.js';

const ID = '7f3ad7f2-5d0c-4c0f-8a64-4d9a3a5f4b11';
const OTHER = '00000000-0000-4000-8000-000000000000';
const QUOTES = `"request":"${OTHER}"`;

let database: TestDatabase;
let owner: Sql;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
});
afterAll(async () => {
  await closePool(owner);
  await database.drop();
});

function leafOf(request: string | null, officer: string): string {
  const { asking } = draftOf();
  const facts = {
    origin: 'sorgu/AZ-SMS/KZ-MIA',
    time: 0,
    salt: Buffer.alloc(32),
    body: bodyOf(''),
  };
  return formatEntry(makeEntry(draftOf({ request, asking: { ...asking, officer } }), facts));
}

async function namesIn(text: string, id: string): Promise<boolean> {
  const found = await owner.unsafe(
    `select from (select $1::text as leaf) e where ${requestIn('leaf')} = $2::text || '"'`,
    [text, id],
  );
  return found.length === 1;
}

interface Case {
  readonly what: string;
  readonly request: string | null;
  readonly id: string;
  readonly found: boolean;
  readonly officer?: string;
}

describe('A-11.4 an entry is found by the request it names', () => {
  it.each<Case>([
    { what: 'its own', request: ID, id: ID, found: true },
    { what: 'another', request: ID, id: OTHER, found: false },
    { what: 'none', request: null, id: OTHER, found: false },
    { what: 'an empty one', request: '', id: OTHER, found: false },
    { what: 'one that goes on', request: `${ID}x`, id: ID, found: false },
    { what: 'one that is a part', request: ID.slice(0, -1), id: ID, found: false },
    { what: 'one of other letters', request: `\u0259${ID.slice(1)}`, id: ID, found: false },
    {
      what: 'its own, and an officer who is called another',
      ...{ request: ID, id: OTHER },
      found: false,
      officer: QUOTES,
    },
    {
      what: 'none, and an officer who is called one',
      ...{ request: null, id: OTHER },
      found: false,
      officer: QUOTES,
    },
    {
      what: 'its own behind such an officer',
      ...{ request: ID, id: ID },
      found: true,
      officer: QUOTES,
    },
  ])('$what: $found', async ({ request, id, found, officer = 'KZ-10442' }) => {
    const leaf = leafOf(request, officer);
    expect(await namesIn(leaf, id)).toBe(found);
    expect(await namesIn(cutLeaf(leaf)?.filling ?? '', id)).toBe(found);
  });
});
