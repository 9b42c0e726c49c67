/** B-5 A notice of change: written, signed and sent by its operator, recorded by the partner's gateway. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson, type MessageSigner, systemIds } from '../../../src/base/index.js';
import { listNotices, sendNotice, writeNotice } from '../../../src/cli/index.js';
import { releaseNotices, sendMail } from '../../../src/exchange/index.js';
import { openNotice, type PartnerTransport, signDocument } from '../../../src/partner/index.js';
import {
  contactPointsAt,
  type Envelope,
  historyOf,
  listDigest,
  type NoticeOfChange,
  nameAt,
  noticeDigest,
  signatoryAt,
} from '../../../src/requests/index.js';
import { AUTHORITIES } from '../../../src/treaty/index.js';
import { makeDataDir } from '../../support/data-dir.js';
import { listen } from '../cli/desk.js';
import { ed25519Key, signerOf } from '../partner/workbench.js';
import {
  DAY,
  envelopeOf,
  headFact,
  openStage,
  post,
  type Stage,
  take,
  told,
  uuid,
} from './stage.js';

let stage: Stage;
let dir: string;
beforeAll(async () => {
  stage = await openStage();
  dir = await makeDataDir();
});
afterAll(async () => {
  await stage.close();
  await rm(dir, { recursive: true, force: true });
});

type Facts = Pick<NoticeOfChange, 'changes'> & Partial<NoticeOfChange>;
const recorded = (
  fact: Extract<NoticeOfChange['changes'][number], { change: 'RECORDED' }>['fact'],
) => ({ change: 'RECORDED', fact, validUntil: null }) as const;
const contact = (name: string) =>
  recorded({
    ...{ register: 'CONTACT_POINT', id: 'one', authority: 'AZ-SMS', name },
    ...{ address: 'Baku', duties: ['COMMUNICATION'] },
    ...{ unit: null, telephone: null, email: 'contact@example.org' },
  });

async function fileOf(json: unknown): Promise<string> {
  const path = join(dir, `${uuid()}.json`);
  await writeFile(path, JSON.stringify(json));
  return path;
}

/** `sorgu lists write` at Baku: the notice, or what was said. */
async function write({ changes, ...told }: Facts) {
  const voice = listen();
  const now = stage.clock.now();
  const file = await fileOf({
    ...{ occasion: 'CHANGE', from: 'AZ-SMS', effectiveFrom: new Date(now).toISOString() },
    ...told,
    changes,
  });
  const standing = await stage.az.standings.all();
  const readKey = () => ({ fault: 'KEY_FORM' });
  const code = await writeNotice(
    { file, own: 'AZ-SMS', to: 'KZ-MIA', note: null, now, ids: systemIds, standing, readKey },
    voice,
  );
  return { code, said: voice.said, text: voice.written.join('') };
}

/** `sorgu lists send` at Baku. */
async function send(text: string, by: MessageSigner = stage.az.signer) {
  const voice = listen();
  const jws = await signDocument('notice', Buffer.from(text.trim()), by);
  const code = await sendNotice(
    {
      ...{ file: await fileOf({ jws, key: by.publicJwk }), own: 'AZ-SMS', open: openNotice },
      ...{ now: stage.clock.now(), ids: systemIds },
      ...{ standings: stage.az.standings, notices: stage.az.rooms.notices },
    },
    voice,
  );
  return { code, said: voice.said };
}

/** The wire from Baku to Astana. */
const transport: PartnerTransport = {
  async send(_to, body) {
    const reply = await take(stage.kz, 'AZ-SMS', body);
    return reply.receipt === null
      ? { outcome: 'REFUSED', code: 'MAIL_REFUSED' }
      : { outcome: 'DELIVERED', receipt: reply.receipt };
  },
  close: () => undefined,
};

/** Lets go what may go, and sends it; how many went. */
async function deliver(): Promise<number> {
  await releaseNotices(stage.az.rooms);
  let sent = 0;
  while (stage.az.going.length > 0) {
    for (const id of stage.az.going.splice(0)) {
      await sendMail(stage.az.rooms, transport, id);
      sent += 1;
    }
  }
  return sent;
}

async function states(): Promise<readonly string[]> {
  const voice = listen();
  await listNotices({ notices: stage.az.rooms.notices }, voice);
  return voice.written;
}

const digests = async () => {
  const now = stage.clock.now();
  const of = async (side: Stage['az']) =>
    listDigest(await side.standings.all(), 'AZE', { validAt: now, knownAt: now });
  return [await of(stage.az), await of(stage.kz)];
};

