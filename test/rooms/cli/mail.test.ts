/** `sorgu mail`: an operator sees what no partner took, and has it tried again; nothing in it is personal. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listDeadMail, sendMailAgain } from '../../../src/cli/index.js';
import { type Outbox, openCases, openOutbox } from '../../../src/store/index.js';
import {
  mailTo,
  openTestExchange,
  receivedFile,
  type TestExchange,
} from '../store/exchange-fixtures.js';
import { listen } from './desk.js';

let exchange: TestExchange;
let outbox: Outbox;
beforeAll(async () => {
  exchange = await openTestExchange();
  outbox = openOutbox(exchange);
});
afterAll(() => exchange.close());

/** Keeps mail of a case and has it fail for good. */
async function die(): Promise<{ readonly id: string; readonly of: string }> {
  const of = randomUUID();
  const mail = mailTo('AZ-SMS', '{"secret":"Образцов"}');
  await openCases(exchange).change(of, () => ({
    ...{ file: receivedFile(of), request: null, mail: [mail], result: null },
  }));
  await outbox.failed(mail.id, { code: 'MAIL_REFUSED', final: true });
  return { id: mail.id, of };
}

describe('sorgu mail', () => {
  test('says so where there is none', async () => {
    const voice = listen();
    expect(await listDeadMail({ outbox }, voice)).toBe(0);
    expect(voice).toMatchObject({ written: [], said: ['no dead letters'] });
  });

  test('lists dead letters by what an operator needs, then has one go again', async () => {
    const { id, of } = await die();
    const seen = listen();
    expect(await listDeadMail({ outbox }, seen)).toBe(0);
    const at = new Date(exchange.clock.at).toISOString();
    expect(seen.written).toEqual([
      `${id}  case ${of}  to AZ-SMS  1 attempts  MAIL_REFUSED  kept ${at}  given up ${at}\n`,
    ]);
    expect(seen.said.join()).toContain('sorgu mail again <id>');

    const again = listen();
    expect(await sendMailAgain({ outbox, id }, again)).toBe(0);
    expect(await outbox.load(id)).toMatchObject({ dead: false, sent: false });
    expect(await sendMailAgain({ outbox, id }, again)).toBe(1);
    expect(again.said.at(-1)).toMatch(/^no dead letter has this id/);
  });

  test('an id that is none is wrong usage', async () => {
    for (const id of ['', 'x', `${randomUUID()} `, '%']) {
      const sending = sendMailAgain({ outbox, id }, listen());
      await expect(sending).rejects.toMatchObject({ name: 'UsageFault' });
    }
  });
});
