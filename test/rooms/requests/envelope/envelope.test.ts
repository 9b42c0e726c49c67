/** The envelope as a partner may write it: every sound message is read, every mutated one is not, as its schema says. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '../../../../src/base/index.js';
import { ENVELOPE_SCHEMA } from '../../../../src/requests/envelope/envelope.js';
import {
  bytesDigest,
  type ChainRecord,
  DELIVERIES,
  type Envelope,
  envelopeBytes,
  type Message,
  type Move,
  type MoveKind,
  readEnvelope,
} from '../../../../src/requests/index.js';
import { ed25519Key, p256Key, signerOf } from '../../partner/workbench.js';
import { acceptsBySchema } from '../document/json-schema.js';
import { CASE, DAY, motion, NOON, Pair, soundMoves } from '../life/moves.js';

const moves = Object.values(soundMoves());
const recordOf = (move: Move): ChainRecord => ({
  number: 2,
  previous: 'ab'.repeat(32),
  request: CASE.request,
  motion: motion(move),
  at: NOON,
  state: 'RECEIVED',
});
const found = { fault: 'FORK', number: 1, record: 'ab'.repeat(32) } as const;
const messages: readonly Message[] = [
  { kind: 'REQUEST', head: CASE },
  ...moves.map((move): Message => ({ kind: 'INPUT', motion: motion(move) })),
  ...moves.map((move): Message => ({ kind: 'RECORD', record: recordOf(move) })),
  {
    kind: 'DECLINED',
    case: CASE.id,
    input: CASE.id,
    digest: CASE.request,
    fault: 'OTHER_QUESTION',
    state: 'CLOSED',
  },
  { kind: 'REPORT', case: CASE.id, found },
];
const around = (message: Message): Envelope => ({
  v: 1,
  id: '5f0c1a52-6f4e-4d65-9c43-0a1d5a2f7f10',
  from: 'KZ-MIA',
  to: 'AZ-SMS',
  sentAt: '2026-06-15T09:00:00.000Z',
  message,
  document: null,
  key: null,
  answer: null,
});
const whole = around({ kind: 'REQUEST', head: CASE });
// What is read is JSON: a type of ours says less than JSON does.
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const isRead = (value: unknown): boolean => readEnvelope(json(value)).envelope !== null;
const isInSchema = (value: unknown): boolean => acceptsBySchema(json(ENVELOPE_SCHEMA), json(value));

describe('A-8.1 A-10 an envelope', () => {
  test.each(messages.map((message) => ({ message, kind: kindOf(message) })))(
    'sound: $kind',
    ({ message }) => {
      const envelope = around(message);
      expect(readEnvelope(json(envelope))).toEqual({ envelope });
      expect(isInSchema(envelope)).toBe(true);
    },
  );

  test('whatever two gateways say to each other in a whole life is sound', () => {
    const lives: readonly (readonly MoveKind[])[] = [
      ['SIGN', 'SEND', 'ASK_CONFIRMATION', 'CONFIRM', 'ACCEPT', 'PARTLY_REFUSE', 'CLOSE'],
      ['SIGN', 'SEND', 'ASK_INFORMATION', 'INFORM', 'POSTPONE', 'RESUME', 'REFUSE', 'CLOSE'],
      ['SIGN', 'SEND', 'TELL_NOT_CONFIDENTIAL', 'PROCEED', 'TELL_DELAY', 'WITHDRAW'],
    ];
    for (const life of lives) {
      const said: Message[] = [];
      const pair = new (class extends Pair {
        override carry(message: Message, now?: number): void {
          said.push(message);
          super.carry(message, now);
        }
      })();
      pair.through(life);
      expect(said.length).toBeGreaterThan(life.length);
      expect(said.filter((message) => !isRead(around(message)))).toEqual([]);
    }
  });

  test('documents, keys of both kinds and packages', () => {
    for (const key of [ed25519Key(1), p256Key()]) {
      const { publicJwk } = signerOf(key);
      expect(isRead({ ...whole, document: 'aa.bb.cc', key: publicJwk })).toBe(true);
      expect(isRead({ ...whole, key: { ...publicJwk, d: 'secret' } })).toBe(false);
      expect(isRead({ ...whole, key: { ...publicJwk, kty: 'oct' } })).toBe(false);
    }
    expect(isRead({ ...whole, answer: 'a.b.c.d.e' })).toBe(true);
    for (const answer of ['', 'a', 'a b.c', 'a.b=', 'ä.b', 'a.b\n', 1]) {
      expect(isRead({ ...whole, answer })).toBe(false);
    }
  });

  const altered: readonly (readonly [string, object])[] = [
    ['another version', { v: 2 }],
    ['an id in capitals', { id: whole.id.toUpperCase() }],
    ['an id of another version', { id: whole.id.replace('4d65', '1d65') }],
    ['an authority with a path', { from: '../KZ' }],
    ['a local time', { sentAt: '2026-06-15T09:00:00+04:00' }],
    ['a day that is none', { sentAt: '2026-02-30T09:00:00.000Z' }],
    ['a member too many', { secret: 1 }],
    ['no message', { message: null }],
    ['a message of no kind', { message: { kind: 'HELLO' } }],
    ['a list for a message', { message: [] }],
    ['a message that is two', { message: { ...whole.message, case: CASE.id } }],
  ];
  test.each(altered)('not read: %s', (_, change) => {
    expect(isRead({ ...whole, ...change })).toBe(false);
    expect(isInSchema({ ...whole, ...change })).toBe(false);
  });

  const spoiled: readonly (readonly [string, unknown])[] = [
    ['an unknown move', { kind: 'OPEN' }],
    ['a prototype for a move', JSON.parse('{"kind":"ACCEPT","__proto__":{"kind":"ANSWER"}}')],
    ['a move with more than it says', { kind: 'ACCEPT', question: 1 }],
    ['a text with a control character', { kind: 'CONFIRM', question: 2, text: 'a\u0000b' }],
    ['a text that turns round', { kind: 'CONFIRM', question: 2, text: 'a\u202eb' }],
    ['a text without end', { kind: 'CONFIRM', question: 2, text: 'a'.repeat(4001) }],
    ['a question of number 0', { kind: 'PROCEED', question: 0 }],
    ['an instant with a fraction', { ...soundMoves().POSTPONE, reviewAt: NOON + 0.5 }],
    ['an instant before all', { ...soundMoves().POSTPONE, reviewAt: -1 }],
    [
      'a receipt from which no day can be counted',
      { ...soundMoves().RECEIVE, receivedAt: 253_402_300_799_999 },
    ],
    [
      'an item that no list has',
      {
        ...soundMoves().REFUSE,
        outcomes: [{ n: 1, items: [{ item: 'DNA', outcome: 'DISCLOSED' }] }],
      },
    ],
    [
      'a ground that is none',
      {
        ...soundMoves().REFUSE,
        outcomes: [
          { n: 1, items: [{ item: 'SEX', outcome: 'REFUSED', grounds: ['BUSY'], text: 'x' }] },
        ],
      },
    ],
    [
      'a disclosed item with a value',
      {
        ...soundMoves().ANSWER,
        outcomes: [{ n: 1, items: [{ item: 'SEX', outcome: 'DISCLOSED', value: 'MALE' }] }],
      },
    ],
  ];
  test.each(spoiled)('not read: %s', (_, move) => {
    const message = { kind: 'INPUT', motion: { ...motion({ kind: 'ACCEPT' }), move } };
    expect(isRead({ ...whole, message })).toBe(false);
    expect(isInSchema({ ...whole, message })).toBe(false);
  });

  test('a mover is a role of the table and a service number, never a name', () => {
    const of = (by: object) => {
      const made = motion({ kind: 'ACCEPT' });
      return isRead({
        ...whole,
        message: { kind: 'INPUT', motion: { ...made, by: { ...made.by, ...by } } },
      });
    };
    expect(of({})).toBe(true);
    for (const by of [
      { officer: 'Иванов И.' },
      { officer: '' },
      { officer: 'a b' },
      { role: 'AUDITOR' },
      { side: 'BOTH' },
    ]) {
      expect(of(by)).toBe(false);
    }
  });

  test('a mutated envelope is read where the schema, read by itself, takes it, and nowhere else', () => {
    const odd: fc.Arbitrary<Json> = fc.oneof(
      fc.constantFrom<Json>(
        null,
        true,
        0,
        -1,
        1,
        1.5,
        1e300,
        '',
        'x',
        '2026',
        [],
        {},
        'KZ-MIA',
        'ACCEPT',
        NOON + DAY,
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...messages),
        fc.nat(),
        fc.nat(2),
        odd,
        (...[message, at, how, value]) => {
          const envelope = json(around(message));
          const mutated = mutate(envelope, { at, how, value });
          const isSame = canonicalJson(mutated) === canonicalJson(envelope);
          expect(isRead(mutated)).toBe(isInSchema(mutated));
          if (isSame) expect(isRead(mutated)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('never throws, and its faults quote nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readEnvelope(value as Json);
        if (read.envelope !== null) return;
        for (const { code, at } of read.faults)
          expect(`${code} ${at}`).toMatch(/^[A-Z_]+ [A-Za-z.*[\]0-9]*$/);
      }),
    );
  });

  test('its bytes are canonical, its digest that of its bytes, and the emitted schema is this one', () => {
    expect(Buffer.from(envelopeBytes(whole)).toString()).toBe(canonicalJson(whole));
    expect(bytesDigest(Buffer.from(''))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    const emitted = JSON.parse(
      readFileSync(
        new URL('../../../../schema/messages/envelope.schema.json', import.meta.url),
        'utf8',
      ),
    );
    expect(emitted).toMatchObject(json(ENVELOPE_SCHEMA) as object);
    expect(DELIVERIES).toHaveLength(7);
  });
});

function kindOf(message: Message): string {
  switch (message.kind) {
    case 'INPUT':
      return `INPUT ${message.motion.move.kind}`;
    case 'RECORD':
      return `RECORD ${message.record.motion.move.kind}`;
    default:
      return message.kind;
  }
}

type Mutation = { readonly at: number; readonly how: number; readonly value: Json };

/** The value with one of its places left out, put anew, or given a member more. */
function mutate(value: Json, { at, how, value: odd }: Mutation): Json {
  const copy = structuredClone(value) as Json;
  const places = placesIn(copy);
  const place = places[at % places.length];
  if (place === undefined) return copy;
  const [owner, name] = place;
  if (how === 0 && !Array.isArray(owner)) delete owner[name];
  else if (how === 1 && !Array.isArray(owner)) owner[`${name}x`] = odd;
  else owner[name] = odd;
  return copy;
}

type Owner = { [name: string]: Json };

function placesIn(value: Json): readonly (readonly [Owner, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Owner;
  return Object.keys(owner).flatMap((name) => [
    [owner, name] as const,
    ...placesIn(owner[name] ?? null),
  ]);
}
