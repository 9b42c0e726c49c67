/** The story of the federated demo: one query to two states, what each let go and noted, and what goes wrong without harm. */

import type { HttpResponse } from '../../../src/partner/index.js';
import type { DemoGateway } from '../gateway.js';
import { type Asking, askRouter, type RoutedAnswer, type RoutedError } from './ask-router.js';
import type { Claims } from './claims.js';
import { countEntries, entryOf } from './entries.js';
import { FORGED, type Impostor } from './impostors.js';
import { ANSWERED, type Probe } from './probes.js';
import type { RouterKeys } from './router-keys.js';
import type { HopTrace, RouterProcess } from './router-process.js';
import type { StandIn } from './stand-in.js';
import { tableOf } from './table.js';

export interface Scene {
  readonly asking: Asking;
  readonly router: RouterProcess;
  readonly keys: RouterKeys;
  readonly claims: Claims;
  readonly say: (line: string) => void;
}

const AWAY_CODES: ReadonlySet<unknown> = new Set(['NO_CONNECTION', 'TIMED_OUT']);

const IN_CASE = 'caseFile.subjects';
/** State, coordinate, and where: asked twice, the photograph is denied once. */
const DENIED = [
  `AZE_Person.photograph at ${IN_CASE}.aze.photograph and ${IN_CASE}.aze.portrait`,
  `KAZ_Person.civilStatus at ${IN_CASE}.kaz.civilStatus`,
];

/** One query, and both states answer: each for itself, each on record. */
export async function askBoth({ asking, router, keys, claims, say }: Scene): Promise<RoutedAnswer> {
  const answer = await askRouter(asking);
  for (const line of tableOf(answer)) say(`    ${line}`);
  const denied = answer.errors.map(deniedBy);
  claims.hold(
    `denied once for each coordinate, under the field of the state that denies: ${denied.join(', ')}`,
    [...denied].sort().join() === DENIED.join(),
    answer.errors,
  );
  const hops = hopsOf(router, 1);
  claims.hold(
    `each hop signed (RFC 9421) by key ${short(keys.signing.kid)}, over mTLS with certificate ${short(hops[0]?.certificate)}`,
    hops.length === 2 && hops.every(({ signedBy }) => signedBy === keys.signing.kid),
    hops,
  );
  claims.hold('both states were being asked at the same time', overlap(hops), hops);
  for (const [state, of] of [
    ['AZE', 'Baku'],
    ['KAZ', 'Astana'],
  ] as const) {
    const entry = entryOf(answer.receipts[state]?.[0]);
    claims.hold(
      `${of} has it on record: ${entry?.place}, by ${entry?.officer} through ${entry?.router}`,
      entry?.request === asking.request && entry.purpose === asking.purpose,
      answer.receipts[state],
    );
  }
  return answer;
}

/** Nobody but the registered router, and it only as it was registered: what it was answered. */
export async function knock(
  probes: readonly Probe[],
  { claims }: Scene,
): Promise<readonly HttpResponse[]> {
  const answers: HttpResponse[] = [];
  for (const { name, outcome, ask } of probes) {
    const probed = await ask();
    claims.hold(`${name}: ${outcome}`, probed.outcome === outcome, probed.outcome);
    if (probed.outcome === ANSWERED && probed.answer !== null) answers.push(probed.answer);
  }
  return answers;
}

/** Every receipt that the router got stands in the ledger of the state that gave it, and no more than that. */
export async function countBoth(
  { asking, router, keys, claims }: Scene,
  sides: readonly Side[],
): Promise<void> {
  for (const { code, gateway, byHand } of sides) {
    const receipts = router.trace.filter(
      ({ state, outcome }) => state === code && outcome === 'RECEIPT',
    );
    const given = receipts.length + byHand;
    const { request } = asking;
    const { moves, answers } = await countEntries(gateway, { request, router: keys.name });
    claims.hold(
      `${gateway.authority}: on this request ${moves} moves of the case, and ${answers} answers to the router, which holds ${given} receipts`,
      answers === given && given > 0 && moves > 0,
    );
  }
}

/** A state, and how often its gateway was asked by hand. */
export interface Side {
  readonly code: string;
  readonly gateway: DemoGateway;
  readonly byHand: number;
}

/** Baku is away: Astana's part still comes, and nothing stands in for Baku's. */
export async function askWithout(scene: Scene, before: RoutedAnswer): Promise<void> {
  const { asking, claims, say, router } = scene;
  const asked = router.trace.length;
  const answers = [await askRouter(asking), await askRouter(asking)];
  const [answer] = answers;
  if (answer === undefined) return;
  for (const line of tableOf(answer)) say(`    ${line}`);
  const [error] = answer.errors.filter(({ extensions }) => extensions.state === 'AZE');
  const code = error?.extensions.code;
  claims.hold(
    `one clear error, at ${placesOf(error).join()}: ${code}`,
    answer.errors.filter(({ extensions }) => extensions.state === 'AZE').length === 1 &&
      AWAY_CODES.has(code),
    answer.errors,
  );
  const kazakh = answers.map(({ data }) => JSON.stringify(data?.caseFile?.subjects[0]?.kaz));
  const expected = JSON.stringify(before.data?.caseFile?.subjects[0]?.kaz);
  claims.hold(
    "Astana's data are the same as before",
    kazakh.every((each) => each === expected),
  );
  const again = router.trace.slice(asked).filter(({ state }) => state === 'AZE').length;
  claims.hold(
    'nothing was kept: asked twice, Baku was tried twice, and answers say no-store',
    again === 2 && answers.every(({ cacheControl }) => cacheControl === 'no-store'),
    again,
  );
}

/** Somebody with Baku's certificate stands where Baku stood. */
export async function askImpostor(
  { asking, claims }: Scene,
  { standIn, answers }: { readonly standIn: StandIn; readonly answers: readonly Impostor[] },
): Promise<void> {
  for (const { name, answer, code } of answers) {
    standIn.answerWith(answer);
    const { data, errors, text } = await askRouter(asking);
    const codes = errors.filter(({ extensions }) => extensions.state === 'AZE');
    const [subject] = data?.caseFile?.subjects ?? [];
    const isSo =
      codes.map(({ extensions }) => extensions.code).join() === code &&
      subject?.aze === null &&
      subject.kaz !== null &&
      !text.includes(FORGED);
    claims.hold(`${name}: ${code}, and nothing of it is handed on`, isSo, text);
  }
}

const deniedBy = (error: RoutedError): string =>
  `${error.extensions.coordinate ?? error.extensions.code} at ${placesOf(error).join(' and ')}`;

const placesOf = (error: RoutedError | undefined): readonly string[] =>
  ((error?.extensions.paths ?? []) as readonly (readonly string[])[]).map((keys) => keys.join('.'));

const hopsOf = ({ trace }: RouterProcess, nth: number): readonly HopTrace[] => {
  const queries = [...new Set(trace.map(({ query }) => query))].filter((query) => query > 0);
  return trace.filter(({ query }) => query === queries[nth - 1]);
};

/** Whether each had begun before any had ended. */
export function overlap(hops: readonly HopTrace[]): boolean {
  const states = new Set(hops.map(({ state }) => state));
  const begun = Math.max(...hops.map(({ began }) => began));
  return states.size === 2 && begun < Math.min(...hops.map(({ ended }) => ended));
}

const short = (digest: string | undefined): string => `${digest?.slice(0, 8)}…`;