describe('A-9.4 a notice from one gateway to the other', () => {
  test('signatory, letterhead, name and contact point are recorded there, and the lists agree', async () => {
    const successor = signerOf(ed25519Key(76));
    const before = stage.clock.now();
    stage.clock.at += DAY;
    const now = stage.clock.now();
    const name = { ...AUTHORITIES['AZ-SMS'].name, ru: 'Служба миграции' };
    const { code, text } = await write({
      effectiveFrom: new Date(now - 1000).toISOString(),
      changes: [
        recorded({ ...headFact(successor.kid, 'AZ-SMS'), id: 'deputy', office: 'DEPUTY' }),
        recorded({
          register: 'LETTERHEAD',
          authority: 'AZ-SMS',
          version: '2026-2',
          sha256: 'cd'.repeat(32),
        }),
        recorded({
          register: 'AUTHORITY',
          authority: 'AZ-SMS',
          name,
          functions: 'Миграция',
          coordinates: true,
        }),
        contact('Отдел связи'),
      ],
    });
    expect(code).toBe(0);
    expect(await send(text)).toMatchObject({ code: 0 });
    expect(await states()).toEqual([expect.stringContaining('WAITING')]);
    expect(await deliver()).toBe(1);
    expect(await states()).toEqual([expect.stringContaining('AGREED')]);
    const there = await stage.kz.standings.all();
    const at = { validAt: now, knownAt: now };
    const ofName = { authority: 'AZ-SMS', language: 'ru' } as const;
    expect(signatoryAt(there, successor.kid, at)?.office).toBe('DEPUTY');
    expect(nameAt(there, ofName, at)).toBe('Служба миграции');
    // Effective time and recorded time are both kept: what was true and known before is still told.
    expect(nameAt(there, ofName, { validAt: before, knownAt: now })).toBe(
      AUTHORITIES['AZ-SMS'].name.ru,
    );
    expect(nameAt(there, ofName, { validAt: now, knownAt: now - 1 })).toBe(
      AUTHORITIES['AZ-SMS'].name.ru,
    );
    expect(contactPointsAt(there, 'AZ-SMS', at)).toHaveLength(1);
    const [here, other] = await digests();
    expect(here).toBe(other);
  });

  test('both ledgers hold it before it counts, and the receipt is the partner’s', async () => {
    const before = { az: stage.az.sealed.length, kz: stage.kz.sealed.length };
    stage.clock.at += 1000;
    const { text } = await write({ changes: [contact('Отдел связи и обмена')] });
    await send(text);
    expect(stage.az.sealed.length).toBe(before.az);
    await deliver();
    for (const [side, log] of [
      ['az', 'KZ-MIA'],
      ['kz', 'AZ-SMS'],
    ] as const) {
      const entries = stage[side].sealed.slice(before[side]);
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({ log, outcome: 'MOVED', clauses: ['9(4)'] });
    }
    const notice = JSON.parse(text);
    const kept = await stage.az.rooms.notices.load(notice);
    expect(JSON.parse(kept?.receipt ?? '')).toMatchObject({
      notice: notice.id,
      digest: noticeDigest(notice),
      list: notice.list,
    });
  });

  test('two go one after the other: the second leaves when the first was judged', async () => {
    stage.clock.at += 1000;
    const first = await write({ changes: [contact('Первый')] });
    await send(first.text);
    stage.clock.at += 1000;
    const second = await write({ changes: [contact('Второй')] });
    await send(second.text);
    await releaseNotices(stage.az.rooms);
    await releaseNotices(stage.az.rooms);
    expect(stage.az.going).toHaveLength(1);
    expect(await deliver()).toBe(2);
    expect((await states()).slice(0, 2)).toEqual([
      expect.stringContaining('AGREED'),
      expect.stringContaining('AGREED'),
    ]);
    const now = stage.clock.now();
    const at = { validAt: now, knownAt: now };
    const points = contactPointsAt(await stage.kz.standings.all(), 'AZ-SMS', at);
    expect(points.map(({ name }) => name)).toEqual(['Второй']);
  });

  test('A-9.3b sent twice it is one; where the lists differ, both digests are shown', async () => {
    stage.clock.at += 1000;
    // Told by hand at Astana and nowhere else: from here on the lists are not the same.
    const stray = {
      register: 'LETTERHEAD',
      authority: 'AZ-SMS',
      version: 'x',
      sha256: 'ab'.repeat(32),
    };
    await stage.kz.standings.change('AZ-SMS', (standing) => [
      ...standing,
      {
        fact: stray as never,
        ...{ validFrom: 0, validUntil: stage.clock.at + DAY, recordedAt: stage.clock.at },
        ...{ withdrawnAt: null, note: 'note' },
      },
    ]);
    const { text } = await write({ changes: [contact('Третий')] });
    expect((await send(text)).code).toBe(0);
    expect(await send(text)).toMatchObject({ code: 1, said: [expect.stringContaining('before')] });
    expect(await deliver()).toBe(1);
    expect((await states())[0]).toMatch(/DIFFERS there [0-9a-f]{64}/);
    stage.clock.at += 2 * DAY;
  });
});

