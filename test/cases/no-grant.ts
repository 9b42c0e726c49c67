/** Everything that stands between a caller and a grant. Each case is somebody with a token, a request and a purpose. */
import { REQUEST_STATES, type Request } from '../../src/requests/index.js';
import type { TestGateway } from '../support/gateway.js';
import { NOW, type RequestPlan, sampleRequest } from '../support/requests.js';

type Persona = ReturnType<TestGateway['persona']>;

export interface NoGrantCase {
  readonly name: string;
  readonly as: (gateway: TestGateway) => Persona | Promise<Persona>;
  /** Filed before it is asked on; none where only an id is sent. */
  readonly filed?: Request;
  /** As the header says it. */
  readonly request: string;
  readonly purpose: string;
}

export const PURPOSE = 'PERSON_DETECTION';
const partner: NoGrantCase['as'] = (gateway) => gateway.persona('KZ-MIA');
const officer: NoGrantCase['as'] = (gateway) => gateway.persona('AZ-SMS', 'EXECUTING_OFFICER');
const plan: RequestPlan = { purpose: PURPOSE, people: ['person'] };

/** A case on a request that is filed. */
function onFiled(
  name: string,
  change: Partial<RequestPlan>,
  rest: Partial<Omit<NoGrantCase, 'name' | 'filed'>> = {},
): NoGrantCase {
  const filed = sampleRequest({ ...plan, ...change });
  return { name, as: partner, request: filed.id, purpose: PURPOSE, ...rest, filed };
}

const unfiled = (name: string, request: string): NoGrantCase => ({
  name,
  as: partner,
  request,
  purpose: PURPOSE,
});

const UNKNOWN = '3d3c7f5e-2f3b-4c58-9a3e-0c5b6a7d8e9f';
const malformed: readonly NoGrantCase[] = [
  unfiled('an unknown id', UNKNOWN),
  unfiled('the nil UUID', '00000000-0000-0000-0000-000000000000'),
  unfiled('an id that is none', 'no-id'),
  unfiled('an id of one character', '1'),
  unfiled('an id of a thousand characters', 'f'.repeat(1000)),
  unfiled('an id with SQL', `${UNKNOWN}' or '1'='1`),
  unfiled('an id in braces', `{${UNKNOWN}}`),
  unfiled('two ids', `${UNKNOWN}, ${UNKNOWN}`),
  unfiled('the id of a subject', `${UNKNOWN}.1`),
];

const purposes: readonly NoGrantCase[] = [
  onFiled('another purpose of the instrument', {}, { purpose: 'IDENTITY_ESTABLISHMENT' }),
  onFiled('a purpose of another instrument', {}, { purpose: 'READMISSION' }),
  onFiled('an unknown purpose', {}, { purpose: 'CURIOSITY' }),
  onFiled('a purpose in small letters', {}, { purpose: 'person_detection' }),
  onFiled('a name of the prototype for a purpose', {}, { purpose: '__proto__' }),
  onFiled('two purposes in one header', {}, { purpose: `${PURPOSE}, ${PURPOSE}` }),
  onFiled("a partner with the officer's purpose", {}, { purpose: 'REQUEST_EXECUTION' }),
  onFiled("an officer with the partner's purpose", {}, { as: officer }),
  onFiled(
    "an officer with the partner's purpose, in execution",
    { purpose: 'REQUEST_EXECUTION' },
    { as: officer, purpose: 'IRREGULAR_MIGRATION_PREVENTION' },
  ),
];

const callers: readonly NoGrantCase[] = [
  onFiled("another authority's request of the same state", { by: 'KZ-MLSPP' }),
  onFiled(
    "another state's request",
    { purpose: 'READMISSION', instrument: 'EU-AZ-2014' },
    { purpose: 'READMISSION' },
  ),
  onFiled(
    'an authority that no instrument names',
    {},
    { as: (gateway) => gateway.persona('XX-NONE') },
  ),
  onFiled(
    'the request of an authority that is no longer named',
    { by: 'KZ-GONE' },
    { as: (gateway) => gateway.callAs({ authority: 'KZ-GONE' }) },
  ),
  onFiled('an auditor', {}, { as: (gateway) => gateway.persona('AZ-SMS', 'AUDITOR') }),
  onFiled('a developer', {}, { as: (gateway) => gateway.persona('AZ-SMS', 'DEVELOPER') }),
  ...(['REQUESTING_ANALYST', 'SIGNATORY', 'COORDINATOR', 'AUDITOR', 'DEVELOPER'] as const).map(
    (role) =>
      onFiled(
        `${role} of the requesting authority`,
        {},
        { as: (gateway) => gateway.callAs({ role }) },
      ),
  ),
  onFiled(
    'an officer on a request that this authority sent',
    { by: 'AZ-SMS', purpose: 'REQUEST_EXECUTION', change: { requestedAuthority: 'KZ-MIA' } },
    { as: officer, purpose: 'REQUEST_EXECUTION' },
  ),
  onFiled('a request to another authority', { change: { requestedAuthority: 'KZ-MLSPP' } }),
];

const HOUR = 3_600_000;
const times: readonly NoGrantCase[] = [
  onFiled('a grant that ends now', { change: { grantUntil: NOW } }),
  onFiled('a grant that ended', { change: { grantUntil: NOW - HOUR } }),
  onFiled('a grant without an end', { change: { grantUntil: null } }),
  onFiled('an approval without a date', { change: { asOf: null } }),
  onFiled('an approval in the future', { change: { asOf: NOW + HOUR } }),
];

const states: readonly NoGrantCase[] = REQUEST_STATES.flatMap((state) => [
  ...(state === 'ANSWERED' || state === 'PARTLY_REFUSED'
    ? []
    : [onFiled(`${state}, a partner`, { change: { state } })]),
  ...(state === 'IN_EXECUTION'
    ? []
    : [
        onFiled(
          `${state}, an officer`,
          { change: { state } },
          { as: officer, purpose: 'REQUEST_EXECUTION' },
        ),
      ]),
]);

export const NO_GRANT_CASES: readonly NoGrantCase[] = [
  ...malformed,
  ...purposes,
  ...callers,
  ...times,
  ...states,
];
