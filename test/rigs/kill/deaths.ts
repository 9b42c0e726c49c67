/** Puts a death at one step of the path of a query. */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Rooms } from '../../../src/rooms.js';
import type { LedgerGround } from '../../../src/serve-record.js';
import { type Build, sealAs } from '../planted.js';
import type { Order, Step } from './order.js';

/** Says that a step is reached; does not return from the arrival at which this process dies. */
export type Reach = (step: Step) => void;

/** Dies by SIGKILL, so that nothing of this process runs on: no handler, no flush. */
export function die(): never {
  for (;;) {
    process.kill(process.pid, 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
  }
}

export function openReach({ step, arrival, delay }: Order): Reach {
  let arrivals = 0;
  return (reached) => {
    if (reached !== step) return;
    arrivals += 1;
    if (arrivals !== arrival) return;
    // The statement is on its way: the death falls before, into or after its commit.
    if (step === 'append-sent') setTimeout(die, delay);
    else die();
  };
}

/** Steps between the rooms. */
export function betweenRooms(reach: Reach, build: Build): (rooms: Rooms) => Rooms {
  return (rooms) => {
    const { identity, graph, grants } = rooms;
    return {
      ...rooms,
      identity: {
        ...identity,
        recognise: (credentials) => after(reach, 'recognised', identity.recognise(credentials)),
      },
      admit: (caller) => {
        rooms.admit(caller);
        reach('admitted');
      },
      graph: {
        ...graph,
        prepare: (...given) => passed(reach, 'prepared', graph.prepare(...given)),
        judge: (...given) => after(reach, 'judged', graph.judge(...given)),
        execute: (given) => after(reach, 'executed', graph.execute(given)),
      },
      grants: {
        ...grants,
        use: (asker, stated, work) =>
          grants.use(asker, stated, (grant) => work(passed(reach, 'grant-opened', grant))),
      },
      ledger: {
        seal: (draft, body) => {
          reach('seal-asked');
          return after(reach, 'sealed', sealAs(build, rooms.ledger)(draft, body));
        },
      },
    };
  };
}

/** Steps below the ledger. */
export function belowLedger(reach: Reach): (ground: LedgerGround) => LedgerGround {
  return ({ store, keeper }) => ({
    store: {
      ...store,
      acquire: () => after(reach, 'opening', store.acquire()),
      append: (batch) => {
        reach('before-append');
        const appended = store.append(batch);
        reach('append-sent');
        return after(reach, 'appended', appended);
      },
    },
    keeper: {
      ...keeper,
      keep: (origin, note) => after(reach, 'kept', keeper.keep(origin, note)),
    },
  });
}

/** Steps at the door: half of a body handed to the socket, and all of it. */
export function atDoor(reach: Reach): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as {
      readonly request: IncomingMessage;
      readonly response: ServerResponse;
    };
    if (request.url !== '/graphql') return;
    const end = response.end.bind(response);
    Object.assign(response, {
      end: (body: Uint8Array) => {
        response.write(body.subarray(0, body.length >> 1), () => reach('half-written'));
        return end(body.subarray(body.length >> 1));
      },
    });
    response.once('finish', () => reach('written'));
  });
}

function passed<Value>(reach: Reach, step: Step, value: Value): Value {
  reach(step);
  return value;
}

async function after<Value>(reach: Reach, step: Step, work: Promise<Value>): Promise<Value> {
  return passed(reach, step, await work);
}
