/**
 * The tree of transfers, four deep: Baku gave to Astana, Astana to the other Kazakh authority's gateway, that to a
 * ministry without one, and that to a court. A correction and a recall reach each of them, and each is accounted for.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountIn, depthOf, outstanding } from '../../../src/custody/index.js';
import type { PersonRecord } from '../../../src/register/index.js';
import { wholePerson } from '../../support/whole-person.js';
import {
  ALL,
  BIRTH,
  COURT,
  consented,
  held,
  heldCase,
  ITEMS_HELD,
  JUSTICE,
  LABOUR,
  LABOUR_BODY,
  LABOUR_COORDINATOR,
  opens,
  PURPOSE,
  READER,
} from './custody-stage.js';
import { DAY, EXECUTING, openStage, type Side, type Stage, uuid } from './stage.js';

let stage: Stage;
let labour: Side;
beforeAll(async () => {
  stage = await openStage({ people: [wholePerson('one', '')], withLabour: true });
  if (stage.labour === null) throw new Error('no third side');
  labour = stage.labour;
});
afterAll(() => stage.close());

interface Tree {
  readonly about: string;
  /** Ids of the transfers, from the top. */
  readonly transfers: readonly [string, string, string];
}

/** Four deep, with everything that is held passed all the way down. */
async function tree(): Promise<Tree> {
  const about = await heldCase(stage);
  const passed = { about, scope: ALL, purpose: PURPOSE };
  const first = await exported(stage.kz, READER, { ...passed, recipient: LABOUR_BODY });
  await stage.carry();
  await held(labour.custody.assign(LABOUR_COORDINATOR, { about, officer: LABOUR.officer }));
  const wish = { scope: ALL, purpose: PURPOSE, until: stage.clock.at + 5 * DAY, text: 'Нужно.' };
  const by = { side: labour, officer: LABOUR, about };
  for (const recipient of [JUSTICE, COURT]) {
    await consented(stage, by, { kind: 'ONWARD_TRANSFER', step: 'ASK', ...wish, recipient });
  }
  const second = await exported(labour, LABOUR, { ...passed, recipient: JUSTICE });
  const third = uuid();
  const onward = { ...passed, id: third, parent: second, recipient: COURT, at: stage.clock.at };
  await held(labour.custody.registerTransfer(LABOUR, onward));
  return { about, transfers: [first, second, third] };
}

async function exported(
  side: Side,
  by: typeof READER,
  asked: Omit<Parameters<Side['custody']['export']>[1], 'id'>,
): Promise<string> {
  const answer = await side.custody.export(by, { ...asked, id: uuid() });
  if (answer.transfer === null) throw new Error(answer.fault);
  return answer.transfer.id;
}

const matterAt = async ({ rooms }: Side, about: string, kind: string) => {
  const file = await rooms.custodyFiles.load(about);
  const matter = file?.matters.find((one) => one.kind === kind);
  if (file === undefined || matter === undefined) throw new Error(`no ${kind}`);
  return { file, matter };
};

/** Who has not answered, as a side sees it. */
async function waiting(side: Side, about: string, kind = 'RECALL'): Promise<readonly string[]> {
  const { file, matter } = await matterAt(side, about, kind);
  return outstanding(accountIn(file, matter)).map(({ recipient }) => recipient);
}

const stateAt = async (side: Side, about: string, kind = 'RECALL') =>
  (await matterAt(side, about, kind)).matter.state;

async function receipt(about: string, transfer: string, kind = 'RECALL') {
  const { matter } = await matterAt(labour, about, kind);
  const paper = { about, matter: matter.id, transfer, at: stage.clock.at, sha256: 'a'.repeat(64) };
  await held(labour.custody.registerReceipt(LABOUR, paper));
  await stage.carry();
}

const recall = { kind: 'RECALL', step: 'TELL', scope: ALL, text: 'Ошибочно переданы.' } as const;