describe('A-9.4 what is not written or not sent', () => {
  test.each([
    [
      'of the other Party',
      [recorded({ register: 'REVOCATION', authority: 'KZ-MIA', kid: 'A'.repeat(43) })],
      'FOREIGN_FACT at changes',
    ],
    [
      'that ends what is not there',
      [{ change: 'ENDED', register: 'LETTERHEAD', key: 'AZ-SMS none' }],
      'NOTHING_TO_END at changes',
    ],
    [
      'of a gateway’s key',
      [
        recorded({
          register: 'MESSAGE_KEY',
          authority: 'AZ-SMS',
          kid: 'A'.repeat(43),
          use: 'SIGNATURE',
        }),
      ],
      'KEY_NOT_BY_NOTICE at changes',
    ],
  ] as const)('a notice %s', async (_what, changes, line) => {
    const { code, said, text } = await write({ changes });
    expect([code, said[0], text]).toEqual([1, line, '']);
  });

  test('in another authority’s name', async () => {
    const { code, said } = await write({ from: 'KZ-MIA', changes: [contact('Чужой')] });
    expect([code, said[0]]).toEqual([1, 'FOREIGN_FACT at from']);
  });

  test('signed by a key that is not on the list, or with a list that is no longer ours', async () => {
    stage.clock.at += 1000;
    const { text } = await write({ changes: [contact('Четвёртый')] });
    const stranger = signerOf(ed25519Key(99));
    expect(await send(text, stranger)).toMatchObject({
      code: 1,
      said: ['SIGNATORY_UNKNOWN', expect.any(String)],
    });
    const altered = canonicalJson({ ...JSON.parse(text), list: '0'.repeat(64) });
    expect(await send(altered)).toMatchObject({
      code: 1,
      said: ['LISTS_DIFFER at list', expect.any(String)],
    });
    expect(await deliver()).toBe(0);
  });
});

const notice = (change: Partial<NoticeOfChange> = {}): NoticeOfChange => ({
  ...{
    v: 1,
    kind: 'NOTICE_OF_CHANGE',
    id: uuid(),
    occasion: 'CHANGE',
    from: 'KZ-MIA',
    to: 'AZ-SMS',
  },
  ...{ note: null, effectiveFrom: at(), list: '0'.repeat(64), writtenAt: at() },
  changes: [
    recorded({
      ...{ register: 'CONTACT_POINT', id: 'one', authority: 'KZ-MIA', name: 'Астана' },
      ...{ address: 'Астана', duties: ['MONITORING'] },
      ...{ unit: null, telephone: null, email: 'a@example.org' },
    }),
  ],
  ...change,
});
const at = () => new Date(stage.clock.now()).toISOString();

async function brought(told: NoticeOfChange, by: MessageSigner = stage.head): Promise<Envelope> {
  return envelopeOf(
    { kind: 'NOTICE', id: told.id, digest: noticeDigest(told) },
    {
      document: await signDocument('notice', Buffer.from(canonicalJson(told)), by),
      key: by.publicJwk,
    },
  );
}
const arrive = async (told: NoticeOfChange, by?: MessageSigner) =>
  post(stage, await brought(told, by));
const recordsAtBaku = async () => JSON.stringify(await stage.az.standings.load('KZ-MIA'));

