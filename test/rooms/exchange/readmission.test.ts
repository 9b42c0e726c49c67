/** B-4d The desk of readmission: nothing is kept and nothing is told that does not stand in the ledger. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import { openReadmissionDesk, type ReadmissionRooms } from '../../../src/exchange/index.js';
import type { ReadmissionHallDesk, ReadmissionStep } from '../../../src/graph/index.js';
import type { EntryDraft } from '../../../src/ledger/index.js';
import { openGrants } from '../../../src/requests/index.js';
import {
  type CaseFile,
  openEpochKeys,
  openReadmissionShelf,
  type ReadmissionShelf,
} from '../../../src/store/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { makeDataDir } from '../../support/data-dir.js';
import { OFFICE, windowsAt } from '../../support/interviews.js';
import { NOW, sampleRequest } from '../../support/requests.js';
import { openTestExchange, receivedFile, type TestExchange } from '../store/exchange-fixtures.js';

const request = {
  ...sampleRequest({ instrument: 'EU-AZ-2014', purpose: 'READMISSION', people: ['one'] }),
  version: '1',
};
const partner = {
  ...{ officer: 'BE-1', authority: 'BE-IO', unit: null, role: 'PARTNER_GATEWAY' },
  gateway: 'gateway.be.invalid',
};
const officer = { officer: 'AZ-1', authority: 'AZ-SMS', unit: null, role: 'EXECUTING_OFFICER' };

let exchange: TestExchange;
let folder: string;
let shelf: ReadmissionShelf;
let desk: ReadmissionHallDesk;
/** What was sealed, and whether it can be. */
const ledger = { sealed: [] as EntryDraft[], isOpen: true };
let window = '';
/** The exchange case of the request, where it came by mail. */
const filed: { file: CaseFile | undefined } = { file: undefined };

beforeAll(async () => {
  exchange = await openTestExchange();
  folder = await makeDataDir();
  const clock = { now: () => NOW };
  shelf = openReadmissionShelf({
    ...{ sql: exchange.sql, keys: await openEpochKeys(folder), clock },
  });
  const laws = { instruments: loadInstruments(), status: new Map(), clock };
  const rooms: ReadmissionRooms = {
    ...laws,
    shelf,
    grants: openGrants({ shelf: { load: async () => request }, ownAuthority: 'AZ-SMS', ...laws }),
    requests: { load: async () => request },
    findCase: async () => filed.file,
    keyOf: async () => Buffer.alloc(32, 1),
    ledger: {
      async seal(draft) {
        if (!ledger.isOpen) throw new Refusal('LEDGER_UNAVAILABLE');
        ledger.sealed.push(draft);
        return {
          origin: '',
          index: 0,
          leafHash: '',
          entry: '',
          salt: '',
          proof: [],
          checkpoint: '',
        };
      },
    },
    head: { ownAuthority: 'AZ-SMS', policy: '0'.repeat(64), schema: '0'.repeat(64) },
    settings: new Map(),
    inspect: (text) => (text.includes('C0123456') ? [{}] : []),
  };
  desk = openReadmissionDesk(rooms);
  await shelf.interviews.open([{ ...windowsAt(OFFICE, 1, 2), ids: [randomUUID(), randomUUID()] }]);
  window = (await shelf.interviews.free('BE-IO', { from: NOW, until: NOW + 1e8 }))[0]?.id ?? '';
});
beforeEach(() => {
  filed.file = undefined;
  ledger.sealed.length = 0;
  ledger.isOpen = true;
});
afterAll(async () => {
  await exchange.close();
  await rm(folder, { recursive: true, force: true });
});

const make = (caller: typeof officer, step: ReadmissionStep, id = randomUUID()) =>
  desk.step(caller, { request: request.id, id, step });
const letter = (text: string): ReadmissionStep => ({
  kind: 'WRITE',
  draft: { kind: 'LETTER', text, n: null, item: null, answers: null, due: null },
});

