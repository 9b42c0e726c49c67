/**
 * The path of one query. Who asks, on which request and for which purpose, the verdict on every coordinate, only what
 * is granted, the exact bytes, their entry in the ledger, and only then the answer.
 */
import { type Language, Refusal } from './base/index.js';
import { answeredEntry, refusedEntry, type Visit } from './journal/index.js';
import type { Gateway, Released, Rooms } from './rooms.js';
import { authorityOf } from './treaty/index.js';
import { refusalBody } from './words/index.js';

/** Opens the gateway over its rooms. */
export function openGateway(rooms: Rooms): Gateway {
  return {
    async answer(ask) {
      let language: Language = ask.language ?? 'en';
      try {
        const caller = await rooms.identity.recognise(ask.credentials);
        language = ask.language ?? authorityOf(caller.authority)?.language ?? 'en';
        rooms.admit(caller);
        const operation = rooms.graph.prepare(ask.document, {
          mayIntrospect: rooms.mayIntrospect(caller),
          mayReadSdl: rooms.mayReadSdl(caller),
        });
        const visit = { ...ask, caller, operation, language };
        return await (operation.needsGrant ? onRecord(rooms, visit) : offRecord(rooms, visit));
      } catch (error) {
        const refusal = asRefusal(rooms, error);
        return { body: refusalBody(refusal, language), receipt: null, refusal };
      }
    },
  };
}

type Asked = Visit & { readonly language: Language };

/** Guarded or structural coordinates: decided before fetched, sealed before released, refused on record. */
async function onRecord(rooms: Rooms, visit: Asked): Promise<Released> {
  const { operation, language, caller } = visit;
  try {
    const notice = rooms.safelist.hold(visit);
    const given = await rooms.grants.use(caller, visit, async (grant) => {
      const judgement = await rooms.graph.judge(operation, grant);
      const common = { authority: caller.authority, officer: caller, language };
      const answer = await rooms.graph.execute({ operation, grant, judgement, notice, ...common });
      return { grant, judgement, answer };
    });
    const entry = answeredEntry(rooms.head, visit, given);
    const { body } = given.answer;
    return { body, receipt: await rooms.ledger.seal(entry, body), refusal: null };
  } catch (error) {
    const refusal = asRefusal(rooms, error);
    if (refusal.code !== 'LEDGER_UNAVAILABLE') {
      const entry = refusedEntry(rooms.head, visit, refusal);
      await rooms.ledger.seal(entry, refusalBody(refusal, language));
    }
    throw refusal;
  }
}

/** Public coordinates: nothing personal, so no entry; `explain` judges under the request it is given. */
async function offRecord(rooms: Rooms, visit: Asked): Promise<Released> {
  const { operation, language, caller, request } = visit;
  const grant =
    operation.explains && request !== undefined ? await rooms.grants.open(caller, visit) : null;
  const judgement = { withheld: [] };
  const { authority } = caller;
  const common = { authority, officer: caller, language };
  const { body } = await rooms.graph.execute({ operation, grant, judgement, ...common });
  return { body, receipt: null, refusal: null };
}

function asRefusal(rooms: Rooms, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  rooms.alarm(error);
  return new Refusal('INTERNAL');
}