describe('A-9.4 what a partner’s gateway may do', () => {
  test('the same notice again changes nothing and gets the same receipt, in any envelope', async () => {
    stage.clock.at += 1000;
    const one = notice();
    const envelope = await brought(one);
    const body = await stage.kz.rooms.post.write(canonicalJson(envelope));
    const first = await take(stage.az, 'KZ-MIA', body);
    expect(told(first)).toEqual({ delivery: 'TAKEN', code: null });
    const before = await recordsAtBaku();
    stage.clock.at += 1000;
    expect(await take(stage.az, 'KZ-MIA', body)).toEqual(first);
    expect(await arrive(one)).toEqual({ delivery: 'DUPLICATE', code: null });
    expect(await arrive({ ...one, note: 'другое' })).toEqual({ delivery: 'CONFLICT', code: null });
    expect(await recordsAtBaku()).toBe(before);
  });

  test('a stale one changes nothing', async () => {
    stage.clock.at += 1000;
    const old = notice();
    stage.clock.at += 1000;
    expect(await arrive(notice())).toEqual({ delivery: 'TAKEN', code: null });
    const before = await recordsAtBaku();
    expect(await arrive(old)).toEqual({ delivery: 'MISDIRECTED', code: 'NOTICE_STALE' });
    expect(await recordsAtBaku()).toBe(before);
    // A date ahead of ours does not make what follows stale.
    expect((await arrive(notice({ writtenAt: '2990-01-01T00:00:00.000Z' }))).delivery).toBe(
      'TAKEN',
    );
    stage.clock.at += 1000;
    expect((await arrive(notice())).delivery).toBe('TAKEN');
  });

  test.each([
    [
      'our own facts',
      { changes: [{ change: 'ENDED', register: 'SIGNATORY', key: 'AZ-SMS head x' }] },
      'FOREIGN_FACT',
    ],
    [
      'our revocation',
      { changes: [recorded({ register: 'REVOCATION', authority: 'AZ-SMS', kid: 'A'.repeat(43) })] },
      'FOREIGN_FACT',
    ],
    [
      'a third state’s',
      { changes: [recorded({ register: 'REVOCATION', authority: 'BE-IO', kid: 'A'.repeat(43) })] },
      'FOREIGN_FACT',
    ],
    [
      'an end of nothing',
      { changes: [{ change: 'ENDED', register: 'LETTERHEAD', key: 'KZ-MIA none' }] },
      'NOTHING_TO_END',
    ],
    [
      'a key of its gateway',
      {
        changes: [
          recorded({
            register: 'MESSAGE_KEY',
            authority: 'KZ-MIA',
            kid: 'A'.repeat(43),
            use: 'SIGNATURE',
          }),
        ],
      },
      'KEY_NOT_BY_NOTICE',
    ],
  ] as const)(
    'with a lawful change beside %s: nothing of it is recorded',
    async (_what, { changes }, code) => {
      stage.clock.at += 1000;
      const before = await recordsAtBaku();
      const mixed = notice({ changes: [...notice().changes, ...changes] });
      const refused = await arrive(mixed);
      expect(refused.delivery).toBe('MISDIRECTED');
      expect(refused.code).toBe(code);
      expect(await recordsAtBaku()).toBe(before);
    },
  );

  test('A-9.3a a gateway cannot put a signatory on the list by its own key', async () => {
    stage.clock.at += 1000;
    const before = await recordsAtBaku();
    const forged = notice({
      changes: [recorded({ ...headFact(stage.kz.signer.kid), id: 'gateway' })],
    });
    const waits = { delivery: 'LATER', code: 'SIGNATORY_NOT_LISTED' };
    expect(await arrive(forged, stage.kz.signer)).toEqual(waits);
    expect(await recordsAtBaku()).toBe(before);
  });

  test('of another document than it says, or to another authority', async () => {
    stage.clock.at += 1000;
    const one = notice();
    const other = await brought(notice());
    const mixed = { ...(await brought(one)), document: other.document };
    const refused = { delivery: 'MISDIRECTED', code: 'DOCUMENT_DIFFERS' };
    expect(await post(stage, mixed)).toEqual(refused);
    expect(await arrive(notice({ to: 'BE-IO' }))).toEqual(refused);
    expect(await arrive(notice({ from: 'AZ-SMS' }), stage.az.signer)).toEqual(refused);
  });

  test('A-11.4 cut off after it was recorded, it is recorded once and answered when it comes again', async () => {
    stage.clock.at += 1000;
    const envelope = await brought(notice({ occasion: 'LIST', note: 'нота 9' }));
    const { notices } = stage.az.rooms;
    const keep = notices.keep;
    notices.keep = async () => {
      throw new Error('ended');
    };
    await expect(post(stage, envelope)).rejects.toThrow('ended');
    notices.keep = keep;
    const before = await recordsAtBaku();
    stage.clock.at += 1000;
    expect(await post(stage, envelope)).toEqual({ delivery: 'TAKEN', code: null });
    expect(await recordsAtBaku()).toBe(before);
    const lists = historyOf(await stage.az.standings.all(), 'LIST_RECEIVED', stage.clock.now());
    expect(
      lists.filter(({ note, validUntil }) => note === 'нота 9' && validUntil === null),
    ).toHaveLength(1);
  });

  test('a revocation by notice holds from the next message', async () => {
    stage.clock.at += 1000;
    const { kid } = stage.kz.signer;
    const revoked = notice({
      changes: [recorded({ register: 'REVOCATION', authority: 'KZ-MIA', kid })],
    });
    expect((await arrive(revoked)).delivery).toBe('TAKEN');
    expect(await arrive(notice())).toEqual({ delivery: 'REFUSED', code: 'MAIL_REFUSED' });
  });
});