describe('A-11.4 sealed before kept', () => {
  test('no step is kept while the ledger cannot be written', async () => {
    expect(await make(partner, { kind: 'OPEN' })).toMatchObject({ fault: null });
    const before = await shelf.cases.load(request.id);
    ledger.isOpen = false;
    const steps: readonly (readonly [typeof officer, ReadmissionStep])[] = [
      [partner, letter('Said.')],
      [
        partner,
        { kind: 'VOLUNTARY_RETURN', offered: false, on: null, language: null, reason: null },
      ],
      [partner, { kind: 'BOOK', window, n: 1, language: 'az' }],
      [officer, { kind: 'EVENT', event: 'ANSWERED' }],
      [officer, { kind: 'NOTE', note: 'He cares for a sick parent.' }],
    ];
    for (const [caller, step] of steps) await expect(make(caller, step)).rejects.toThrow();
    await expect(desk.read(officer, request.id)).rejects.toThrow();
    await expect(desk.notes(officer, request.id)).rejects.toThrow();
    expect(await shelf.cases.load(request.id)).toEqual(before);
    expect(await shelf.interviews.bookings(request.id)).toEqual([]);
    expect(await shelf.notes.list(request.id)).toEqual([]);
  });

  test('what is refused or asked twice is not sealed; what is made is, once', async () => {
    const id = randomUUID();
    expect(await make(partner, letter('Passport C0123456.'))).toEqual({
      fault: 'PERSONAL_DATA_IN_TEXT',
    });
    expect(await make(partner, { kind: 'CONFIRM', number: 7 })).toEqual({
      fault: 'UNKNOWN_RECORD',
    });
    expect(await make({ ...partner, authority: 'KZ-MIA' }, letter('Said.'))).toEqual({
      fault: 'NO_READMISSION',
    });
    expect(ledger.sealed).toEqual([]);
    expect(await make(partner, letter('Said.'), id)).toMatchObject({ fault: null, number: 1 });
    expect(await make(partner, letter('Said.'), id)).toMatchObject({ fault: null, number: 1 });
    expect(ledger.sealed).toHaveLength(1);
    expect(ledger.sealed[0]).toMatchObject({
      ...{ log: 'BE-IO', outcome: 'MOVED', request: request.id, requestDigest: request.digest },
      asking: {
        authority: 'BE-IO',
        officer: 'BE-1',
        role: 'PARTNER_GATEWAY',
        gateway: 'gateway.be.invalid',
      },
    });
  });

  test('A-11.1 an officer’s reading stands in the domestic log, with the person; a note leaves the partner’s log as it is', async () => {
    await make(officer, { kind: 'NOTE', note: 'He cares for a sick parent.' });
    await desk.read(officer, request.id);
    await desk.notes(officer, request.id);
    expect(
      ledger.sealed.map(({ log, outcome, subjects }) => [log, outcome, subjects.length]),
    ).toEqual([
      ['DOMESTIC', 'MOVED', 0],
      ['DOMESTIC', 'ANSWERED', 1],
      ['DOMESTIC', 'ANSWERED', 1],
    ]);
  });
});

describe('A-11.1 a request that came by mail has its officers', () => {
  test.each([
    ['who is on it', officer, true],
    ['who is not', { ...officer, officer: 'AZ-2' }, false],
    ['the coordinator', { ...officer, officer: 'AZ-3', role: 'COORDINATOR' }, true],
  ])('%s', async (...[, caller, isOn]) => {
    filed.file = { ...receivedFile(request.id), officers: ['AZ-1'] };
    const made = await make(caller, letter('Said.'));
    expect(made.fault).toBe(isOn ? null : 'NO_READMISSION');
    expect((await desk.read(caller, request.id)) === undefined).toBe(!isOn);
    expect(ledger.sealed).toHaveLength(isOn ? 2 : 0);
  });
});
