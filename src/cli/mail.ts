/** `sorgu mail`: what could not be sent to a partner and is not tried any more, until an operator says so. */
import type { Outbox } from '../store/index.js';
import { lineWords } from '../words/index.js';
import { type ExitCode, UsageFault, type Voice } from './tools.js';

export interface MailCommand {
  readonly outbox: Pick<Outbox, 'dead' | 'again'>;
}

/** More are not looked at by hand. */
const MOST = 1000;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** One dead letter a line, the newest first: id, what it is about, addressee, attempts, code, since when. */
export async function listDeadMail({ outbox }: MailCommand, voice: Voice): Promise<ExitCode> {
  const letters = await outbox.dead(MOST);
  for (const { id, about, of, to, attempts, code, keptAt, diedAt } of letters) {
    const times = `kept ${instant(keptAt)}  given up ${instant(diedAt)}`;
    voice.out(
      `${id}  ${about.toLowerCase()} ${of}  to ${to}  ${attempts} attempts  ${code}  ${times}\n`,
    );
  }
  const say = lineWords(voice.language);
  const count = letters.length;
  if (count === 0) voice.say(say('NO_DEAD_MAIL'));
  else voice.say(say(count === MOST ? 'MUCH_DEAD_MAIL' : 'DEAD_MAIL', { count }));
  return 0;
}

/** Has a dead letter sent again, from the first attempt; 1 where there is none of this id. */
export async function sendMailAgain(
  { outbox, id }: MailCommand & { readonly id: string },
  voice: Voice,
): Promise<ExitCode> {
  if (!UUID.test(id)) throw new UsageFault((say) => say('LETTER_ID'));
  if (!(await outbox.again(id))) {
    voice.say(lineWords(voice.language)('NO_SUCH_MAIL'));
    return 1;
  }
  voice.say(lineWords(voice.language)('MAIL_AGAIN'));
  return 0;
}

const instant = (at: number): string => new Date(at).toISOString();
