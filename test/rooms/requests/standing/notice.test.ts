import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../../../src/base/index.js';
import {
  isAgreed,
  isRevoked,
  listDigest,
  MESSAGE_SCHEMAS,
  messageKeysAt,
  type NoticeOfChange,
  noticeDigest,
  readNotice,
  readNoticeReceipt,
  receiveNotice,
  type Standing,
  signatoryAt,
} from '../../../../src/requests/index.js';
import type { Change } from '../../../../src/requests/standing/notice.js';
import { acceptsBySchema } from '../document/json-schema.js';
import {
  at,
  head,
  kidOf,
  labour,
  letterhead,
  listed,
  ministry,
  START,
  since,
  standing,
} from './lists.js';

const T = '2026-07-01T00:00:00.000Z';
const RECEIVED = at('2026-06-20T10:00:00.000Z');
const successor = { ...head, id: 'successor', name: 'Примеров О. О.', kid: kidOf('successor') };
const key = {
  register: 'MESSAGE_KEY',
  authority: 'KZ-MIA',
  kid: kidOf('gateway'),
  use: 'SIGNATURE',
} as const;
const end = (fact: { id: string; kid: string; authority: string }): Change => ({
  change: 'ENDED',
  register: 'SIGNATORY',
  key: `${fact.authority} ${fact.id} ${fact.kid}`,
});

/** A notice of the ministry, with the digest that its own list then has. */
function noticeOf(
  changes: readonly Change[],
  change: Partial<NoticeOfChange> = {},
): NoticeOfChange {
  const notice: NoticeOfChange = {
    v: 1,
    kind: 'NOTICE_OF_CHANGE',
    id: '5d9b3f6e-3c53-4d0c-9a54-5d1c6f0f9a12',
    occasion: 'CHANGE',
    from: 'KZ-MIA',
    to: 'AZ-SMS',
    note: 'Нота 17/2026',
    effectiveFrom: T,
    changes,
    list: '0'.repeat(64),
    writtenAt: '2026-06-20T09:00:00.000Z',
    ...change,
  };
  // The sender makes its own changes first, at another time than the receiver.
  const own = receiveNotice(standing, notice, RECEIVED - 3_600_000);
  return { ...notice, list: own.receipt.list };
}

const succession = noticeOf([end(head), { change: 'RECORDED', fact: successor, validUntil: null }]);

describe('notices of change', () => {
  it('A-9.4 a change is made from its effective time on, and both sides have the same list', () => {
    const { standing: after, faults, receipt } = receiveNotice(standing, succession, RECEIVED);
    const signs = (kid: string, validAt: number) =>
      signatoryAt(after, kid, { validAt, knownAt: RECEIVED })?.id;
    expect(faults).toEqual([]);
    expect(isAgreed(succession, receipt)).toBe(true);
    expect([signs(head.kid, at(T) - 1), signs(head.kid, at(T))]).toEqual(['head', undefined]);
    expect([signs(successor.kid, at(T) - 1), signs(successor.kid, at(T))]).toEqual([
      undefined,
      'successor',
    ]);
    expect(after.at(-1)).toMatchObject({ recordedAt: RECEIVED, note: 'Нота 17/2026' });
  });

  it('A-9.3b the first list is noted as received', () => {
    const list = noticeOf([{ change: 'RECORDED', fact: head, validUntil: null }], {
      occasion: 'LIST',
    });
    const { standing: after } = receiveNotice([], list, RECEIVED);
    expect(after.map(({ fact }) => fact.register)).toEqual(['LIST_RECEIVED', 'SIGNATORY']);
    expect(
      receiveNotice([], succession, RECEIVED).standing.map(({ fact }) => fact.register),
    ).toEqual(['SIGNATORY']);
  });

  const foreign: Change = {
    change: 'RECORDED',
    fact: { ...head, authority: 'AZ-SMS' },
    validUntil: null,
  };
  const nobodys: Change = {
    change: 'RECORDED',
    fact: { ...head, authority: 'KZ-KNB' },
    validUntil: null,
  };
  const ours = since(START, [{ ...head, authority: 'AZ-SMS' }], standing);
  test.each<{ what: string; changes: readonly Change[]; on?: Standing; code: string }>([
    { what: 'a signatory of ours', changes: [foreign], code: 'FOREIGN_FACT' },
    { what: 'a signatory of a body that nobody names', changes: [nobodys], code: 'FOREIGN_FACT' },
    {
      what: 'the end of a signatory of ours',
      changes: [end({ ...head, authority: 'AZ-SMS' })],
      on: ours,
      code: 'FOREIGN_FACT',
    },
    { what: 'the end of what is not there', changes: [end(successor)], code: 'NOTHING_TO_END' },
  ])('$what is not made: $code', ({ changes, on = standing, code }) => {
    const { standing: after, faults } = receiveNotice(on, noticeOf(changes), RECEIVED);
    expect(faults).toContainEqual({ code, at: 'changes[0]' });
    expect(after).toEqual(on);
  });

  it('is nobody’s to send whom no instrument names', () => {
    const { standing: after, faults } = receiveNotice(
      standing,
      noticeOf([nobodys], { from: 'KZ-KNB' }),
      RECEIVED,
    );
    expect(faults).toEqual([{ code: 'FOREIGN_FACT', at: 'changes[0]' }]);
    expect(after).toEqual(standing);
  });

  it('tells where the lists of both sides differ, and the receipt shows it', () => {
    const forgotten = since(START, [ministry, head]);
    const { faults, receipt } = receiveNotice(forgotten, succession, RECEIVED);
    expect(faults).toEqual([{ code: 'LISTS_DIFFER' }]);
    expect(isAgreed(succession, receipt)).toBe(false);
  });

  it('takes no receipt for another notice', () => {
    const { receipt } = receiveNotice(standing, succession, RECEIVED);
    expect(isAgreed(noticeOf(succession.changes, { note: null }), receipt)).toBe(false);
    expect(
      isAgreed(succession, { ...receipt, notice: '5d9b3f6e-3c53-4d0c-9a54-5d1c6f0f9a13' }),
    ).toBe(false);
    expect(receipt.digest).toBe(noticeDigest(succession));
  });

  it('received twice changes nothing that is said', () => {
    const once = receiveNotice(standing, succession, RECEIVED);
    const twice = receiveNotice(once.standing, succession, RECEIVED + 1);
    expect(twice.receipt.list).toBe(once.receipt.list);
  });
});

