/**
 * The cases of apollo-federation-subgraph-compatibility, all but federated tracing, as cases of our own: each subgraph is
 * built as the gateway's is, and told, composed and asked through the gateway's path over real HTTP, with rules, verdicts
 * and ledger on.
 */
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/index.js';
import { FEDERATION_FEATURES, type FederationFeature } from '../cases/federation-features.js';
import { fixtureGraph, fixtureSubgraph, inPlaceOf } from '../support/federation-fixtures.js';
import { type Reply, type Standing, startGateway, type TestGateway } from '../support/gateway.js';
import { sampleRequest } from '../support/requests.js';
import { wholePerson } from '../support/whole-person.js';

const PURPOSE = 'PERSON_DETECTION';
const request = sampleRequest({ purpose: PURPOSE, people: ['one'] });

let fixture: Graph;
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({
    people: [wholePerson('one')],
    requests: [request],
    between: inPlaceOf(() => fixture),
  });
});
afterAll(() => gateway?.close());

const ask = (query: string, variables: object = {}): Promise<Reply> => {
  const standing: Standing = {
    ...{ persona: gateway.persona('KZ-MIA'), request: request.id, purpose: PURPOSE },
    route: '/subgraph',
  };
  return gateway.ask(standing, { query, variables });
};

/** Without the white space that says nothing. */
const compact = (sdl: string): string =>
  sdl.replaceAll(/\s+/g, ' ').replaceAll(/ ?([(){}[\]:,@]) ?/g, '$1');

const serviceOf = (name: string, typeDefs: string) => ({ name, typeDefs: parse(typeDefs) });

function compose(sdl: string, others: readonly string[]): string {
  const services = others.map((other, nth) => serviceOf(`OTHER${nth}`, other));
  const { errors = [], publicSdl = '' } = composeServices([serviceOf('OWN', sdl), ...services]);
  expect(errors.map(({ message }) => message)).toEqual([]);
  return publicSdl;
}

async function told(): Promise<string> {
  const { json } = await ask('{ _service { sdl } }');
  expect(json.errors).toBeUndefined();
  return (json.data as { _service: { sdl: string } })._service.sdl;
}

const FEATURES = FEDERATION_FEATURES.map((feature) => [feature.name, feature] as const);

describe.each(FEATURES)('%s', (_name, feature: FederationFeature) => {
  const { shows, others = [], composed = {}, query, representations: r, data } = feature;
  beforeAll(async () => {
    fixture = await fixtureGraph(fixtureSubgraph(feature));
  });

  test('is told by _service, and composes', async () => {
    const sdl = await told();
    for (const each of shows) expect(compact(sdl)).toMatch(each);
    const publicSdl = compose(sdl, others);
    if (composed.has !== undefined) expect(publicSdl).toMatch(composed.has);
    if (composed.hasNot !== undefined) expect(publicSdl).not.toMatch(composed.hasNot);
  });

  test('is answered as a router asks it, on record', async () => {
    const { json, headers } = await ask(query, { r });
    expect(json.errors).toBeUndefined();
    expect(json.data).toEqual(data);
    expect(headers.get('exchange-receipt')).not.toBeNull();
  });
});

test('every feature has its case, but federated tracing, which stays off', async () => {
  expect(FEATURES.map(([name]) => name)).toEqual([
    '_service',
    ...['@key single', '@key multiple', '@key composite', 'repeatable @key'],
    ...['@requires', '@provides', '@link', '@shareable', '@tag', '@override'],
    ...['@inaccessible', '@composeDirective', '@interfaceObject'],
  ]);
  const { persona } = { persona: gateway.persona('KZ-MIA') };
  const standing = { persona, request: request.id, purpose: PURPOSE, route: '/subgraph' } as const;
  const traced = { 'apollo-federation-include-trace': 'ftv1' };
  const { json } = await gateway.ask(standing, { query: '{ __typename }' }, traced);
  expect(json.extensions?.ftv1).toBeUndefined();
});
