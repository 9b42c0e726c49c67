/** A-11.5a A clock that runs backwards: what has ended for this gateway is not read, passed on or put off again. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { destroyDue, type Officer } from '../../../src/exchange/index.js';
import { wholePerson } from '../../support/whole-person.js';
import { ALL, heldCase, LABOUR_BODY, PURPOSE, READER } from './custody-stage.js';
import { DAY, openStage, SIGNATORY, type Stage, uuid } from './stage.js';

/** For how long `heldCase` is given. */
const GIVEN = 7 * DAY;
const REVIEWER: Officer = { ...SIGNATORY, unit: READER.unit };

let stage: Stage;
let start: number;
beforeAll(async () => {
  stage = await openStage({ people: [wholePerson('one', '')], isWatched: true });
});
beforeEach(() => {
  stage.clock.at += 30 * DAY;
  start = stage.clock.at;
});
afterAll(() => stage.close());

const QUERY = '{ subjects { edges { node { dateOfBirth } } } }';
const READ = '1980-02';
async function queried(about: string): Promise<string> {
  const { errors = [], data } = await stage.kz.ask(
    READER,
    { request: about, purpose: PURPOSE },
    QUERY,
  );
  return errors.length === 0 ? JSON.stringify(data) : JSON.stringify(errors[0]?.extensions);
}

/** What is said of each while it is held, and once it has ended. */
const USES = [
  { use: 'queried', held: READ, ended: 'DESTROYED', by: queried },
  {
    ...{ use: 'shown at the desk', held: READ, ended: 'RETENTION_ENDED' },
    by: async (about: string) => {
      const asked = { about, purpose: PURPOSE, scope: ALL };
      return JSON.stringify(await stage.kz.custody.read(READER, asked));
    },
  },
  {
    ...{ use: 'passed on', held: READ, ended: 'RETENTION_ENDED' },
    by: async (about: string) => {
      const asked = { about, id: uuid(), recipient: LABOUR_BODY, scope: ALL, purpose: PURPOSE };
      const exported = await stage.kz.custody.export(READER, asked);
      const [, content = ''] = exported.transfer === null ? [] : exported.file.split('.');
      return exported.transfer === null
        ? exported.fault
        : Buffer.from(content, 'base64url').toString();
    },
  },
  {
    // Its provider gave it for no longer: only the reason differs.
    ...{ use: 'put off', held: 'END_NOT_LATER', ended: 'RETENTION_ENDED' },
    by: async (about: string) => {
      const put = { about, purpose: PURPOSE, until: start + GIVEN, text: 'Жалоба' };
      return JSON.stringify(await stage.kz.custody.extend(REVIEWER, put));
    },
  },
] as const;

test('until its end, a clock that is set back closes nothing', async () => {
  const about = await heldCase(stage);
  stage.clock.at = start + GIVEN - 1;
  expect(await queried(about)).toContain(READ);
  stage.clock.at = start;
  expect(await queried(about)).toContain(READ);
});

test.each(USES)('what has ended is not $use once the clock is set back', async (one) => {
  const about = await heldCase(stage);
  expect(await one.by(about)).toContain(one.held);
  stage.clock.at = start + GIVEN;
  // Whatever for: nobody need have asked for what is held.
  stage.kz.clock.now();
  for (const back of [GIVEN - 1, 0, -DAY]) {
    stage.clock.at = start + back;
    expect(await one.by(about)).toContain(one.ended);
  }
});

test('what comes while the clock is back, and ends later, is read; what is destroyed goes by the clock', async () => {
  const about = await heldCase(stage);
  stage.clock.at = start + GIVEN;
  expect(await queried(about)).toContain('DESTROYED');
  stage.clock.at = start + DAY;
  const later = await heldCase(stage);
  await destroyDue(stage.kz.rooms);
  expect(await queried(later)).toContain(READ);
  expect(await stage.kz.rooms.erasures.certificates(about)).toEqual([]);
  stage.clock.at = start + GIVEN;
  await destroyDue(stage.kz.rooms);
  expect(await stage.kz.rooms.erasures.certificates(about)).toHaveLength(1);
  expect(await queried(later)).toContain(READ);
});