describe('the digest of a list', () => {
  const moment = { validAt: START + 1, knownAt: START + 1 };
  const ofMinistry = listDigest(standing, 'KAZ', moment);

  it('does not depend on the order of records, on notes, or on when each side recorded', () => {
    const turned = [...standing]
      .reverse()
      .map((record) => ({ ...record, note: 'other', recordedAt: 0 }));
    expect(listDigest(turned, 'KAZ', moment)).toBe(ofMinistry);
  });

  it.each([
    { what: 'a signatory more', on: since(START, [successor], standing) },
    {
      what: 'another letterhead',
      on: since(START, [{ ...letterhead, sha256: 'c'.repeat(64) }], standing),
    },
    { what: 'another scope', on: since(START, [{ ...listed, instruments: [] }], standing) },
  ])('differs with $what', ({ on }) => {
    expect(listDigest(on, 'KAZ', moment)).not.toBe(ofMinistry);
  });

  it('is of one Party alone', () => {
    const on = since(START, [{ ...head, authority: 'AZ-SMS' }], standing);
    expect(listDigest(on, 'KAZ', moment)).toBe(ofMinistry);
    expect(listDigest(on, 'AZE', moment)).not.toBe(listDigest(standing, 'AZE', moment));
  });
});

describe('the keys of a gateway', () => {
  const next = { ...key, kid: kidOf('next') };
  const rotated = since(at(T), [next], since(START, [key], standing));
  const kids = (on: Standing, now: number) => messageKeysAt(on, key, now).map(({ kid }) => kid);

  it('overlap while one follows the other', () => {
    expect(kids(rotated, at(T) - 1)).toEqual([key.kid]);
    expect(kids(rotated, at(T))).toEqual([key.kid, next.kid]);
  });

  it('are for one use and one authority', () => {
    expect(messageKeysAt(rotated, { ...key, use: 'ENCRYPTION' }, at(T))).toEqual([]);
    expect(messageKeysAt(rotated, { ...key, authority: 'KZ-MLSPP' }, at(T))).toEqual([]);
  });

  it('revoked, are good for no message from the moment we know, whatever the notice says of its effect', () => {
    const fact = { register: 'REVOCATION', authority: 'KZ-MIA', kid: key.kid } as const;
    const notice = noticeOf([{ change: 'RECORDED', fact, validUntil: null }]);
    const { standing: after } = receiveNotice(rotated, notice, RECEIVED);
    expect(RECEIVED).toBeLessThan(at(T));
    expect(kids(after, RECEIVED - 1)).toEqual([key.kid]);
    expect(kids(after, RECEIVED)).toEqual([]);
    expect(isRevoked(after, key, RECEIVED)).toBe(true);
  });

  it('stay revoked: no notice ends that', () => {
    const change = { change: 'ENDED', register: 'REVOCATION', key: `KZ-MIA ${key.kid}` };
    expect(readNotice({ ...succession, changes: [change as unknown as Json] }).message).toBeNull();
  });
});