describe('A-11.3 a recall over a tree of depth 4', () => {
  test('every recipient is accounted for, and the tree tells who has not answered yet', async () => {
    const { about, transfers } = await tree();
    const { file } = await matterAt(labour, about, 'TRANSFER');
    expect(depthOf(file.transfers, transfers[2])).toBe(2);
    await opens({ side: stage.az, officer: EXECUTING, about }, recall);
    await stage.carry();
    // The gateways have answered by themselves; the bodies without one have not.
    for (const side of [stage.az, stage.kz, labour]) {
      expect(await waiting(side, about)).toEqual(['KZ-MOJ', 'KZ-COURT']);
    }
    expect(await stateAt(stage.az, about)).toBe('ACKNOWLEDGED');
    await receipt(about, transfers[1]);
    expect(await waiting(stage.az, about)).toEqual(['KZ-COURT']);
    expect(await stateAt(stage.az, about)).toBe('ACKNOWLEDGED');
    await receipt(about, transfers[2]);
    for (const side of [stage.az, stage.kz, labour]) {
      expect(await waiting(side, about)).toEqual([]);
      expect(await stateAt(side, about)).toBe('ACCOUNTED');
    }
    const { file: given, matter } = await matterAt(stage.az, about, 'RECALL');
    expect(accountIn(given, matter).map(({ transfer, by }) => [transfer, by])).toEqual([
      [transfers[0], 'GATEWAY'],
      [transfers[1], 'CLERK'],
      [transfers[2], 'CLERK'],
    ]);
  });

  test('what was recalled is neither read nor passed on any more, wherever it came to', async () => {
    const { about } = await tree();
    const asked = { about, scope: BIRTH, purpose: PURPOSE };
    const sides = [
      [stage.kz, READER],
      [labour, LABOUR],
    ] as const;
    for (const [side, by] of sides) {
      expect(await side.custody.read(by, asked)).toMatchObject({ values: [{ n: 1 }] });
    }
    await opens({ side: stage.az, officer: EXECUTING, about }, { ...recall, scope: BIRTH });
    await stage.carry();
    for (const [side, by] of sides) {
      expect(await side.custody.read(by, asked)).toEqual({ values: null, fault: 'RECALLED' });
      const passed = { ...asked, id: uuid(), recipient: LABOUR_BODY };
      expect(await side.custody.export(by, passed)).toEqual({ transfer: null, fault: 'RECALLED' });
      const rest = { ...asked, scope: { ...ALL, items: ['NAME_CYRILLIC'] as const } };
      expect(await side.custody.read(by, rest)).toMatchObject({ values: [{ n: 1 }] });
    }
  });

  test('one that comes to light afterwards opens the account again, until it has answered', async () => {
    const { about, transfers } = await tree();
    await opens({ side: stage.az, officer: EXECUTING, about }, recall);
    await stage.carry();
    await receipt(about, transfers[1]);
    await receipt(about, transfers[2]);
    expect(await stateAt(stage.az, about)).toBe('ACCOUNTED');
    const late = { about, id: uuid(), parent: transfers[2], at: stage.clock.at, scope: ALL };
    const body = { code: 'KZ-BANK', name: 'Банк' };
    await held(
      labour.custody.registerTransfer(LABOUR, { ...late, purpose: PURPOSE, recipient: body }),
    );
    await stage.carry();
    expect(await stateAt(stage.az, about)).toBe('ACKNOWLEDGED');
    expect(await waiting(stage.az, about)).toEqual(['KZ-BANK']);
    await receipt(about, late.id);
    expect(await stateAt(stage.az, about)).toBe('ACCOUNTED');
  });

  test('a recipient of none of it is not told', async () => {
    const about = await heldCase(stage);
    const name = { subjects: [1], items: ['NAME_CYRILLIC'] } as const;
    const passed = { about, scope: name, purpose: PURPOSE, recipient: LABOUR_BODY };
    await exported(stage.kz, READER, passed);
    await stage.carry();
    await opens({ side: stage.az, officer: EXECUTING, about }, { ...recall, scope: BIRTH });
    await stage.carry();
    expect(await stateAt(stage.az, about)).toBe('ACCOUNTED');
    const file = await labour.rooms.custodyFiles.load(about);
    expect(file?.matters.map(({ kind }) => kind)).toEqual(['TRANSFER']);
  });
});

describe('A-11.3 a correction over a tree of depth 4', () => {
  test('the new value stands in the place of the old one at every gateway, and all are accounted for', async () => {
    const { about, transfers } = await tree();
    const corrected: PersonRecord = { ...wholePerson('one', ''), dateOfBirth: '1981-03' };
    stage.clock.at += 1000;
    await stage.az.register([corrected]);
    stage.clock.at += 1000;
    const act = { kind: 'CORRECTION', step: 'TELL', scope: BIRTH, text: 'Исправлено.' } as const;
    await opens({ side: stage.az, officer: EXECUTING, about }, { ...act, rectification: null });
    await stage.carry();
    const asked = { about, scope: { ...ALL, items: ITEMS_HELD }, purpose: PURPOSE };
    for (const [side, by] of [
      [stage.kz, READER],
      [labour, LABOUR],
    ] as const) {
      expect(await side.custody.read(by, asked)).toMatchObject({
        values: [
          { n: 1, values: { dateOfBirth: '1981-03', nameCyrillic: { surname: 'Образцов' } } },
        ],
      });
    }
    expect(await waiting(stage.az, about, 'CORRECTION')).toEqual(['KZ-MOJ', 'KZ-COURT']);
    await receipt(about, transfers[1], 'CORRECTION');
    await receipt(about, transfers[2], 'CORRECTION');
    expect(await stateAt(stage.az, about, 'CORRECTION')).toBe('ACCOUNTED');
    // What is passed on from now on carries the new value: nobody is told of the old one again.
    await exported(labour, LABOUR, { about, scope: ALL, purpose: PURPOSE, recipient: JUSTICE });
    expect(await waiting(labour, about, 'CORRECTION')).toEqual([]);
  });
});