describe('the messages', () => {
  const facts = [
    ministry,
    labour,
    head,
    letterhead,
    key,
    { register: 'REVOCATION', authority: 'KZ-MIA', kid: key.kid },
    {
      register: 'CONTACT_POINT',
      id: 'c1',
      authority: 'BE-IO',
      name: 'Desk',
      unit: null,
      address: 'Brussels',
      telephone: '+32 2 123 45 67',
      email: null,
      duties: ['MONITORING'],
    },
  ] as const;
  const full = noticeOf(facts.map((fact) => ({ change: 'RECORDED', fact, validUntil: T })));
  const { receipt } = receiveNotice(standing, full, RECEIVED);

  it('are read as they are written', () => {
    expect(readNotice(full)).toEqual({ message: full });
    expect(readNotice(succession)).toEqual({ message: succession });
    expect(readNoticeReceipt(receipt)).toEqual({ message: receipt });
  });

  test.each<{ what: string; json: Json; code: string; at: string }>([
    {
      what: 'a list of ours',
      json: {
        ...full,
        changes: [
          {
            change: 'RECORDED',
            fact: { register: 'LIST_RECEIVED', authority: 'KZ-MIA', digest: 'a'.repeat(64) },
            validUntil: null,
          },
        ],
      },
      code: 'WRONG_CODE',
      at: 'changes[0].fact.register',
    },
    {
      what: 'a kid that is no thumbprint',
      json: {
        ...full,
        changes: [
          { change: 'RECORDED', fact: { ...head, kid: `${'A'.repeat(42)}B` }, validUntil: null },
        ],
      },
      code: 'WRONG_FORM',
      at: 'changes[0].fact.kid',
    },
    {
      what: 'an office that is none',
      json: {
        ...full,
        changes: [{ change: 'RECORDED', fact: { ...head, office: 'KING' }, validUntil: null }],
      },
      code: 'WRONG_CODE',
      at: 'changes[0].fact.office',
    },
    {
      what: 'a flag that is a word',
      json: {
        ...full,
        changes: [
          { change: 'RECORDED', fact: { ...ministry, coordinates: 'yes' }, validUntil: null },
        ],
      },
      code: 'WRONG_TYPE',
      at: 'changes[0].fact.coordinates',
    },
    {
      what: '1001 changes',
      json: { ...full, changes: Array.from({ length: 1001 }, () => null) },
      code: 'TOO_MANY',
      at: 'changes',
    },
  ])('$what: $code', ({ json, code, at: place }) => {
    const reading = readNotice(json);
    expect(reading.message === null && reading.faults).toContainEqual({ code, at: place });
  });

  it('are read exactly as their schemas say', () => {
    const schemaOf = (file: string): Json => JSON.parse(MESSAGE_SCHEMAS[file] ?? '{}');
    const acceptsFlag = (value: Json) =>
      acceptsBySchema(schemaOf('notice-of-change.schema.json'), value);
    const members = fc.constantFrom(...Object.keys(full), 'secret');
    const values = fc.oneof(
      fc.jsonValue().map((value) => value as Json),
      fc.constantFrom<Json>(T, 'LIST', [], [{}], [full.changes[0] ?? null]),
    );
    fc.assert(
      fc.property(members, values, (member, value) => {
        const json = { ...full, [member]: value };
        expect(readNotice(json).message !== null).toBe(acceptsFlag(json));
      }),
    );
    const factMembers = fc.tuple(
      fc.nat(facts.length - 1),
      fc.constantFrom('authority', 'kid', 'coordinates', 'duties', 'name', 'register'),
      values,
    );
    fc.assert(
      fc.property(factMembers, ([which, member, value]) => {
        const fact = { ...facts[which], [member]: value };
        const json = { ...full, changes: [{ change: 'RECORDED', fact, validUntil: null }] };
        expect(readNotice(json).message !== null).toBe(acceptsFlag(json));
      }),
    );
  });
});
